"""Rules of Podlove Simple Chapters 1.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lxml import etree

from podcast.feed.rules.elements import child, qualified
from podcast.feed.rules.finding import Finding, error, warning

#: Normal Play Time (RFC 2326): hours may be left out, seconds may have a fraction.
_TIME: Final = re.compile(r"(?:(?:([0-9]{1,5}):)?([0-5]?[0-9]):)?([0-5]?[0-9](?:\.[0-9]{1,3})?)")


def simple_chapter_findings(item: etree._Element) -> Iterator[Finding]:
    """Yield chapters without a title or a time, or out of order."""
    chapters = child(item, "psc:chapters")
    if chapters is None:
        return
    if chapters.get("version") not in ("1.0", "1.1", "1.2"):
        yield error("psc-version", "The psc:chapters need a version, such as 1.2.")
    found = chapters.findall(qualified("psc:chapter"))
    if not found:
        yield error("psc-empty", "The psc:chapters hold no chapter.")
    starts = [_seconds(chapter.get("start", "")) for chapter in found]
    if None in starts:
        yield error("psc-start", "A psc:chapter has no start such as 00:01:30.000.")
    if not all(chapter.get("title") for chapter in found):
        yield error("psc-title", "A psc:chapter has no title.")
    known = [start for start in starts if start is not None]
    if any(later < earlier for earlier, later in pairwise(known)):
        yield warning("psc-order", "The chapters are not in order of time.")


def _seconds(text: str) -> float | None:
    parts = _TIME.fullmatch(text)
    if parts is None:
        return None
    hours, minutes, seconds = parts.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds)
