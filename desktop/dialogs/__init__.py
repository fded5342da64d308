"""Windows beside the main one. Each is imported when it is first shown: the start-up path needs none."""
