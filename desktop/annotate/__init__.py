"""The workspace in which articles are read and labelled: views only."""
