"""The style sheet of the moderators' side."""

from django.forms import Media
from wagtail.admin.staticfiles import versioned_static

MODERATION_CSS = Media(css={"all": [versioned_static("comments/admin/moderation.css")]})
