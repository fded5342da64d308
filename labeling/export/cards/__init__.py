"""The dataset card: what whoever trains on a dataset, or reviews it, has to know."""
