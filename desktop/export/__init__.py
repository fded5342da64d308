"""The Export workspace: what a person chooses, what would be written by it, and the releases that were."""
