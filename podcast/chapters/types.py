"""What a chapter is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A mark inside a recording. ``start`` and ``end`` are seconds from its beginning.

    ``url`` and ``image_url`` are absolute or empty. A chapter that is not ``listed`` is a mark for the
    player (a picture or a link that changes) and stands in no list (JSON chapters 1.2: ``toc``).
    """

    start: float
    title: str
    end: float | None = None
    url: str = ""
    image_url: str = ""
    listed: bool = True
