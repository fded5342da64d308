"""Tables without a grid: their rows, headings and how they are painted, for every workspace."""
