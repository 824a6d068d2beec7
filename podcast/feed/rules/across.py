"""Rules that compare a feed's items with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from podcast.feed.rules.elements import text_of
from podcast.feed.rules.finding import Finding, error, warning

Key = tuple[str, ...] | None


def across_items(
    channel: etree._Element, items: list[etree._Element]
) -> Iterator[tuple[etree._Element, Finding]]:
    """Yield every item that says what another says already, or misses what its show promises."""
    for key_of, finding in _UNIQUE:
        keys = [key_of(item) for item in items]
        counts = Counter(keys)
        yield from (
            (item, finding)
            for item, key in zip(items, keys, strict=True)
            if key and counts[key] > 1
        )
    if text_of(channel, "itunes:type") == "serial":
        yield from ((item, _NO_NUMBER) for item in items if _lacks_number(item))


def _guid(item: etree._Element) -> Key:
    # AntennaPod compares guids untrimmed, others trimmed: they must differ either way.
    return _given((text_of(item, "guid") or "").strip())


def _enclosure(item: etree._Element) -> Key:
    enclosure = item.find("enclosure")
    return None if enclosure is None else _given(enclosure.get("url", ""))


def _number(item: etree._Element) -> Key:
    number = text_of(item, "itunes:episode")
    if not number:
        return None
    kind = text_of(item, "itunes:episodeType") or "full"
    return (kind, text_of(item, "itunes:season") or "", number)


def _title_and_date(item: etree._Element) -> Key:
    return _given(text_of(item, "title") or "", text_of(item, "pubDate") or "")


def _given(*parts: str) -> Key:
    return parts if all(parts) else None


def _lacks_number(item: etree._Element) -> bool:
    is_full = (text_of(item, "itunes:episodeType") or "full") == "full"
    return is_full and not text_of(item, "itunes:episode")


_UNIQUE: Final[tuple[tuple[Callable[[etree._Element], Key], Finding], ...]] = (
    (_guid, error("guid-duplicate", "Another item has the same guid.")),
    (_enclosure, error("enclosure-duplicate", "Another item has the same enclosure.")),
    (_number, warning("number-duplicate", "Another item has the same season and number.")),
    (
        _title_and_date,
        warning("title-duplicate", "AntennaPod merges items of the same title and date."),
    ),
)
_NO_NUMBER: Final = error("serial-number-missing", "A full episode of a serial needs a number.")
