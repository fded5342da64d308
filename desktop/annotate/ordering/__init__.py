"""In which order one goes on: what is chosen, what comes next, and how that is shown."""
