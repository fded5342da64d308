"""Earlier releases: their list, and what changed from one to another."""
