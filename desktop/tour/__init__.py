"""The tour: the real window, driven by real key events through the main job, with pictures and checks."""
