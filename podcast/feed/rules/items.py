"""Rules that hold for an item alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from podcast.feed.rules.channel import artwork_findings, explicit_findings
from podcast.feed.rules.elements import child, text_of
from podcast.feed.rules.finding import Finding, error, warning
from podcast.feed.values import EPISODE_TYPES, URI, matching

#: Apple decides by the ending; PSP-1 says audio/m4a where Apple says audio/x-m4a.
_TYPES_OF_ENDING: Final[dict[str, tuple[str, ...]]] = {
    "mp3": ("audio/mpeg",),
    "m4a": ("audio/x-m4a", "audio/m4a", "audio/mp4"),
    "mp4": ("video/mp4",),
    "m4v": ("video/x-m4v", "video/m4v"),
    "mov": ("video/quicktime",),
    "pdf": ("application/pdf",),
}
#: In bytes; below, AntennaPod takes the length for unknown.
_SMALLEST_LENGTH: Final = 16_384
#: Whole and above zero, and no longer than any number that readers can hold.
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,17}")
_CLOCK: Final = re.compile(r"([0-9]{1,3}:)?[0-5]?[0-9]:[0-5][0-9]")


def item_findings(item: etree._Element) -> Iterator[Finding]:
    """Yield what the item lacks or says wrong."""
    yield from _presence(item)
    yield from _guid(item)
    yield from _enclosure(item)
    yield from _duration(item)
    yield from _numbers(item)
    yield from _title(item)
    yield from explicit_findings(item)
    yield from artwork_findings(item)


def _presence(item: etree._Element) -> Iterator[Finding]:
    for name in ("title", "guid"):
        if not (text_of(item, name) or "").strip():
            yield error(f"item-{name}-missing", f"The item has no {name}.")
    if item.find("enclosure") is None:
        yield error("enclosure-missing", "The item has no enclosure.")
    for name in ("pubDate", "link", "description"):
        if not (text_of(item, name) or "").strip():
            yield warning(f"item-{name.lower()}-missing", f"The item has no {name}.")


def _guid(item: etree._Element) -> Iterator[Finding]:
    guid = item.find("guid")
    if guid is None or guid.get("isPermaLink") == "false":
        return
    if not matching(URI, guid.text or ""):
        yield error("guid-permalink", 'A guid that is no address needs isPermaLink="false".')


def _enclosure(item: etree._Element) -> Iterator[Finding]:
    enclosure = item.find("enclosure")
    if enclosure is None:
        return
    url, length, kind = (enclosure.get(name, "") for name in ("url", "length", "type"))
    if not url or not kind:
        yield error("enclosure-incomplete", "The enclosure needs a url and a type.")
        return
    if not _NUMBER.fullmatch(length):
        yield error("enclosure-length", f"The enclosure's length {length!r} is no size in bytes.")
    elif int(length) < _SMALLEST_LENGTH:
        yield warning("enclosure-small", "AntennaPod takes a length below 16,384 for unknown.")
    yield from _enclosure_type(url, kind)


def _enclosure_type(url: str, kind: str) -> Iterator[Finding]:
    ending = re.sub(r"[?#].*", "", url).rpartition(".")[2].lower()
    types = _TYPES_OF_ENDING.get(ending)
    if types is None:
        yield warning("enclosure-ending", f"Apple takes no file whose name ends in .{ending[:8]}.")
    elif kind not in types:
        yield error("enclosure-type", f"A file .{ending} is not of the type {kind}.")


def _duration(item: etree._Element) -> Iterator[Finding]:
    duration = text_of(item, "itunes:duration")
    if duration is None:
        yield warning("duration-missing", "The item has no itunes:duration.")
    elif _CLOCK.fullmatch(duration):
        yield warning("duration-clock", "The itunes:duration is best written in seconds.")
    elif not _NUMBER.fullmatch(duration):
        yield error("duration-invalid", f"The itunes:duration {duration!r} is no time.")


def _numbers(item: etree._Element) -> Iterator[Finding]:
    for name in ("season", "episode"):
        value = text_of(item, f"itunes:{name}")
        if value is not None and not _NUMBER.fullmatch(value):
            yield error(f"{name}-invalid", f"The itunes:{name} {value!r} is no number above zero.")
    kind = text_of(item, "itunes:episodeType")
    if kind is not None and kind not in EPISODE_TYPES:
        yield error("episode-type-invalid", f"There is no itunes:episodeType {kind!r}.")


def _title(item: etree._Element) -> Iterator[Finding]:
    number = text_of(item, "itunes:episode") or ""
    title = text_of(item, "title") or ""
    if number.isdigit() and re.match(rf"\W*(\w+\W+)?0*{number}\s*[:.|–—-]", title):
        yield warning("title-number", "Apps show the number themselves: leave it out of the title.")
    if child(item, "itunes:explicit") is None:
        yield warning("item-explicit-missing", "The item has no itunes:explicit.")
