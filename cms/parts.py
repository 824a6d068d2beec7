"""Parts that many pages of a site share: asked for once in an edition, not once for each page.

Only for what is public and the same for all who ask, on whichever page: menus, what trends, the invitation
to listen. A process keeps them as it keeps pages (``cms.middleware.pages``): until the site's edition
moves, and never longer than PAGE_MEMORY_SECONDS. Where that is nought, each request keeps its own.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final, TypeVar, cast

from django.http import HttpRequest

from cms.shelf import Shelf

Thing = TypeVar("Thing")

#: Three for an article, its card and a link from either side; each of a kilobyte at most.
MOST: Final = 2_000
_ON_THE_REQUEST: Final = "_parts_of_the_edition"


@dataclass(frozen=True, slots=True)
class Part:
    """Whatever was made; ``since`` and ``until`` are monotonic."""

    edition: int
    since: float
    until: float
    thing: object
    size: int = 1


class Parts:
    """Remembers parts for ``seconds``."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.shelf: Shelf[Part] = Shelf(most=MOST, most_bytes=MOST)


class PartsInUse:
    """The parts that may be put into the page that one request asks for, and the age of the oldest used."""

    def __init__(self, parts: Parts, edition: int) -> None:
        self._parts = parts
        self._edition = edition
        self.oldest = time.monotonic()

    def lay_on(self, request: HttpRequest) -> None:
        setattr(request, _ON_THE_REQUEST, self)

    def get(self, key: Hashable, make: Callable[[], Thing]) -> Thing:
        found = self._parts.shelf.find(key, self._edition)
        if found is None:
            found = self._made(make)
            self._parts.shelf.put(key, found)
        self.oldest = min(self.oldest, found.since)
        return cast("Thing", found.thing)

    def _made(self, make: Callable[[], object]) -> Part:
        """A part is as old as the oldest part that is put into it."""
        around, self.oldest = self.oldest, time.monotonic()
        try:
            thing = make()
            return Part(self._edition, self.oldest, self.oldest + self._parts.seconds, thing)
        finally:
            self.oldest = min(around, self.oldest)


def part(request: HttpRequest | None, key: Hashable, make: Callable[[], Thing]) -> Thing:
    """What ``make`` returned for this edition. Nobody may change it: other requests have it too.

    ``key`` names all that it depends on: the site, the language, the page if it is not the same on all.
    """
    if request is None:
        return make()
    if not hasattr(request, _ON_THE_REQUEST):
        PartsInUse(Parts(math.inf), edition=0).lay_on(request)
    in_use: PartsInUse = getattr(request, _ON_THE_REQUEST)
    return in_use.get(key, make)
