"""Gives again the answer just given: a feed is asked for by every app, every few minutes.

Stands before all other middleware, so that an answer from memory costs next to nothing. It is kept
for a second: by then every process has seen a publish, and none need be told of it.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from cms.feeds import FeedDocument
from cms.middleware.resending import Snapshot, headers_to_keep, send_again
from cms.sending import not_modified
from cms.views.readable_feed import is_opened_in_a_browser

Key = tuple[str | None, str, str]

#: How many documents are kept; a body is some hundred kilobytes.
MOST: Final = 64


@dataclass(frozen=True, slots=True)
class Remembered:
    """A document, with the headers that the other middleware gave its answer; ``until`` is monotonic."""

    until: float
    document: Snapshot
    headers: dict[str, str]


class FeedMemory:
    """Remembers the answers of ``cms.sending.send`` for FEED_MEMORY_SECONDS (nought: not at all)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._seconds = settings.FEED_MEMORY_SECONDS
        self._kept: OrderedDict[Key, Remembered] = OrderedDict()
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = (request.scheme, request.META.get("HTTP_HOST", ""), request.path)
        kept = self._kept.get(key)
        if kept and kept.until > time.monotonic() and (answer := _answer(request, kept)):
            return answer
        asked_at = time.monotonic()
        response = self.get_response(request)
        document = getattr(response, "feed_document", None)
        if document and response.status_code == 304:
            # CommonMiddleware says 0, which would be the length of the document (RFC 9110 section 8.6).
            del response["Content-Length"]
        if document and self._seconds and response.status_code in (200, 304):
            self._remember(key, _remembered(response, document, until=asked_at + self._seconds))
        return response

    def _remember(self, key: Key, new: Remembered) -> None:
        with self._lock:
            old = self._kept.get(key)
            # A 304 read no body, and the one that is kept may be of the same document.
            if old and old.document.etag == new.document.etag and not new.document.packed:
                new = _with_body_of(old, new)
            # Two who ask at once need not come back in order, and nobody goes back in time.
            if old and old.until > time.monotonic() and _is_older(new.document, old.document):
                return
            self._kept[key] = new
            self._kept.move_to_end(key)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


def _with_body_of(old: Remembered, new: Remembered) -> Remembered:
    """The date is the new one: what is withdrawn gives the feed the bytes again that it had before."""
    document = replace(new.document, packed=old.document.packed)
    return Remembered(new.until, document, old.headers | new.headers)


def _is_older(one: Snapshot, other: Snapshot) -> bool:
    if one.last_modified is None or other.last_modified is None:
        return False
    return one.last_modified < other.last_modified


def _answer(request: HttpRequest, kept: Remembered) -> HttpResponse | None:
    """200 or 304 from memory, or None where only the view knows what to say."""
    if request.method not in ("GET", "HEAD") or is_opened_in_a_browser(request):
        return None
    if kept.document.packed is None and not_modified(request, kept.document) is None:
        return None
    response = send_again(request, kept.document, kept.headers)
    return response if response.status_code in (200, 304) else None


def _remembered(response: HttpResponse, document: FeedDocument, *, until: float) -> Remembered:
    # A 304 says nothing of the type, so the answers from its memory are 304s alone.
    was_read = "Content-Type" in response.headers
    packed = document.read() if was_read else None
    snapshot = Snapshot(document.etag, document.last_modified, packed)
    return Remembered(until, snapshot, headers_to_keep(response))
