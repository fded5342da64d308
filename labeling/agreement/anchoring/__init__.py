"""Whether suggestions on screen pulled the labels: what annotators said first, and what they then saw."""
