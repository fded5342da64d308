"""The article as a page: what is laid out where, and how states are painted on it."""
