"""Whether suggestions on screen pulled the labels: the last part of the page of agreement."""
