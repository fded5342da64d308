"""What everybody said of the current sentence, and the controls that settle it."""
