"""The moderators' side, in Wagtail's admin."""
