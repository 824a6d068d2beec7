"""Finds the page whose feed is asked for, in whatever form it is asked for."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from wagtail.models import Page

from cms.feeds import FeedDocument, find_feed


def page_and_feed(request: HttpRequest, page_path: str) -> tuple[Page, FeedDocument]:
    """The page at ``page_path`` and its feed; 404 for a page without one, not public or not there."""
    found = Page.route_for_request(request, page_path)
    page = found.page.specific if found else None
    file_name = request.path.rpartition("/")[2]
    # A page with routes of its own, such as categories, answers for every path below it.
    if page is None or f"{page.get_url(request)}{file_name}" != request.path:
        raise Http404
    if not type(page).objects.public_now().filter(pk=page.pk).exists():
        raise Http404
    document = find_feed(page)
    if document is None:
        raise Http404
    return page, document
