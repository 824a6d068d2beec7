"""Looks a feed over before it replaces the last good one, in one pass and without holding it whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from cms.syndication import ATOM
from podcast.feed.namespace import ITUNES
from podcast.feed.values import SHOW_LANGUAGE

# Text from imports is in what is checked: no entity is resolved and nothing is fetched.
_SAFE: Final = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}


class NotAFeedError(Exception):
    """The bytes are no RSS 2.0 feed with a channel. Its words say why, in plain English."""


def read_channel(xml: bytes) -> etree._Element:
    """Return the feed's ``<channel>``; raise NotAFeedError for anything else than RSS 2.0."""
    try:
        return _channel(etree.fromstring(xml, etree.XMLParser(**_SAFE)))
    except etree.XMLSyntaxError as error:
        raise NotAFeedError(f"The feed is not well-formed XML: {error}.") from error


def _channel(root: etree._Element) -> etree._Element:
    channel = root.find("channel")
    if root.getroottree().docinfo.doctype:
        raise NotAFeedError("The feed has a DOCTYPE, which readers refuse.")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        raise NotAFeedError("The feed is not RSS 2.0 with a channel.")
    return channel


def check_feed(xml: bytes) -> list[str]:
    """Return the faults of a whole document; see :class:`FeedCheck`."""
    check = FeedCheck()
    for _part in check.watch([xml]):
        pass
    return check.faults


def check_item(xml: str) -> list[str]:
    """Return the faults of one ``<item>`` as :func:`podcast.feed.render.render_item` makes it."""
    wrapped = f'<rss xmlns:itunes="{ITUNES}">{xml}</rss>'
    parser = etree.XMLParser(recover=True, **_SAFE)
    root = etree.fromstring(wrapped.encode(), parser)
    return list(_item_faults(root[0], 1))


class FeedCheck:
    """What would make directories refuse a feed or lose an episode, in plain English.

    No fault means that the document is well-formed RSS, that its channel has what Apple requires
    (title, description, link, language, artwork, category, explicit, one self link) and that every
    item has a title, a guid and an enclosure of its own. ``guids`` are those of the items.
    """

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.guids: list[str] = []
        self._urls: list[str] = []
        self._parser = etree.XMLPullParser(events=("end",), tag=("item", "rss"), **_SAFE)

    def watch(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        """Yield ``parts`` unchanged; when all have gone by, ``faults`` and ``guids`` are complete."""
        is_broken = False
        for part in parts:
            is_broken = is_broken or not self._see(part)
            yield part
        if not is_broken:
            self._end()

    def _see(self, part: bytes) -> bool:
        try:
            self._parser.feed(part)
        except etree.XMLSyntaxError as error:
            self.faults = [f"The feed is not well-formed XML: {error}."]
            return False
        for _event, element in self._parser.read_events():
            if element.tag == "item":
                self._see_item(element)
        return True

    def _see_item(self, item: etree._Element) -> None:
        place = len(self.guids) + 1
        self.faults.extend(_item_faults(item, place))
        self.guids.append(item.findtext("guid", ""))
        enclosure = item.find("enclosure")
        self._urls.append("" if enclosure is None else enclosure.get("url", ""))
        # What has been looked at need not be kept.
        item.getparent().remove(item)

    def _end(self) -> None:
        try:
            root = self._parser.close()
        except etree.XMLSyntaxError as error:
            self.faults = [f"The feed is not well-formed XML: {error}."]
            return
        try:
            self.faults = [*_channel_faults(_channel(root)), *self.faults]
        except NotAFeedError as error:
            self.faults = [str(error)]
            return
        for what, values in (("guid", self.guids), ("enclosure", self._urls)):
            for value, count in Counter(values).items():
                if value and count > 1:
                    self.faults.append(f"{count} items have the same {what}: {value}")


def _channel_faults(channel: etree._Element) -> Iterator[str]:
    for tag in ("title", "description", "link"):
        if not channel.findtext(tag, "").strip():
            yield f"The channel has no {tag}."
    if not re.fullmatch(SHOW_LANGUAGE, channel.findtext("language", "")):
        yield "The channel's language is not two letters, with or without a region."
    for tag, attribute in (("image", "href"), ("category", "text")):
        element = channel.find(f"{{{ITUNES}}}{tag}")
        if element is None or not element.get(attribute):
            yield f"The channel has no itunes:{tag}."
    if channel.findtext(f"{{{ITUNES}}}explicit") not in ("true", "false"):
        yield "The channel's itunes:explicit is neither true nor false."
    if len(channel.findall(f"{{{ATOM}}}link[@rel='self']")) != 1:
        yield "The channel has not exactly one atom:link to itself."


def _item_faults(item: etree._Element, place: int) -> Iterator[str]:
    for tag in ("title", "guid"):
        if not item.findtext(tag, "").strip():
            yield f"Item {place} has no {tag}."
    if not _is_whole(item.find("enclosure")):
        yield f"Item {place} has no enclosure with an ASCII url, a length and a type."


def _is_whole(enclosure: etree._Element | None) -> bool:
    if enclosure is None or not enclosure.get("url") or not enclosure.get("type"):
        return False
    has_length = re.fullmatch(r"[1-9][0-9]*", enclosure.get("length", ""))
    return has_length is not None and enclosure.get("url").isascii()
