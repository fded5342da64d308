"""The set union of two projects: the same in any order, twice, or through a third file."""
