"""What one project file can give another: rows that name everything by its globally unique id."""
