"""The left half of the Export workspace: the choices, the folder, and the button that writes."""
