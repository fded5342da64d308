"""The only writers. Each operation is one transaction (or a series of short ones) and returns what changed."""
