"""The page of figures: how far the annotators agree, by label, pair, article, annotator and time."""
