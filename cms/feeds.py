"""Which pages have a feed, and how it is had: apps register, the feed view and the templates ask.

The ground does not know the apps above it, so they come to it: ``@feed_of(Show)`` over a function
that returns the show's feed makes ``<show>/feed.xml`` answer and every page link to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from wagtail.models import Page

from cms.packing import Packed


class FeedDocument(Protocol):
    """A feed, or an archive of it, ready to be sent; a 304 never reads it."""

    @property
    def etag(self) -> str: ...
    @property
    def last_modified(self) -> datetime | None: ...

    def read(self) -> Packed:
        """The body; ``etag`` and ``last_modified`` are those of this very body afterwards."""


@dataclass(frozen=True, slots=True)
class BuiltFeed:
    """A feed document held in memory."""

    packed: Packed
    last_modified: datetime | None = None

    @property
    def etag(self) -> str:
        return self.packed.etag

    def read(self) -> Packed:
        return self.packed


#: Takes the page and the number of the document: 0 is the feed itself, the others are its archives,
#: the oldest being 1 (RFC 5005 section 4). Returns None for an archive that is not there.
FeedSource = Callable[[Any, int], FeedDocument | None]

_sources: dict[type[Page], FeedSource] = {}


def feed_of(page_type: type[Page]) -> Callable[[FeedSource], FeedSource]:
    """Register the decorated function as the one that returns the feed of such a page."""

    def register(source: FeedSource) -> FeedSource:
        _sources[page_type] = source
        return source

    return register


def find_feed(page: Page, number: int = 0) -> FeedDocument | None:
    """The feed of ``page`` or one of its archives, or None where there is no such thing."""
    source = _sources.get(type(page))
    return source(page, number) if source else None


def pages_with_feed(home: Page) -> Iterator[Page]:
    """Every page from ``home`` on downwards that a stranger may see and that has a feed."""
    for page_type in _sources:
        yield from page_type.objects.public_now().descendant_of(home, inclusive=True)


def pages_with_feed_below(page: Page) -> Iterator[Page]:
    """Every page with a feed from ``page`` on downwards, whoever may see it."""
    for page_type in _sources:
        yield from page_type.objects.descendant_of(page, inclusive=True)
