"""The podcast's feed: one item rendered when its episode changes, all joined when asked for."""
