"""Sends the feeds of comments."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from wagtail.models import Site

from cms.views.feed_answers import feed_view, send_xml
from comments.feed import page_feed, site_feed
from comments.pages import public_page


@feed_view
def page_comments(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest comments of a page, in its language.

    404 for pages that not everybody may see, of another site, or without comments and closed to them.
    """
    page = public_page(request, page_id)
    if page is None:
        raise Http404
    with override(page.locale.language_code):
        document = page_feed(page)
        if document is None:
            raise Http404
        return send_xml(request, document)


@feed_view
def site_comments(request: HttpRequest) -> HttpResponse:
    """The newest comments of the whole site, in the language of its home page."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    with override(site.root_page.locale.language_code):
        return send_xml(request, site_feed(site))
