"""Rules that hold for the channel alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from podcast.feed.categories import APPLE_CATEGORIES
from podcast.feed.rules.elements import child, qualified, text_of
from podcast.feed.rules.finding import Finding, error, warning
from podcast.feed.values import SHOW_LANGUAGE, SHOW_TYPES

_PICTURE: Final = re.compile(r"\.(jpe?g|png)(\?.*)?", re.IGNORECASE)
_CLAIM: Final = re.compile(r"copyright|©|\(c\)", re.IGNORECASE)


def channel_findings(channel: etree._Element) -> Iterator[Finding]:
    """Yield what the channel lacks or says wrong."""
    yield from _required(channel)
    yield from _recommended(channel)
    yield from _values(channel)
    yield from _categories(channel)
    yield from artwork_findings(channel)


def _required(channel: etree._Element) -> Iterator[Finding]:
    for name in ("title", "description", "link", "language"):
        if not (text_of(channel, name) or "").strip():
            yield error(f"{name}-missing", f"The channel has no {name}.")
    if child(channel, "itunes:image") is None:
        yield error("image-missing", "The channel has no itunes:image.")
    if text_of(channel, "itunes:explicit") is None:
        yield error("explicit-missing", "The channel has no itunes:explicit.")
    own = [link for link in channel.findall(qualified("atom:link")) if link.get("rel") == "self"]
    if len(own) != 1:
        yield error("self-link", f"The channel has {len(own)} links to itself, it needs one.")


def _recommended(channel: etree._Element) -> Iterator[Finding]:
    for name in ("itunes:author", "podcast:guid", "podcast:locked"):
        if not (text_of(channel, name) or "").strip():
            code = f"{name.rpartition(':')[2]}-missing"
            yield warning(code, f"The channel has no {name}.")


def _values(channel: etree._Element) -> Iterator[Finding]:
    language = text_of(channel, "language")
    if language and not re.fullmatch(SHOW_LANGUAGE, language):
        yield error("language-invalid", f"The language {language!r} is not as in en or en-GB.")
    yield from explicit_findings(channel)
    show_type = text_of(channel, "itunes:type")
    if show_type is not None and show_type not in SHOW_TYPES:
        yield error("type-invalid", f"The itunes:type {show_type!r} is neither of the two.")
    if _CLAIM.search(text_of(channel, "copyright") or ""):
        yield warning("copyright-sign", "Apps write © themselves: name only the holder.")


def explicit_findings(parent: etree._Element) -> Iterator[Finding]:
    """Yield a word that is neither true nor false; Apple dropped yes, no and clean."""
    explicit = text_of(parent, "itunes:explicit")
    if explicit is not None and explicit not in ("true", "false"):
        yield error("explicit-invalid", f"The itunes:explicit {explicit!r} is not true or false.")


def _categories(channel: etree._Element) -> Iterator[Finding]:
    categories = channel.findall(qualified("itunes:category"))
    if not any(category.get("text") for category in categories):
        yield error("category-missing", "The channel has no itunes:category.")
    for category in categories:
        name = category.get("text", "")
        if name and name not in APPLE_CATEGORIES:
            yield error("category-unknown", f"Apple has no category {name!r}.")
        for sub in category.findall(qualified("itunes:category")):
            if sub.get("text", "") not in APPLE_CATEGORIES.get(name, ()):
                yield error("subcategory-unknown", f"Apple has no {sub.get('text')!r} in {name!r}.")


def artwork_findings(parent: etree._Element) -> Iterator[Finding]:
    """Yield artwork without an address or of an ending Apple does not take, and rival artwork."""
    image = child(parent, "itunes:image")
    if image is None:
        return
    url = image.get("href", "")
    if not url:
        yield error("image-invalid", "The itunes:image has no href.")
    elif not _PICTURE.search(url):
        yield warning("image-ending", f"The artwork's name ends neither in .jpg nor .png: {url}")
    other = parent.findtext("image/url")
    if url and other and other != url:
        yield warning("image-differs", "Of two different pictures some apps take the wrong one.")
