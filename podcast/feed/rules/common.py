"""Rules that hold for the channel and for every item alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Final

from lxml import etree

from cms.syndication import LINE_LIMIT
from podcast.feed.namespace import ITUNES, PODCAST
from podcast.feed.notes import DESCRIPTION_LIMIT
from podcast.feed.rules.elements import child, own_elements, text_of, written
from podcast.feed.rules.finding import Finding, error, warning

#: Texts with a limit of their own, or with none.
_LONG_TEXTS: Final = {"description", "content:encoded", "itunes:summary", "podcast:txt"}
_ONCE: Final = {
    "title",
    "description",
    "link",
    "language",
    "guid",
    "pubDate",
    "lastBuildDate",
    "enclosure",
    "image",
    "comments",
    "content:encoded",
    "itunes:author",
    "itunes:block",
    "itunes:complete",
    "itunes:duration",
    "itunes:episode",
    "itunes:episodeType",
    "itunes:explicit",
    "itunes:image",
    "itunes:new-feed-url",
    "itunes:owner",
    "itunes:season",
    "itunes:summary",
    "itunes:title",
    "itunes:type",
    "psc:chapters",
    "wfw:commentRss",
}
_ITUNES: Final = {
    *(name.removeprefix("itunes:") for name in _ONCE if name.startswith("itunes:")),
    "category",
    "email",
    "name",
}
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DATE: Final = re.compile(
    r"[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}(:[0-9]{2})?"
    r" ([A-Z]{1,4}|[+-][0-9]{4})"
)
_DROPPED: Final = {"subtitle", "keywords", "order", "isClosedCaptioned"}


def common_findings(parent: etree._Element) -> Iterator[Finding]:
    """Yield breaches that a channel and an item can both have."""
    yield from _dates(parent)
    yield from _yes_only(parent)
    yield from _description(parent)
    yield from _repeated(parent)
    for element in own_elements(parent):
        yield from _text(element)
        yield from _known_tag(element)


def _dates(parent: etree._Element) -> Iterator[Finding]:
    for name in ("pubDate", "lastBuildDate"):
        value = text_of(parent, name)
        if value is not None and not is_rfc2822(value):
            yield error("date-invalid", f"The {name} {value!r} is no date as RFC 2822 has it.")


def is_rfc2822(text: str) -> bool:
    """Tell whether it is a date with time and zone, such as ``Sat, 15 Jun 2019 19:00:00 GMT``.

    The day of the week is asked for, as Apple does, and must be the right one.
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return False
    return text.startswith(_WEEKDAYS[moment.weekday()])


def _yes_only(parent: etree._Element) -> Iterator[Finding]:
    for name in ("itunes:block", "itunes:complete"):
        value = text_of(parent, name)
        if value is not None and value.lower() != "yes":
            yield error("yes-only", f"The {name} is {value!r}: only Yes acts, leave it out for no.")


def _description(parent: etree._Element) -> Iterator[Finding]:
    for name in ("description", "itunes:summary"):
        size = len((text_of(parent, name) or "").encode())
        if size > DESCRIPTION_LIMIT:
            yield error("description-long", f"The {name} has {size} bytes, 4,000 are allowed.")
    content = child(parent, "content:encoded")
    if content is not None and not (content.text or "").strip():
        yield warning("content-empty", "An empty content:encoded hides the notes in some apps.")


def _repeated(parent: etree._Element) -> Iterator[Finding]:
    counts = Counter(written(element.tag) for element in parent.iterchildren(etree.Element))
    for name, count in counts.items():
        if count > 1 and name in _ONCE:
            yield error("tag-repeated", f"There are {count} {name}, one is allowed.")


def _text(element: etree._Element) -> Iterator[Finding]:
    # An element with children has only the white space between them.
    value = "" if len(element) else element.text or ""
    name = written(element.tag)
    if value != value.strip():
        yield warning("text-spaces", f"The text of {name} has spaces around it.")
    # Addresses are no texts that are shown.
    if len(value) > LINE_LIMIT and name not in _LONG_TEXTS and "://" not in value:
        yield warning("text-long", f"The {name} has {len(value)} characters, 255 are allowed.")
    if any(part != part.strip() for part in element.attrib.values()):
        yield warning("text-spaces", f"An attribute of {name} has spaces around it.")


def _known_tag(element: etree._Element) -> Iterator[Finding]:
    name = etree.QName(element)
    if name.namespace == ITUNES and name.localname in _DROPPED:
        yield warning("itunes-tag-dropped", f"Apple no longer reads itunes:{name.localname}.")
    elif name.namespace == ITUNES and name.localname not in _ITUNES:
        yield warning("itunes-tag-unknown", f"There is no tag itunes:{name.localname}.")
    elif name.namespace not in (ITUNES, PODCAST, None) and "podcast" in name.namespace.lower():
        yield warning("namespace-unknown", f"No app knows the namespace of {written(element.tag)}.")
