"""The Review workspace: how far people agree, where they differ, and what was settled."""
