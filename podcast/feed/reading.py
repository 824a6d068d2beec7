"""Reads a feed into small records: of each item and of the channel what apps remember."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from lxml import etree

from cms.syndication import ATOM
from podcast.feed.namespace import ITUNES, PODCAST

#: What ends a feed's head: everything after it is items, and this.
_TAIL: Final = b"</channel></rss>"
#: Say once more what Apple's tags say of an episode's place.
_NUMBERS: Final = {f"{{{PODCAST}}}season", f"{{{PODCAST}}}episode"}


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """An episode as apps see it; ``words`` stands for everything that has no field of its own."""

    guid: str
    title: str = ""
    enclosure_url: str = ""
    length: int | None = None
    mime_type: str = ""
    published: datetime | None = None
    season: int | None = None
    number: int | None = None
    episode_type: str = "full"
    image_url: str = ""
    block: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class ChannelRecord:
    """A show as apps see it; ``words`` stands for everything that has no field of its own."""

    title: str
    guid: str = ""
    feed_url: str = ""
    language: str = ""
    image_url: str = ""
    category: str = ""
    complete: bool = False
    block: bool = False
    new_feed_url: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class FeedRecord:
    """A feed: its head and its items, in their order."""

    channel: ChannelRecord
    items: tuple[ItemRecord, ...] = ()


def read_feed(xml: bytes) -> FeedRecord:
    """Read a feed made by this house. Raises ValueError for what is no feed."""
    try:
        channel = etree.fromstring(xml, _parser()).find("channel")
    except etree.XMLSyntaxError as error:
        raise ValueError(f"Not well-formed: {error}") from error
    if channel is None:
        raise ValueError("No channel")
    items = tuple(_item(item) for item in channel.findall("item"))
    return FeedRecord(_channel(channel), items)


def read_head(start: bytes) -> ChannelRecord:
    """Read the channel from the start of a feed, which may end anywhere behind the first item tag."""
    head, item, _ = start.partition(b"<item>")
    return read_feed(head + _TAIL if item else start).channel


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _channel(channel: etree._Element) -> ChannelRecord:
    parts = [child for child in channel if child.tag != "item"]
    known = {"title", "language", "lastBuildDate", "image", f"{{{ATOM}}}link"}
    categories = channel.findall(f".//{{{ITUNES}}}category")
    return ChannelRecord(
        title=channel.findtext("title", "").strip(),
        guid=channel.findtext(f"{{{PODCAST}}}guid", "").strip(),
        feed_url=_attribute(channel, f"{{{ATOM}}}link[@rel='self']", "href"),
        language=channel.findtext("language", "").strip(),
        image_url=_attribute(channel, f"{{{ITUNES}}}image", "href"),
        category=", ".join(category.get("text", "") for category in categories),
        complete=_is_yes(channel, "complete"),
        block=_is_yes(channel, "block"),
        new_feed_url=channel.findtext(f"{{{ITUNES}}}new-feed-url", "").strip(),
        words=_digest(
            parts,
            known | _itunes("image", "category", "complete", "block", "title", "new-feed-url"),
        ),
    )


def _item(item: etree._Element) -> ItemRecord:
    known = {"guid", "title", "enclosure", "pubDate"}
    return ItemRecord(
        guid=item.findtext("guid", "").strip(),
        title=item.findtext("title", "").strip(),
        enclosure_url=_attribute(item, "enclosure", "url"),
        length=_number(_attribute(item, "enclosure", "length")),
        mime_type=_attribute(item, "enclosure", "type"),
        published=_date(item.findtext("pubDate", "")),
        season=_number(item.findtext(f"{{{ITUNES}}}season", "")),
        number=_number(item.findtext(f"{{{ITUNES}}}episode", "")),
        episode_type=item.findtext(f"{{{ITUNES}}}episodeType", "full").strip(),
        image_url=_attribute(item, f"{{{ITUNES}}}image", "href"),
        block=_is_yes(item, "block"),
        words=_digest(
            list(item),
            known | _itunes("season", "episode", "episodeType", "image", "block", "title"),
        ),
    )


def _itunes(*tags: str) -> set[str]:
    return {f"{{{ITUNES}}}{tag}" for tag in tags}


def _digest(elements: list[etree._Element], known: set[str]) -> str:
    """A short name for all that is in ``elements`` but those that are ``known``.

    Line breaks count as spaces, as they do in apps; editors move them without a thought.
    """
    digest = hashlib.sha256()
    for element in elements:
        if element.tag in _NUMBERS:
            # The number has a field of its own; only the name that stands beside it is a word.
            digest.update("".join(map(str, element.items())).encode())
        elif element.tag not in known:
            xml = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
            digest.update(b" ".join(xml.split()))
    return digest.hexdigest()[:16]


def _attribute(parent: etree._Element, path: str, name: str) -> str:
    element = parent.find(path)
    return "" if element is None else element.get(name, "").strip()


def _is_yes(parent: etree._Element, tag: str) -> bool:
    return parent.findtext(f"{{{ITUNES}}}{tag}", "").strip().casefold() == "yes"


def _number(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None


def _date(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text.strip())
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class AppLinks:
    """What apps load for the newest episode: addresses, and what the feed says stands there."""

    artwork_url: str = ""
    audio_url: str = ""
    audio_length: str = ""
    audio_type: str = ""
    #: (url, type) of chapters and transcripts.
    beside: tuple[tuple[str, str], ...] = ()


def app_links(xml: bytes) -> AppLinks:
    """The links of the show and of the first item in a feed made by this house."""
    channel = etree.fromstring(xml, _parser()).find("channel")
    item = channel.find("item")
    artwork = _attribute(channel, f"{{{ITUNES}}}image", "href")
    if item is None:
        return AppLinks(artwork)
    tags = [*item.findall(f"{{{PODCAST}}}chapters"), *item.findall(f"{{{PODCAST}}}transcript")]
    return AppLinks(
        _attribute(item, f"{{{ITUNES}}}image", "href") or artwork,
        _attribute(item, "enclosure", "url"),
        _attribute(item, "enclosure", "length"),
        _attribute(item, "enclosure", "type"),
        tuple((tag.get("url", ""), tag.get("type", "")) for tag in tags),
    )
