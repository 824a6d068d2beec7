"""What an article leads to: the ones before and after it by date, and those that have most in common with it.

An index's articles are few enough to know of all of them by numbers alone, and once that is known (it is
asked once in an edition, ``cms.parts``) no article has to search the others for those next to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from heapq import nlargest
from itertools import chain
from typing import NamedTuple


class Place(NamedTuple):
    """Where an article stands among those of its index."""

    date: date
    pk: int


class Neighbours:
    """All articles of an index that strangers may read, by date, category and tag."""

    def __init__(
        self,
        articles: Iterable[tuple[date, int, int | None]],
        tagged: Iterable[tuple[int, int]],
    ) -> None:
        """``articles`` are (date, key, category) and ``tagged`` (key, tag)."""
        self._places: list[Place] = []
        self._place_of: dict[int, Place] = {}
        self._category_of: dict[int, int | None] = {}
        self._of_category: dict[int | None, list[int]] = defaultdict(list)
        self._with_tag: dict[int, list[int]] = defaultdict(list)
        for day, pk, category in sorted(articles):
            place = Place(day, pk)
            self._places.append(place)
            self._place_of[pk] = place
            self._category_of[pk] = category
            self._of_category[category].append(pk)
        for pk, tag in tagged:
            self._with_tag[tag].append(pk)

    def before(self, place: Place) -> int | None:
        """The key of the article before ``place``, which need not be known: of a draft, say."""
        index = bisect_left(self._places, place)
        return self._places[index - 1].pk if index else None

    def after(self, place: Place) -> int | None:
        index = bisect_right(self._places, place)
        return self._places[index].pk if index < len(self._places) else None

    def related(
        self, pk: int, category: int | None, tags: Iterable[int], *, number: int
    ) -> list[int]:
        """The keys of at most ``number`` others that share ``tags`` or the ``category``.

        Those with most tags in common come first, then those of the category, then the newest.
        """
        shared = Counter(chain.from_iterable(self._with_tag.get(tag, ()) for tag in tags))
        # One more than asked for, as the article itself may be among them.
        newest = self._of_category.get(category, [])[-number - 1 :]
        enough = min(nlargest(number + 1, shared.values()), default=0)
        closest = (each for each, tags_in_common in shared.items() if tags_in_common >= enough)
        candidates = {*closest, *newest} - {pk}

        def closeness(other: int) -> tuple[int, bool, Place]:
            return shared[other], self._category_of[other] == category, self._place_of[other]

        return nlargest(number, candidates, key=closeness)
