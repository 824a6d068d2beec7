"""Sends a page's feed by the letter of HTTP: conditional, compressed, open to every origin."""

from __future__ import annotations

import gzip
import re

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.feeds import FeedDocument, find_feed
from cms.views.readable_feed import BROWSER_HEADER, is_opened_in_a_browser, readable_feed

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"


@csrf_exempt  # It changes nothing; a POST is told so (405), not asked for a token.
@require_safe
def feed(request: HttpRequest, page_path: str) -> HttpResponse:
    """The feed of the page at ``page_path``; 404 for pages without one, not public or not there."""
    document = find_feed(_public_page(request, page_path))
    if document is None:
        raise Http404
    if is_opened_in_a_browser(request):
        return readable_feed(gzip.decompress(document.read()))
    compressed = accepts_gzip(request.headers.get("Accept-Encoding", ""))
    response = _not_modified(request, document) or _whole(document, compressed=compressed)
    # Asked for only now: what was read may be newer than what was asked about.
    response["ETag"] = _etags(document)[compressed]
    if document.last_modified:
        response["Last-Modified"] = http_date(document.last_modified.timestamp())
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding", BROWSER_HEADER])
    return response


def _public_page(request: HttpRequest, path: str) -> Page:
    found = Page.route_for_request(request, path)
    page = found.page.specific if found else None
    # A page with routes of its own, such as categories, answers for every path below it.
    if page is None or f"{page.get_url(request)}feed.xml" != request.path:
        raise Http404
    if not type(page).objects.public_now().filter(pk=page.pk).exists():
        raise Http404
    return page


def _etags(document: FeedDocument) -> tuple[str, str]:
    """Strong tags of the plain and of the compressed body, whose bytes are not the same."""
    return f'"{document.etag}"', f'"{document.etag}-gzip"'


def _not_modified(request: HttpRequest, document: FeedDocument) -> HttpResponse | None:
    """304 where the client has the document in either coding, 412 where it asks for another one."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    # A client whose program changed its mind about gzip still has these words.
    etag = next((tag for tag in _etags(document) if tag in known), _etags(document)[0])
    changed = document.last_modified
    return get_conditional_response(
        request, etag=etag, last_modified=int(changed.timestamp()) if changed else None
    )


def accepts_gzip(header: str) -> bool:
    """Whether an Accept-Encoding header takes gzip: named, and not with a weight of nought."""
    match = re.search(r"(?:^|[\s,])(?:x-)?gzip\s*(?:;\s*q=([\d.]+))?", header, re.IGNORECASE)
    return match is not None and (match.group(1) or "1").strip("0.") != ""


def _whole(document: FeedDocument, *, compressed: bool) -> HttpResponse:
    """200 with the stored gzip as it is, or unpacked for the few that do not take it."""
    body = document.read()
    response = HttpResponse(
        body if compressed else gzip.decompress(body), content_type=CONTENT_TYPE
    )
    response["Content-Length"] = str(len(response.content))
    if compressed:
        response["Content-Encoding"] = "gzip"
    return response
