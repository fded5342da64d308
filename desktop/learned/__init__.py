"""The page of what was learned: what there is to learn from, training, and how right the suggestions are."""
