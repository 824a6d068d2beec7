"""Sends a feed document by the letter of HTTP: conditional and compressed (RFC 9110)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from cms.codings import CODINGS, best_coding, etag_in
from cms.feeds import FeedDocument

CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"


def send(request: HttpRequest, document: FeedDocument, *, content_type: str) -> HttpResponse:
    """304 or 412 where the conditions of the request say so, else the whole document.

    The answer depends on nothing but scheme, host, path, conditions and Accept-Encoding.
    """
    response = not_modified(request, document) or whole(
        request, document, content_type=content_type
    )
    # Asked for only now: what was read may be newer than what was asked about.
    response["ETag"] = etag_in(_coding(request), document.etag)
    if document.last_modified:
        response["Last-Modified"] = http_date(document.last_modified.timestamp())
    response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    # For the memory before the views (cms.middleware).
    response.feed_document = document  # type: ignore[attr-defined]
    return response


def not_modified(request: HttpRequest, document: FeedDocument) -> HttpResponse | None:
    """304 where the client has the document in any coding, 412 where it asks for another one."""
    known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    # A client whose program changed its mind about compression still has these words.
    tags = [etag_in(coding, document.etag) for coding in CODINGS]
    etag = next((tag for tag in tags if tag in known), tags[-1])
    changed = document.last_modified
    return get_conditional_response(
        request, etag=etag, last_modified=int(changed.timestamp()) if changed else None
    )


def whole(request: HttpRequest, document: FeedDocument, *, content_type: str) -> HttpResponse:
    """200 with the stored body as it is, or unpacked for the few that take no coding."""
    coding = _coding(request)
    body = document.read().in_coding(coding)
    response = HttpResponse(b"" if request.method == "HEAD" else body, content_type=content_type)
    response["Content-Length"] = str(len(body))
    if coding:
        response["Content-Encoding"] = coding
    return response


def _coding(request: HttpRequest) -> str:
    return best_coding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
