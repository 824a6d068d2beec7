"""Apple's tags that feedgen lacks or gets wrong."""

from __future__ import annotations

from lxml import etree

from cms.syndication import clean_line
from podcast.feed.namespace import ITUNES
from podcast.feed.tags.adding import add
from podcast.feed.types import Channel, Item


def description(parent: etree._Element, record: Channel | Item) -> None:
    """Put the description into CDATA: Apple wants HTML there, feedgen escapes it."""
    element = parent.find("description")
    if element is not None:
        element.text = etree.CDATA(element.text)


def title(parent: etree._Element, record: Channel | Item) -> None:
    """Write the title once more for Apple."""
    add(parent, ITUNES, "title", clean_line(record.title))


def explicit(parent: etree._Element, record: Channel | Item) -> None:
    """Write true or false, the only words that Apple takes, in every language of the site."""
    add(parent, ITUNES, "explicit", "true" if record.explicit else "false")


def image(parent: etree._Element, record: Channel | Item) -> None:
    """Write the artwork's address, whatever its ending."""
    if record.image_url:
        add(parent, ITUNES, "image", href=record.image_url)


def block(parent: etree._Element, record: Channel | Item) -> None:
    """Hide the show or episode: only "Yes" acts, but some apps take the bare tag for a yes."""
    if record.block:
        add(parent, ITUNES, "block", "Yes")


def complete(parent: etree._Element, channel: Channel) -> None:
    """Say that no episode will follow."""
    if channel.complete:
        add(parent, ITUNES, "complete", "Yes")
