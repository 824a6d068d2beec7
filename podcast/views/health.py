"""The admin's page "Feed health": how each show's feed is, and what our own server answers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from podcast.feed.changes import Level
from podcast.health import editable_shows, failing, health_of
from podcast.models import Show
from podcast.own_server import Answer, ask_own_server


@require_safe
def feed_health(request: HttpRequest) -> HttpResponse:
    """The shows whose feed is this person's business; where there is but one, its page at once."""
    shows = editable_shows(request.user)
    if len(shows) == 1:
        return redirect("show_feed_health", shows[0].pk)
    context = {
        "header_title": _("Feed health"),
        "breadcrumbs_items": _breadcrumbs(),
        "header_icon": "media",
        "shows": shows,
        "failing": failing(shows),
    }
    return render(request, "podcast/admin/feed_health_list.html", context)


@require_safe
def show_feed_health(request: HttpRequest, show_id: int) -> HttpResponse:
    """Everything about one show's feed; 404 for who may not edit the show."""
    return _page(request, _editable(request, show_id))


@require_POST
def ask_server(request: HttpRequest, show_id: int) -> HttpResponse:
    """The same page with what our own server answered. A POST, as it makes requests."""
    show = _editable(request, show_id)
    return _page(request, show, answers=ask_own_server(show) if show.full_url else [])


def _editable(request: HttpRequest, show_id: int) -> Show:
    show = Show.objects.filter(pk=show_id).first()
    if show is None or not show.permissions_for_user(request.user).can_edit():
        raise Http404
    return show


def _page(request: HttpRequest, show: Show, answers: list[Answer] | None = None) -> HttpResponse:
    health = health_of(show)
    findings = health.findings
    context = {
        "header_title": _("Feed health of %(show)s") % {"show": show.title},
        "breadcrumbs_items": [*_breadcrumbs(), {"url": "", "label": show.title}],
        "header_icon": "media",
        "health": health,
        "problems": [finding for finding in findings if finding.level != Level.NOTE],
        "notes": [finding for finding in findings if finding.level == Level.NOTE],
        "answers": answers,
    }
    return render(request, "podcast/admin/feed_health.html", context)


def _breadcrumbs() -> list[dict[str, Any]]:
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("feed_health"), "label": _("Feed health")},
    ]
