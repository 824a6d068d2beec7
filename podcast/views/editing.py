"""Wagtail's views for shows and episodes, with the side panel that tells what listeners will notice."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from podcast.gate import draft_changes
from podcast.gate_panel import FeedSidePanel, findings_context
from podcast.models import EpisodePage, Show


class FeedEditView(EditView):
    """The editor with the side panel "Feed"."""

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if not self.expects_json_response and not self.hydrate_create_view:
            changes = draft_changes(self.page, self.parent)
            panels.append(FeedSidePanel(self.page, self.request, changes=changes))
        return panels


class FeedCreateView(CreateView):
    """The editor of a page that is not there yet: the panel fills when it is first saved."""

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        panels.append(FeedSidePanel(self.page, self.request, changes=[]))
        return panels


class _FeedPageViewSet(PageViewSet):
    add_view_class = FeedCreateView
    edit_view_class = FeedEditView
    # The explorer below a show stays the one that all pages have.
    parent_models: list[type[Page]] = []


class ShowViewSet(_FeedPageViewSet):
    model = Show


class EpisodeViewSet(_FeedPageViewSet):
    model = EpisodePage


@require_safe
def feed_changes(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the side panel shows of the latest saved draft; 404 for who may not edit the page."""
    page: Any = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, EpisodePage | Show):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    draft: Any = page.get_latest_revision_as_object()
    context = findings_context(draft_changes(draft, page.get_parent()))
    return render(request, "podcast/admin/findings.html", context)
