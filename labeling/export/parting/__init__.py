"""How the articles of a dataset are parted."""
