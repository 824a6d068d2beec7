"""What is wrong with a feed's episodes as they stand, whatever they were before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Final

from podcast.feed.changes import Change, FileFacts, Level, of_item, text_of
from podcast.feed.reading import ItemRecord


def standing_faults(
    items: list[ItemRecord], now: datetime, files: Mapping[str, FileFacts]
) -> Iterator[Change]:
    """Missing and shared things, dates to come, and files unlike what the feed says of them.

    ``files`` holds the facts of stored files by guid; a file that is not named is not judged.
    """
    for item in items:
        if not item.enclosure_url:
            yield of_item(item, Level.ERROR, "enclosure-missing")
        if item.published and item.published > now:
            yield of_item(item, Level.WARNING, "date-future", after=item.published.isoformat())
        if file := files.get(item.guid):
            yield from _file_faults(item, file)
    for code, (level, key) in _UNIQUE.items():
        for item, other in _doubles(items, key):
            yield of_item(item, level, code, other=other.title, after=str(key(item)))


def _file_faults(item: ItemRecord, file: FileFacts) -> Iterator[Change]:
    if file.length is None:
        yield of_item(item, Level.ERROR, "file-missing")
    elif item.length != file.length:
        lengths = {"before": str(file.length), "after": text_of(item.length)}
        yield of_item(item, Level.ERROR, "length-differs", **lengths)
    if item.mime_type != file.mime_type:
        yield of_item(
            item, Level.ERROR, "type-differs", before=file.mime_type, after=item.mime_type
        )


def _numbered(item: ItemRecord) -> str | None:
    """ "2/5" for the fifth episode of season two; a trailer may have the number of its episode."""
    if item.number is None:
        return None
    place = f"{item.season}/{item.number}" if item.season else f"{item.number}"
    return place if item.episode_type == "full" else f"{place} ({item.episode_type})"


_UNIQUE: Final[dict[str, tuple[Level, Callable[[ItemRecord], str | None]]]] = {
    "guid-shared": (Level.ERROR, lambda item: item.guid or None),
    "enclosure-shared": (Level.ERROR, lambda item: item.enclosure_url or None),
    "number-shared": (Level.WARNING, _numbered),
    "title-shared": (Level.WARNING, lambda item: item.title.casefold() or None),
}


def _doubles(
    items: list[ItemRecord], key: Callable[[ItemRecord], str | None]
) -> Iterator[tuple[ItemRecord, ItemRecord]]:
    """Each item that has the same as another, with one of the others."""
    groups: dict[str, list[ItemRecord]] = defaultdict(list)
    for item in items:
        if (value := key(item)) is not None:
            groups[value].append(item)
    for group in groups.values():
        if len(group) > 1:
            yield from zip(group, [*group[1:], group[0]], strict=True)
