"""Keeps parts of pages that cost much, for strangers and for as long as the site's edition.

Where a page is kept whole (``cms.middleware.pages``) nobody asks for its parts. They help where it is
not: a link from a newsletter brings a query that the memory does not know, and after a publish every
page is made anew, though most of what stands on it is what stood there before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.shelf import Shelf

#: How many parts a process keeps, and how many bytes of them at most.
MOST: Final = 4_000
MOST_BYTES: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fragment:
    """The HTML of a part."""

    edition: int
    until: float
    html: str

    @property
    def size(self) -> int:
        return len(self.html)


_shelf: Shelf[Fragment] = Shelf(most=MOST, most_bytes=MOST_BYTES)
#: What is kept is forgotten with it; tests do so between each other.
forget_fragments = _shelf.clear


def fragment(
    request: HttpRequest | None, name: str, keys: tuple[Hashable, ...], make: Callable[[], str]
) -> str:
    """What ``make`` returns, made once for all who ask at this host, in this language, with these keys.

    Made anew for everybody who brings a cookie, for previews, and where the part turns out to be for
    one reader alone: with the token of a form or the nonce of a script.
    """
    edition = _edition_of(request)
    if request is None or edition is None:
        return make()
    key = (name, *keys, request.scheme, request.META.get("HTTP_HOST"), get_language())
    asked_at = time.monotonic()
    kept = _shelf.find(key, edition)
    if kept is None:
        kept = Fragment(edition, asked_at + settings.PAGE_MEMORY_SECONDS, make())
        if _is_for_everybody(request):
            _shelf.put(key, kept)
    return kept.html


def _edition_of(request: HttpRequest | None) -> int | None:
    """The edition that the middleware has found for a stranger's request."""
    if getattr(request, "is_preview", False):
        return None
    return getattr(request, "edition", None)


def _is_for_everybody(request: HttpRequest) -> bool:
    # A lazy nonce is false until a template has asked for it (django-csp).
    return "CSRF_COOKIE_NEEDS_UPDATE" not in request.META and not getattr(
        request, "csp_nonce", None
    )
