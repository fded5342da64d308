"""What Hedgerow talks about, as frozen dataclasses. Standard library only."""
