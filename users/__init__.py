"""The account model, an app of its own because Wagtail's migrations point at it."""
