"""Renders a show's feed by feedgen: an item once per change, the head per version, joined as text.

Joining stored items gives the very bytes feedgen gives for the whole feed at a fraction of the
cost, so publishing one episode of a thousand renders one item.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Final

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from cms.syndication import clean_line, cleaned, new_feed, styled
from podcast.feed.categories import is_apple_category
from podcast.feed.extension import EpisodeExtension, ShowExtension
from podcast.feed.namespace import PODCAST
from podcast.feed.notes import clean_notes, limit_html, paragraphs
from podcast.feed.types import Category, Channel, Item
from podcast.feed.values import EPISODE_TYPES, SHOW_TYPES

#: In characters; 4,000 bytes is the limit, and UTF-8 takes at most four for a character.
SUMMARY_LIMIT: Final = 1000

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def render_item(item: Item) -> str:
    """Return the episode's ``<item>…</item>``, ready to be joined into any show's feed."""
    feed = _with_extensions(
        # A head of no meaning: it gives the item the feed's namespaces and is cut off again.
        new_feed(
            title="-",
            description="-",
            link="-",
            feed_url="-",
            language="en",
            updated=datetime.fromtimestamp(0, UTC),
        )
    )
    add_item(feed, item)
    xml = feed.rss_str(encoding="unicode", xml_declaration=False)
    return xml[xml.index("<item>") : xml.rindex("</channel>")]


def render_channel(channel: Channel) -> tuple[str, str]:
    """Return the feed's head (with the XML declaration) and tail; the items go between them."""
    xml = styled(feed_generator(channel).rss_str(), clean_line(channel.stylesheet_url)).decode()
    end = xml.rindex("</channel>")
    return xml[:end], xml[end:]


def join(channel: Channel, items: Iterable[str]) -> bytes:
    """Return the whole feed: ``items`` as :func:`render_item` made them, newest first."""
    head, tail = render_channel(channel)
    # Encoded one by one: a single emoji would make one long text four bytes wide throughout.
    return b"".join(part.encode() for part in (head, *items, tail))


def keep_items(xml: bytes, guids: Collection[str]) -> bytes:
    """Return a feed made by :func:`join` without the items whose guid is not in ``guids``.

    Trailers in the head go with the episodes that they are.
    """
    root = etree.fromstring(xml, etree.XMLParser(strip_cdata=False, resolve_entities=False))
    gone = [item for item in root.iter("item") if item.findtext("guid") not in guids]
    gone += [
        trailer
        for trailer in root.iter(f"{{{PODCAST}}}trailer")
        if not any(guid in guids for guid in _GUID.findall(trailer.get("url", "")))
    ]
    for element in gone:
        element.getparent().remove(element)
    return (
        etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True) if gone else xml
    )


def feed_generator(channel: Channel) -> FeedGenerator:
    """Return feedgen's feed of the show, complete but for its items."""
    channel = cleaned(channel)
    feed = _with_extensions(
        new_feed(
            title=clean_line(channel.title),
            description=limit_html(clean_notes(channel.description, channel.link)),
            link=channel.link,
            feed_url=channel.feed_url,
            language=channel.language,
            updated=channel.updated,
        )
    )
    feed.show.channel = channel
    if channel.image_url:
        # The same address as itunes:image: of two different ones, some readers take the wrong one.
        feed.image(url=channel.image_url)
    if channel.copyright:
        feed.copyright(clean_line(channel.copyright))
    _fill_itunes(feed, channel)
    return feed


def add_item(feed: FeedGenerator, item: Item) -> None:
    """Append the episode to a feed made by :func:`feed_generator`."""
    item = cleaned(item)
    entry = feed.add_entry(order="append")
    entry.show.item = item
    entry.title(clean_line(item.title))
    entry.link(href=item.link)
    entry.guid(str(item.guid), permalink=False)
    entry.published(item.published)
    entry.enclosure(item.enclosure.url, item.enclosure.length, item.enclosure.mime_type)
    _fill_notes(entry, item)
    _fill_itunes_item(entry, item)


def _with_extensions(feed: FeedGenerator) -> FeedGenerator:
    feed.load_extension("podcast")
    feed.register_extension("show", ShowExtension, EpisodeExtension, atom=False)
    return feed


def _fill_itunes(feed: FeedGenerator, channel: Channel) -> None:
    """Set what feedgen's own extension writes rightly of the show."""
    if channel.author:
        feed.podcast.itunes_author(clean_line(channel.author))
    if channel.owner:
        feed.podcast.itunes_owner(clean_line(channel.owner.name), channel.owner.email)
    if channel.new_feed_url:
        feed.podcast.itunes_new_feed_url(channel.new_feed_url)
    for category in channel.categories:
        _fill_category(feed, category)
    if channel.show_type in SHOW_TYPES:
        feed.podcast.itunes_type(channel.show_type)


def _fill_category(feed: FeedGenerator, category: Category) -> None:
    """Write what Apple knows: a category that it does not know makes it refuse the feed."""
    if is_apple_category(category):
        feed.podcast.itunes_category(cat=category.name, sub=category.subcategory)
    elif is_apple_category(Category(category.name)):
        feed.podcast.itunes_category(cat=category.name)


def _fill_itunes_item(entry: FeedEntry, item: Item) -> None:
    """Set what feedgen's own extension writes rightly of the episode."""
    if item.author:
        entry.podcast.itunes_author(clean_line(item.author))
    if item.duration > 0:
        entry.podcast.itunes_duration(max(1, round(item.duration)))
    if item.season and item.season > 0:
        entry.podcast.itunes_season(item.season)
    if item.number and item.number > 0:
        entry.podcast.itunes_episode(item.number)
    if item.episode_type in EPISODE_TYPES:
        entry.podcast.itunes_episode_type(item.episode_type)


def _fill_notes(entry: FeedEntry, item: Item) -> None:
    """Set description, content:encoded and itunes:summary, each only where it says something.

    The notes go whole into content:encoded and, cut to the limit, into the description. A summary
    beside them goes into itunes:summary: Apple no longer reads it, but apps that show one plain
    line of an episode do. Without notes the summary is the description, and nothing is said twice.
    """
    notes = clean_notes(item.notes_html, item.link)
    if notes:
        entry.description(limit_html(notes))
        entry.content(notes, type="CDATA")
        if item.summary:
            entry.podcast.itunes_summary(clean_line(item.summary, SUMMARY_LIMIT))
    elif item.summary:
        entry.description(limit_html(paragraphs(item.summary)))
