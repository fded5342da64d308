"""The formats of a dataset, a module each."""
