"""The ground that every feed of the site stands on, and the feed of its articles.

Feeds are rendered by feedgen. This module keeps it to four promises it does not make itself:
no character that XML forbids, no ``setlocale`` in a threaded server, no "now" among the bytes,
and one link of each kind. It knows neither Django nor Wagtail: plain values go in, bytes come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, TypeVar, cast
from uuid import UUID
from xml.sax.saxutils import quoteattr

import feedgen.entry
import feedgen.feed
from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
RSS_TYPE = "application/rss+xml"
#: The address of an item's comments as a feed (The Comment API), and how many there are.
WFW = "http://wellformedweb.org/CommentAPI/"
SLASH = "http://purl.org/rss/1.0/modules/slash/"

#: Apple's limit for a tag's value, in characters, where it names no other (also PSP-1's).
LINE_LIMIT = 255

# What is left after XML 1.0's Char production (section 2.2): lxml refuses the whole feed for one.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Record = TypeVar("Record")


def clean_text(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 forbids (controls, lone surrogates…)."""
    return _FORBIDDEN.sub("", text)


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return ``text`` on one line of at most ``limit`` characters, as titles and names want it."""
    return " ".join(clean_text(text).split())[:limit].rstrip()


def cleaned(record: Record) -> Record:
    """Return the dataclass (or tuple, or string) with every string inside it clean and trimmed.

    Cleaning whole records where they enter means that no field, present or future, is forgotten:
    one forbidden character anywhere costs the whole feed. Apple wants values without space around.
    """
    return cast(Record, _cleaned(record))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value).strip()
    if isinstance(value, tuple):
        return tuple(_cleaned(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _cleaned(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **parts)
    return value


def rfc2822(moment: datetime) -> str:
    """Return the aware ``moment`` as feeds write it: ``Sun, 22 Nov 2026 18:30:00 GMT``.

    Always GMT, so that the same moment gives the same bytes whatever zone it was read in.
    Raises ValueError for a naive datetime, which would silently mean the server's own zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"A feed needs aware datetimes, not {moment!r}.")
    return format_datetime(moment.astimezone(UTC), usegmt=True)


# feedgen's own formatRFC2822 switches the *process* to the C locale and back for every date.
# Two threads doing so at once can leave it there for good. Both modules hold the name themselves.
feedgen.entry.formatRFC2822 = rfc2822
feedgen.feed.formatRFC2822 = rfc2822


def new_feed(
    *, title: str, description: str, link: str, feed_url: str, language: str, updated: datetime
) -> FeedGenerator:
    """Return a feedgen feed whose head is complete and depends on nothing but these values.

    ``updated`` becomes lastBuildDate, which feedgen would otherwise set to now, changing every
    byte-wise ETag each second. The page's link comes last, as feedgen takes the last for <link>.
    """
    feed = FeedGenerator()
    feed.title(title)
    feed.description(description or title)
    feed.link(href=feed_url, rel="self", type=RSS_TYPE)
    feed.link(href=link, rel="alternate")
    feed.language(language)
    feed.updated(updated)
    feed.generator("")
    feed.docs("")
    return feed


@dataclass(frozen=True, slots=True)
class NewsChannel:
    """A list of articles as its feed's head says it. URLs are absolute, ``updated`` is aware."""

    title: str
    description: str
    feed_url: str
    link: str
    language: str
    updated: datetime
    image_url: str = ""
    stylesheet_url: str = ""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An article as its feed item says it.

    ``guid`` is no address and never changes; ``summary`` is plain text, or clean HTML where that is
    the whole item; ``content_html`` is the whole article as clean HTML with absolute URLs; datetimes
    are aware. ``comment_count`` is None where readers say nothing of the article.
    """

    guid: UUID | str
    title: str
    link: str
    published: datetime
    updated: datetime | None = None
    author: str = ""
    categories: tuple[str, ...] = ()
    summary: str = ""
    content_html: str = ""
    image_url: str = ""
    comments_url: str = ""
    comments_feed_url: str = ""
    comment_count: int | None = None


class _Updated(BaseExtension):
    """The feed's half of :class:`_UpdatedItem`; feedgen registers the two as a pair."""


class _UpdatedItem(BaseEntryExtension):
    """Writes ``atom:updated`` into an RSS item: RSS itself has no date of the last change."""

    moment: datetime | None = None

    def extend_rss(self, item: etree._Element) -> etree._Element:
        if self.moment is not None:
            element = etree.SubElement(item, f"{{{ATOM}}}updated")
            element.text = self.moment.astimezone(UTC).isoformat(timespec="seconds")
        return item


class _Talk(BaseExtension):
    """The feed's half of :class:`_TalkOfItem`: the namespaces of comments."""

    def extend_ns(self) -> dict[str, str]:
        return {"slash": SLASH, "wfw": WFW}


class _TalkOfItem(BaseEntryExtension):
    """Writes where an item's comments are had as a feed, and how many there are."""

    feed_url = ""
    count: int | None = None

    def extend_rss(self, item: etree._Element) -> etree._Element:
        if self.feed_url:
            etree.SubElement(item, f"{{{WFW}}}commentRss").text = self.feed_url
        if self.count is not None:
            etree.SubElement(item, f"{{{SLASH}}}comments").text = str(self.count)
        return item


def render_news_feed(channel: NewsChannel, items: Iterable[NewsItem]) -> bytes:
    """Return the RSS 2.0 feed of ``items``, in the order given (newest first)."""
    channel = cleaned(channel)
    feed = new_feed(
        title=clean_line(channel.title),
        description=channel.description,
        link=channel.link,
        feed_url=channel.feed_url,
        language=channel.language,
        updated=channel.updated,
    )
    feed.load_extension("dc")
    feed.load_extension("media")
    feed.register_extension("change", _Updated, _UpdatedItem, atom=False)
    feed.register_extension("talk", _Talk, _TalkOfItem, atom=False)
    if channel.image_url:
        feed.image(url=channel.image_url)
    for item in items:
        _fill(feed.add_entry(order="append"), cleaned(item))
    return styled(cast(bytes, feed.rss_str()), channel.stylesheet_url)


def styled(xml: bytes, stylesheet_url: str) -> bytes:
    """Return ``xml`` with the instruction that lets browsers show it by an XSL stylesheet, if any.

    Source: W3C, Associating Style Sheets with XML documents 1.0. It stands after the declaration.
    """
    if not stylesheet_url:
        return xml
    instruction = f'<?xml-stylesheet type="text/xsl" href={quoteattr(stylesheet_url)}?>'
    declaration, end, document = xml.partition(b"?>\n")
    return declaration + end + instruction.encode() + document


def _fill(entry: FeedEntry, item: NewsItem) -> None:
    entry.title(clean_line(item.title))
    entry.link(href=item.link)
    entry.guid(str(item.guid), permalink=False)
    entry.published(item.published)
    entry.change.moment = item.updated
    if item.comments_url:
        entry.comments(item.comments_url)
    entry.talk.feed_url, entry.talk.count = item.comments_feed_url, item.comment_count
    if item.author:
        entry.dc.dc_creator(clean_line(item.author))
    for name in item.categories:
        entry.category(term=clean_line(name))
    # With content but no description feedgen would put the whole article into <description>.
    entry.description(item.summary or clean_line(item.title))
    if item.content_html:
        entry.content(item.content_html, type="CDATA")
    if item.image_url:
        entry.media.content(url=item.image_url, medium="image", group=None)
