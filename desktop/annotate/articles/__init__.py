"""The list of articles with its search and filters."""
