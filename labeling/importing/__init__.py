"""Files of many formats -> drafts of articles. A table from file suffix to reader."""
