"""Everything of Hedgerow but the window. Never imports PySide6 or desktop."""
