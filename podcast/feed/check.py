"""Looks a joined feed over before it replaces the last good one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from lxml import etree

from cms.syndication import ATOM
from podcast.feed.namespace import ITUNES

_LANGUAGE: Final = re.compile(r"[a-z]{2}(-[a-z]{2})?", re.IGNORECASE)


class NotAFeedError(Exception):
    """The bytes are no RSS 2.0 feed with a channel. Its words say why, in plain English."""


def check_feed(xml: bytes, expected: Collection[str] | None = None) -> list[str]:
    """Return what would make directories refuse the feed or lose an episode, in plain English.

    An empty list means that the feed is well-formed RSS, that its channel has what Apple requires
    (title, description, link, language, artwork, category, explicit, one self link), that every
    item has a title, a guid and an enclosure of its own, and that no guid of ``expected`` is missing.
    """
    try:
        channel = read_channel(xml)
    except NotAFeedError as error:
        return [str(error)]
    items = channel.findall("item")
    return [*_channel_faults(channel), *_item_faults(items), *_vanished(items, expected or ())]


def read_channel(xml: bytes) -> etree._Element:
    """Return the feed's ``<channel>``; raise NotAFeedError for anything else than RSS 2.0."""
    # The parser reads what was rendered here, yet text from imports is in it: no entity is
    # resolved, nothing is fetched, and a DOCTYPE, which no feed needs, is refused below.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise NotAFeedError(f"The feed is not well-formed XML: {error}.") from error
    if root.getroottree().docinfo.doctype:
        raise NotAFeedError("The feed has a DOCTYPE, which readers refuse.")
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        raise NotAFeedError("The feed is not RSS 2.0 with a channel.")
    return channel


def _channel_faults(channel: etree._Element) -> Iterator[str]:
    for tag in ("title", "description", "link"):
        if not channel.findtext(tag, "").strip():
            yield f"The channel has no {tag}."
    if not _LANGUAGE.fullmatch(channel.findtext("language", "")):
        yield "The channel's language is not two letters, with or without a region."
    for tag, attribute in (("image", "href"), ("category", "text")):
        element = channel.find(f"{{{ITUNES}}}{tag}")
        if element is None or not element.get(attribute):
            yield f"The channel has no itunes:{tag}."
    if channel.findtext(f"{{{ITUNES}}}explicit") not in ("true", "false"):
        yield "The channel's itunes:explicit is neither true nor false."
    if len(channel.findall(f"{{{ATOM}}}link[@rel='self']")) != 1:
        yield "The channel has not exactly one atom:link to itself."


def _item_faults(items: list[etree._Element]) -> Iterator[str]:
    guids: Counter[str] = Counter()
    urls: Counter[str] = Counter()
    for place, item in enumerate(items, start=1):
        for tag in ("title", "guid"):
            if not item.findtext(tag, "").strip():
                yield f"Item {place} has no {tag}."
        enclosure = item.find("enclosure")
        if not _is_whole(enclosure):
            yield f"Item {place} has no enclosure with an ASCII url, a length and a type."
        guids[item.findtext("guid", "")] += 1
        urls["" if enclosure is None else enclosure.get("url", "")] += 1
    for what, counts in (("guid", guids), ("enclosure", urls)):
        for value, count in counts.items():
            if value and count > 1:
                yield f"{count} items have the same {what}: {value}"


def _vanished(items: list[etree._Element], expected: Collection[str]) -> Iterator[str]:
    present = {item.findtext("guid", "") for item in items}
    for guid in expected:
        if guid not in present:
            yield f"Item {guid} has vanished."


def _is_whole(enclosure: etree._Element | None) -> bool:
    if enclosure is None or not enclosure.get("url") or not enclosure.get("type"):
        return False
    has_length = re.fullmatch(r"[1-9][0-9]*", enclosure.get("length", ""))
    return has_length is not None and enclosure.get("url").isascii()
