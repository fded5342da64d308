"""Judgments -> a dataset: gold policy, splits, dataset card; a table from format name to writer."""
