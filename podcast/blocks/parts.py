"""The parts that the blocks of a page make, sorted by kind."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from podcast.blocks.ground import PartValue


class Parts:
    """What the extras of ``page`` (a show or an episode) say, by the names of their blocks."""

    def __init__(self, page: Any) -> None:
        self._parts: defaultdict[str, list[Any]] = defaultdict(list)
        for block in page.extras:
            if isinstance(block.value, PartValue) and (part := block.value.part(page)):
                self._parts[block.block_type].append(part)

    def all(self, kind: str) -> tuple[Any, ...]:
        return tuple(self._parts.get(kind, ()))

    def first(self, kind: str) -> Any:
        """The only one there may be, or None."""
        return next(iter(self.all(kind)), None)

    def for_readers(self) -> dict[str, tuple[Any, ...]]:
        """What a page shows people, under the names its template uses."""
        return {
            "persons": self.all("person"),
            "fundings": self.all("funding"),
            "locations": self.all("location"),
            "content_links": self.all("content_link"),
        }
