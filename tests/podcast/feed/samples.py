"""Shows and episodes of a feed, with every field filled, for the tests to vary."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from lxml import etree

from podcast.feed.identity import podcast_guid
from podcast.feed.namespace import HISTORY, ITUNES, PODCAST, PSC
from podcast.feed.parts import Funding, Person
from podcast.feed.render import add_item, feed_generator, join, render_item
from podcast.feed.types import Category, Channel, Enclosure, Item, Owner

NS = {
    "itunes": ITUNES,
    "podcast": PODCAST,
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": PSC,
    "fh": HISTORY,
    "wfw": "http://wellformedweb.org/CommentAPI/",
}

SITE = "https://practice.example"
FEED_URL = f"{SITE}/podcast/feed.xml"

_CHANNEL = Channel(
    title="Rest & Recovery",
    description="<p>Talks about <b>sleep</b> and rest.</p>",
    feed_url=FEED_URL,
    link=f"{SITE}/podcast/",
    language="en",
    image_url=f"{SITE}/media/show.jpg",
    categories=(Category("Health & Fitness", "Medicine"), Category("Science")),
    guid=podcast_guid(FEED_URL),
    updated=datetime(2026, 3, 2, 7, 30, tzinfo=UTC),
    author="The Practice",
    owner=Owner("The Practice", "podcast@practice.example"),
    copyright="The Practice",
    fundings=(Funding(f"{SITE}/support/", "Support the show"),),
    persons=(Person("Ada Host", href=f"{SITE}/ada/", img=f"{SITE}/ada.jpg"),),
)


def channel(**changes: Any) -> Channel:
    return replace(_CHANNEL, **changes)


def item(number: int = 1, /, **changes: Any) -> Item:
    """Return episode ``number``, one week after the one before, with an enclosure of its own."""
    made = Item(
        guid=uuid5(UUID(int=0), str(number)),
        title=f"A night without sleep, part {number}",
        link=f"{SITE}/podcast/episode-{number}/",
        published=datetime(2026, 1, 5, 6, 0, tzinfo=UTC) + timedelta(weeks=number),
        enclosure=Enclosure(f"{SITE}/listen/{number}.mp3", 20_000_000 + number, "audio/mpeg"),
        duration=1800.4 + number,
        summary="What happens in a night without sleep.",
        notes_html='<h2>Links</h2><p>See <a href="/articles/sleep/">our article</a>.</p>',
        image_url=f"{SITE}/media/episode-{number}.jpg",
        season=2,
        number=number,
        author="Ada Host",
        persons=(Person("Ben Guest", role="guest"),),
    )
    return replace(made, **changes)


#: What editors paste and importers bring.
ODD_TEXTS = {
    "emoji": "Sleep 😴 and family 👨‍👩‍👧",
    "right to left": "שלום وعليكم السلام",
    "end of CDATA": "a ]]> b <![CDATA[ c",
    "ampersand": "Rest & recovery &c.",
    "comparison": "5 < 7 > 3",
    "quotes": "\"double\" 'single' «angled»",
    "control characters": "Word\x0b left\x00 these\x1f here\x7f",
    "not a character": "end\ufffe of\uffff plane",
    "lone surrogates": "half \ud83d an emoji \udc00",
    "ten thousand characters": "long words " * 910,
    "lines": "first\r\nsecond\n\nthird\tand tab",
    "spaces around": "  \u00a0 in the middle   ",
}


def whole(show: Channel, items: list[Item]) -> bytes:
    """Return the feed as feedgen renders it in one piece."""
    feed = feed_generator(show)
    for one in items:
        add_item(feed, one)
    return feed.rss_str()


def joined(show: Channel, items: list[Item]) -> bytes:
    return join(show, [render_item(one) for one in items])


def channel_element(show: Channel) -> etree._Element:
    return etree.fromstring(joined(show, [])).find("channel")


def item_element(one: Item) -> etree._Element:
    return etree.fromstring(joined(channel(), [one])).find("channel/item")


def text(element: etree._Element, path: str) -> str | None:
    return element.findtext(path, namespaces=NS)
