"""Every command as data: menus, the command palette, the shortcut sheet and the help are made from these records."""
