"""Gives again the page just given, to everybody who brings no cookie of their own, for as long as it holds.

Stands before all other middleware, so that a page from memory costs next to nothing. It holds until
the site's edition moves, which each process asks once a second, and never longer than
PAGE_MEMORY_SECONDS: some pages change by time alone. What may be kept is said in ``cms.page_caching``.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from wagtail.models import Site

from cms.middleware.resending import Snapshot, headers_to_keep, send_again
from cms.models import Edition
from cms.packing import pack
from cms.page_caching import PUBLIC, close_if_personal
from cms.parts import Parts, PartsInUse
from cms.shelf import Shelf

Key = tuple[str, str, str, str]

#: How many pages a process keeps, and how many bytes of them at most.
MOST: Final = 1_000
MOST_BYTES: Final = 16 * 1024 * 1024
#: Any other query could be made up without end, and would push out what people do ask for.
_QUERY: Final = re.compile(r"(?:page=[1-9]\d{0,3})?")
_KNOWN_VARY: Final = {"cookie", "accept-encoding"}
#: None, or the one that Django set beside the token of a form. A page with a token sets it each time,
#: and so is never kept: on all others nothing comes of it.
_NOBODYS_COOKIES: Final = re.compile(rf"(?:{re.escape(settings.CSRF_COOKIE_NAME)}=[^;,]*)?")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of an edition; ``until`` is monotonic."""

    edition: int
    until: float
    document: Snapshot
    headers: dict[str, str]

    @property
    def size(self) -> int:
        packed = self.document.read()
        return len(packed.gzip) + len(packed.brotli)


class PageMemory:
    """Remembers public pages for PAGE_MEMORY_SECONDS (nought: not at all)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._seconds = settings.PAGE_MEMORY_SECONDS
        self._watch = EditionWatch()
        self._parts = Parts(self._seconds)
        self._shelf: Shelf[KeptPage] = Shelf(most=MOST, most_bytes=MOST_BYTES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Asked before the page is made: what changes meanwhile belongs to a later edition.
        edition = self._watch.number() if self._seconds else None
        key = key_of(request) if is_of_a_stranger(request) else None
        if edition is None:
            return self._ask(request)
        kept = self._shelf.find(key, edition) if key else None
        if kept is None:
            parts = PartsInUse(self._parts, edition)
            parts.lay_on(request)
            response = self._ask(request)
            if key is None or request.method != "GET" or not may_be_kept(response):
                return response
            kept = _kept(response, edition, until=parts.oldest + self._seconds)
            self._shelf.put(key, kept)
        return send_again(request, kept.document, kept.headers)

    def _ask(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        close_if_personal(response)
        return response


class EditionWatch:
    """Knows the number of the edition as it was at most a second ago."""

    def __init__(self) -> None:
        self._number: int | None = None
        self._asked_at = -1.0

    def number(self) -> int | None:
        """None while it has never been learnt. With the database gone, the last one that was."""
        now = time.monotonic()
        if self._asked_at < 0 or now - self._asked_at >= 1:
            # Whoever comes while we ask goes on with what we knew.
            self._asked_at = now
            try:
                self._learn(Edition.objects.current())
            except DatabaseError:
                return self._number
        return self._number

    def _learn(self, number: int) -> None:
        # Two may ask at once, and the slower one must not turn the clock back.
        if self._number is None or number > self._number:
            self._number = number
            # Wagtail keeps the trees of the sites for an hour, and only the process in which a
            # language was begun knows that there is another one.
            Site.clear_site_root_paths_cache()


def is_of_a_stranger(request: HttpRequest) -> bool:
    """Whether it only reads, and says nothing of who asks."""
    about = request.META
    says_who = "HTTP_AUTHORIZATION" in about or not _NOBODYS_COOKIES.fullmatch(
        about.get("HTTP_COOKIE", "")
    )
    return request.method in ("GET", "HEAD") and not says_who


def key_of(request: HttpRequest) -> Key | None:
    """What the answer to a stranger depends on; None for a query that could be anything."""
    query = request.META.get("QUERY_STRING", "")
    if not _QUERY.fullmatch(query):
        return None
    return (str(request.scheme), request.META.get("HTTP_HOST", ""), request.path, query)


def may_be_kept(response: HttpResponse) -> bool:
    """Whether it is a page that was offered to all caches, and the same for all strangers."""
    vary = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    return (
        response.status_code == 200
        and response.get("Cache-Control") == PUBLIC
        and vary <= _KNOWN_VARY
        and not response.streaming
        and not response.has_header("Content-Encoding")
    )


def _kept(response: HttpResponse, edition: int, *, until: float) -> KeptPage:
    packed = pack([response.content])
    patch_vary_headers(response, ["Accept-Encoding"])
    document = Snapshot(packed.etag, None, packed)
    return KeptPage(edition, until, document, headers_to_keep(response))
