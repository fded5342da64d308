"""The sentences behind a figure: who said what of them, and the way to settle them."""
