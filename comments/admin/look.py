"""The style sheet of the moderators' side."""

from django.forms import Media

# A path: its address is known only once static files are collected, which imports this too.
MODERATION_CSS = Media(css={"all": ["comments/admin/moderation.css"]})
