"""The style sheet of the moderators' side."""

from django.forms import Media
from wagtail.admin.staticfiles import versioned_static


def moderation_css() -> Media:
    """Asked for when a page is shown: where nothing is collected yet, a static file has no address."""
    return Media(css={"all": [versioned_static("comments/admin/moderation.css")]})
