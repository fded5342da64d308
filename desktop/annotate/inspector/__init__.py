"""What is said of the current sentence, and all that can be said."""
