"""What is said of a feed: codes with values and a level; no sentences, they are the admin's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from podcast.feed.reading import ItemRecord


class Level(StrEnum):
    """How much a change matters: an error loses listeners, a warning may be meant, a note is news."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is, or will be, noticed: a stable ``code`` with its values, never a sentence.

    ``guid`` names the item, "" the channel; ``other`` is the title of a second item where one is
    concerned. ``before`` and ``after`` are values as the feed writes them (dates in ISO 8601).
    """

    level: Level
    code: str
    guid: str = ""
    title: str = ""
    before: str = ""
    after: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the stored file of an enclosure really is; ``length`` in bytes, None if it is gone."""

    length: int | None
    mime_type: str


def of_item(item: ItemRecord | None, level: Level, code: str, **values: str) -> Change:
    """A change of this item."""
    guid, title = (item.guid, item.title) if item else ("", "")
    return Change(level, code, guid=guid, title=title, **values)


def text_of(value: object) -> str:
    """A record's value as a change holds it."""
    if isinstance(value, datetime):
        return value.isoformat()
    return "" if value is None else str(value)
