"""Qt item models: they hold ids, and fetch rows when these are shown."""
