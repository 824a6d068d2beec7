"""What a transcript is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """Words between two moments. ``start`` and ``end`` are seconds, ``text`` is plain.

    ``text`` may hold line breaks; ``speaker`` is empty where nobody is named.
    """

    start: float
    end: float
    text: str
    speaker: str = ""
