"""Sends a page's feed as JSON Feed, made from its XML when somebody does not have it yet."""

from __future__ import annotations

import gzip

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.feeds import FeedDocument
from cms.json_feed import json_feed
from cms.views.feed import CACHE_CONTROL, accepts_gzip
from cms.views.feed_page import page_and_feed

CONTENT_TYPE = "application/feed+json; charset=utf-8"


@csrf_exempt  # It changes nothing; a POST is told so (405), not asked for a token.
@require_safe
def feed_as_json(request: HttpRequest, page_path: str) -> HttpResponse:
    """The feed of the page at ``page_path``; 404 where there is no XML feed either."""
    page, document = page_and_feed(request, page_path)
    changed = document.last_modified
    response = get_conditional_response(
        request,
        etag=_etag(document),
        last_modified=int(changed.timestamp()) if changed else None,
    ) or _whole(request, document, page.json_feed_url)
    # Asked for only now: what was read may be newer than what was asked about.
    response["ETag"] = _etag(document)
    if document.last_modified:
        response["Last-Modified"] = http_date(document.last_modified.timestamp())
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _etag(document: FeedDocument) -> str:
    """Weak, as one tag stands for the plain and the compressed body (RFC 9110, section 8.8.3)."""
    return f'W/"{document.etag}-json"'


def _whole(request: HttpRequest, document: FeedDocument, feed_url: str) -> HttpResponse:
    body = json_feed(gzip.decompress(document.read()), feed_url=feed_url)
    compressed = accepts_gzip(request.headers.get("Accept-Encoding", ""))
    if compressed:
        body = gzip.compress(body, compresslevel=6, mtime=0)
    response = HttpResponse(body, content_type=CONTENT_TYPE)
    response["Content-Length"] = str(len(body))
    if compressed:
        response["Content-Encoding"] = "gzip"
    return response
