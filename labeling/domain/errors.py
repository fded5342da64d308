"""What can go wrong that a person can do something about."""


class Refused(Exception):
    """Something was not done. Its text is one sentence that says what is wrong and what to do.

    Whoever calls an operation shows that sentence as it is; any other exception is a bug of the program.
    """
