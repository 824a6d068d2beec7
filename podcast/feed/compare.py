"""Compares the feed as it will be with the one apps have now, and says what listeners will notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Final

from podcast.feed.changes import Change, FileFacts, Level, of_item, text_of
from podcast.feed.reading import ChannelRecord, FeedRecord, ItemRecord
from podcast.feed.standing import standing_faults


def compare(
    before: FeedRecord,
    after: FeedRecord,
    *,
    now: datetime,
    files: Mapping[str, FileFacts] | None = None,
) -> list[Change]:
    """Return all that changes between two feeds, and all that is wrong in ``after`` as it stands.

    ``files`` holds the facts of stored files by guid. Errors come first, then warnings, then notes.
    """
    changes = [
        *compare_channels(before.channel, after.channel),
        *compare_items(before.items, after.items, now=now, files=files),
    ]
    return sorted(changes, key=lambda change: list(Level).index(change.level))


def compare_channels(before: ChannelRecord | None, after: ChannelRecord) -> Iterator[Change]:
    """What changes of the show; ``before`` is None for a feed that nobody has yet."""
    for name, code in _REQUIRED.items():
        if not getattr(after, name):
            yield Change(Level.ERROR, code)
    if before is None:
        yield Change(Level.NOTE, "new-show")
        return
    for name, judge in _CHANNEL_CODES.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new and (new or name not in _REQUIRED):
            level, code = judge(new)
            yield Change(level, code, before=text_of(old), after=text_of(new))


_REQUIRED: Final = {
    "image_url": "artwork-missing",
    "category": "category-missing",
    "guid": "show-guid-lost",
}

Judge = Callable[[object], tuple[Level, str]]


def _always(level: Level, code: str) -> Judge:
    return lambda new: (level, code)


def _switch(code: str) -> Judge:
    """Setting it is a warning, taking it back is news."""
    return lambda new: (Level.WARNING, f"{code}-on") if new else (Level.NOTE, f"{code}-off")


_CHANNEL_CODES: Final[dict[str, Judge]] = {
    "title": _always(Level.NOTE, "show-title"),
    "guid": _always(Level.ERROR, "show-guid-changed"),
    "feed_url": _always(Level.WARNING, "feed-url-changed"),
    "language": _always(Level.WARNING, "language-changed"),
    "image_url": _always(Level.NOTE, "show-artwork"),
    "category": _always(Level.NOTE, "category-changed"),
    "complete": _switch("complete"),
    "block": _switch("show-block"),
    "new_feed_url": _switch("new-feed-url"),
    "words": _always(Level.NOTE, "show-words"),
}


def compare_items(
    before: Iterable[ItemRecord],
    after: Iterable[ItemRecord],
    *,
    now: datetime,
    files: Mapping[str, FileFacts] | None = None,
) -> Iterator[Change]:
    """What changes of the episodes, and what is wrong with those in ``after``."""
    old, new = list(before), list(after)
    for first, second in _pairs(old, new):
        if second is None:
            yield of_item(first, Level.ERROR, "vanished")
        elif first is None:
            yield from _arrival(second, old, now)
        elif first != second:
            yield from _differences(first, second)
    yield from standing_faults(new, now, files or {})


def _pairs(
    old: list[ItemRecord], new: list[ItemRecord]
) -> Iterator[tuple[ItemRecord | None, ItemRecord | None]]:
    """Each item with what became of it: by its guid, else by its audio, else by title and date."""
    keys: tuple[Callable[[ItemRecord], object], ...] = (
        lambda item: item.guid or None,
        lambda item: item.enclosure_url or None,
        lambda item: (item.title, item.published),
    )
    paired: set[int] = set()
    for key in keys:
        unmatched = {key(item): item for item in reversed(old) if key(item) is not None}
        rest = []
        for item in new:
            if first := unmatched.pop(key(item), None):
                paired.add(id(first))
                yield first, item
            else:
                rest.append(item)
        new, old = rest, [item for item in old if id(item) not in paired]
    yield from ((None, item) for item in new)
    yield from ((item, None) for item in old)


def _arrival(item: ItemRecord, old: list[ItemRecord], now: datetime) -> Iterator[Change]:
    yield of_item(item, Level.NOTE, "new-episode")
    dates = [other.published for other in old if other.published]
    if item.published and dates and item.published < max(dates):
        newest = max(dates).isoformat()
        yield of_item(
            item, Level.WARNING, "date-old", before=newest, after=item.published.isoformat()
        )


def _differences(old: ItemRecord, new: ItemRecord) -> Iterator[Change]:
    """What changed of one episode."""
    for field in fields(ItemRecord):
        first, second = getattr(old, field.name), getattr(new, field.name)
        if first == second:
            continue
        level, code = _ITEM_CODES[field.name]
        if field.name == "guid" and not second:
            code = "guid-lost"
        if field.name == "published" and first and second:
            code = "date-later" if second > first else "date-earlier"
        values = {"before": text_of(first), "after": text_of(second)}
        yield of_item(new, level, code, **values)


_ITEM_CODES: Final = {
    "guid": (Level.ERROR, "guid-changed"),
    "title": (Level.NOTE, "title"),
    "enclosure_url": (Level.WARNING, "enclosure-changed"),
    "length": (Level.NOTE, "audio"),
    "mime_type": (Level.NOTE, "audio-type"),
    "published": (Level.WARNING, "date-lost"),
    "season": (Level.NOTE, "season"),
    "number": (Level.NOTE, "number"),
    "episode_type": (Level.NOTE, "episode-type"),
    "image_url": (Level.NOTE, "artwork"),
    "block": (Level.WARNING, "block-changed"),
    "words": (Level.NOTE, "words"),
}
