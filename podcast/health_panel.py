"""Tells editors that a feed needs them: on the admin's home page, in its menu, and after publishing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from podcast.health import editable_shows, failing
from podcast.models import EpisodePage, Feed, Show


class FeedHealthPanel(Component):
    """Which feeds serve an old version; takes no room where all are well."""

    name = "feed_health"
    order = 50
    template_name = "podcast/admin/feed_health_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        shows = editable_shows(parent_context["request"].user)
        return {"shows": failing(shows) if shows else []}


class FeedHealthMenuItem(MenuItem):
    """In the menu for whom it concerns."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(editable_shows(request.user))


def warn_of_refused_build(request: HttpRequest, page: Any) -> None:
    """After publishing: a message if apps still get the version before."""
    if not isinstance(page, EpisodePage | Show):
        return
    show = page if isinstance(page, Show) else page.get_parent()
    feed = Feed.objects.filter(show=show.pk, failed_at__isnull=False).first()
    if feed is None:
        return
    text = _(
        "It is published, but the new feed was refused, so apps still get the last good one. "
        "“Feed health” says why."
    )
    url = reverse("show_feed_health", args=[show.pk])
    messages.warning(request, text, buttons=[messages.button(url, _("Feed health"))])
