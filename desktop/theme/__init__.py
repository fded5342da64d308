"""How the window looks: colours and sizes read from `resources/themes`, fonts, icons and the signs of labels."""
