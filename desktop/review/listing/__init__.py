"""The list of disagreements."""
