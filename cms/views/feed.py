"""Sends a page's feed by the letter of HTTP: conditional, compressed, open to every origin."""

from __future__ import annotations

import gzip
import re

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.feeds import FeedDocument, find_feed

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"


@require_safe
def feed(request: HttpRequest, page_path: str) -> HttpResponse:
    """The feed of the page at ``page_path``; 404 for pages without one, not public or not there."""
    found = Page.route_for_request(request, page_path)
    page = found.page.specific if found else None
    # A page with routes of its own, such as categories, answers for every path below it.
    if page is None or f"{page.get_url(request)}feed.xml" != request.path:
        raise Http404
    if not type(page).objects.public_now().filter(pk=page.pk).exists():
        raise Http404
    document = find_feed(page)
    if document is None:
        raise Http404
    compressed = accepts_gzip(request.headers.get("Accept-Encoding", ""))
    etags = {coding: f'"{document.etag}{coding}"' for coding in ("", "-gzip")}
    etag = etags["-gzip" if compressed else ""]
    known = parse_etags(request.headers.get("If-None-Match", ""))
    # A client whose program changed its mind about gzip still has these words.
    matched = next((tag for tag in etags.values() if tag in known), etag)
    changed = document.last_modified
    response = get_conditional_response(
        request, etag=matched, last_modified=int(changed.timestamp()) if changed else None
    )
    if response is None:
        response = _whole(document, compressed=compressed)
    response["ETag"] = etag
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def accepts_gzip(header: str) -> bool:
    """Whether an Accept-Encoding header takes gzip: named, and not with a weight of nought."""
    match = re.search(r"(?:^|[\s,])(?:x-)?gzip\s*(?:;\s*q=([\d.]+))?", header, re.IGNORECASE)
    return match is not None and (match.group(1) or "1").strip("0.") != ""


def _whole(document: FeedDocument, *, compressed: bool) -> HttpResponse:
    """200 with the stored gzip as it is, or unpacked for the few that do not take it."""
    body = bytes(document.body_gzip)
    response = HttpResponse(
        body if compressed else gzip.decompress(body), content_type=CONTENT_TYPE
    )
    response["Content-Length"] = str(len(response.content))
    if compressed:
        response["Content-Encoding"] = "gzip"
    return response
