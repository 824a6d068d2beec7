"""What templates ask of the site: menus, feeds and short texts."""
