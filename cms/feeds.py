"""Which pages have a feed, and how it is had: apps register, the feed view and the templates ask.

The ground does not know the apps above it, so they come to it: ``@feed_of(Show)`` over a function
that returns the show's feed makes ``<show>/feed.xml`` answer and every page link to it.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from wagtail.models import Page, Site


class FeedDocument(Protocol):
    """A feed ready to be sent; a 304 never reads it."""

    @property
    def etag(self) -> str: ...
    @property
    def last_modified(self) -> datetime | None: ...

    def read(self) -> bytes:
        """The gzip body; ``etag`` and ``last_modified`` are those of this very body afterwards."""


@dataclass(frozen=True, slots=True)
class BuiltFeed:
    """A feed document held in memory."""

    etag: str
    last_modified: datetime | None
    body_gzip: bytes

    def read(self) -> bytes:
        return self.body_gzip


FeedSource = Callable[[Any], FeedDocument]

_sources: dict[type[Page], FeedSource] = {}


def feed_of(page_type: type[Page]) -> Callable[[FeedSource], FeedSource]:
    """Register the decorated function as the one that returns the feed of such a page."""

    def register(source: FeedSource) -> FeedSource:
        _sources[page_type] = source
        return source

    return register


def find_feed(page: Page) -> FeedDocument | None:
    """The feed of ``page``, or None where such a page has none."""
    source = _sources.get(type(page))
    return source(page) if source else None


def pages_with_feed(site: Site) -> Iterator[Page]:
    """Every page of ``site`` that a stranger may see and that has a feed."""
    for page_type in _sources:
        yield from page_type.objects.public_now().descendant_of(site.root_page, inclusive=True)


def etag_of(xml: bytes) -> str:
    """The strong ETag of ``xml``, without quotes."""
    return hashlib.sha256(xml).hexdigest()[:32]


def packed(xml: bytes) -> tuple[str, bytes]:
    """The ETag of ``xml`` and its gzip form, the same for the same bytes."""
    return etag_of(xml), gzip.compress(xml, compresslevel=6, mtime=0)
