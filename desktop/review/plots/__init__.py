"""Figures drawn: intervals on one scale, grounds that darken, bars. Sizes are in the height of the letters."""
