"""What is said of agreement, as words, tables and a report: HTML and CSV made from the figures."""
