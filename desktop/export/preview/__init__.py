"""The right half of the Export workspace: what would be written, what would not, and what was looked at."""
