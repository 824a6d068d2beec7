"""Finds the feed of a page, where the page lives now or where it has ever lived."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.feeds import FeedDocument, find_feed
from cms.models import FormerAddress, PageWithFeed
from cms.sending import send, whole

CONTENT_TYPE = "application/rss+xml; charset=utf-8"


@csrf_exempt  # It changes nothing; a POST is told so (405), not asked for a token.
@require_safe
def feed(request: HttpRequest, page_path: str, archive: str = "0") -> HttpResponse:
    """The feed of the page at ``page_path``, or one of its archives.

    Where the page has moved, its old address leads to the new one (301), and so does a feed that has
    gone to another host. 404 for pages without a feed, not public or not there, and for archives
    that are not there.
    """
    page = _page_at(request, page_path)
    response = _send(request, page, int(archive)) if page else _moved(request, page_path)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _page_at(request: HttpRequest, path: str) -> PageWithFeed | None:
    """The page that lives at ``path`` itself; Http404 if nobody may see it."""
    found = Page.route_for_request(request, path)
    page = found.page.specific if found else None
    # A page with routes of its own, such as categories, answers for every path below it.
    if not isinstance(page, PageWithFeed) or page.get_url(request) != f"/{path}":
        return None
    if not _is_public(page):
        raise Http404
    return page


def _moved(request: HttpRequest, path: str) -> HttpResponse:
    page = FormerAddress.objects.page_once_at(request, f"/{path}")
    address = page.get_url(request) if page and _is_public(page) else None
    if address is None or address == f"/{path}":
        raise Http404
    return HttpResponsePermanentRedirect(address + request.path.removeprefix(f"/{path}"))


def _is_public(page: Page) -> bool:
    return type(page).objects.public_now().filter(pk=page.pk).exists()


def _send(request: HttpRequest, page: PageWithFeed, number: int) -> HttpResponse:
    document = find_feed(page, number)
    if document is None:
        raise Http404
    if page.feed_moved_to and not number:
        return _moved_away(request, document, to=page.feed_moved_to)
    return send(request, document, content_type=CONTENT_TYPE)


def _moved_away(request: HttpRequest, document: FeedDocument, *, to: str) -> HttpResponse:
    """301 for those who follow it, with the feed, which names the new address, for those who do not."""
    response = whole(request, document, content_type=CONTENT_TYPE)
    response.status_code = 301
    response["Location"] = to
    response["Vary"] = "Accept-Encoding"
    return response
