"""The tags feedgen lacks or gets wrong: `podcast:` and some of `itunes:`, as a feedgen extension.

A tag is one small function that takes an element and the record behind it. A new tag is a new
function and its name in CHANNEL_TAGS or ITEM_TAGS; nothing else changes.

Why not feedgen's own podcast extension alone: it refuses ``true`` and ``false`` for itunes:explicit,
drops artwork whose address does not end in .jpg or .png, writes ``yes`` for itunes:block set to
"no", and knows neither the channel's itunes:title nor the `podcast:` namespace.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from cms.syndication import clean_line
from podcast.feed.types import Channel, Item

ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST: Final = "https://podcastindex.org/namespace/1.0"

#: The podcast namespace's limit for a text that is shown (funding, person), in characters.
TEXT_LIMIT: Final = 128


def _add(
    parent: etree._Element, namespace: str, tag: str, text: str = "", **attributes: str
) -> None:
    """Append a tag; attributes without a value are left out."""
    given = {name: value for name, value in attributes.items() if value}
    etree.SubElement(parent, f"{{{namespace}}}{tag}", given).text = text or None


# Tags of both the channel and an item.


def _description_as_cdata(parent: etree._Element, record: Channel | Item) -> None:
    # Apple wants HTML in CDATA; feedgen escapes it.
    description = parent.find("description")
    if description is not None:
        description.text = etree.CDATA(description.text)


def _title(parent: etree._Element, record: Channel | Item) -> None:
    _add(parent, ITUNES, "title", clean_line(record.title))


def _explicit(parent: etree._Element, record: Channel | Item) -> None:
    _add(parent, ITUNES, "explicit", "true" if record.explicit else "false")


def _image(parent: etree._Element, record: Channel | Item) -> None:
    if record.image_url:
        _add(parent, ITUNES, "image", href=record.image_url)


def _block(parent: etree._Element, record: Channel | Item) -> None:
    # Only "Yes" acts at Apple, but other apps take the mere presence of the tag for a yes.
    if record.block:
        _add(parent, ITUNES, "block", "Yes")


def _persons(parent: etree._Element, record: Channel | Item) -> None:
    for person in record.persons:
        name = clean_line(person.name, TEXT_LIMIT)
        if name:
            _add(
                parent,
                PODCAST,
                "person",
                name,
                role=person.role,
                group=person.group,
                img=person.img,
                href=person.href,
            )


# Tags of the channel alone.


def _complete(parent: etree._Element, channel: Channel) -> None:
    if channel.complete:
        _add(parent, ITUNES, "complete", "Yes")


def _guid(parent: etree._Element, channel: Channel) -> None:
    _add(parent, PODCAST, "guid", str(channel.guid))


def _locked(parent: etree._Element, channel: Channel) -> None:
    owner = channel.owner.email if channel.owner else ""
    _add(parent, PODCAST, "locked", "yes" if channel.locked else "no", owner=owner)


def _medium(parent: etree._Element, channel: Channel) -> None:
    _add(parent, PODCAST, "medium", channel.medium)


def _funding(parent: etree._Element, channel: Channel) -> None:
    for funding in channel.fundings:
        text = clean_line(funding.text, TEXT_LIMIT)
        _add(parent, PODCAST, "funding", text, url=funding.url)


CHANNEL_TAGS: Final[tuple[Callable[[etree._Element, Channel], None], ...]] = (
    _description_as_cdata,
    _title,
    _explicit,
    _image,
    _block,
    _complete,
    _guid,
    _locked,
    _medium,
    _funding,
    _persons,
)

ITEM_TAGS: Final[tuple[Callable[[etree._Element, Item], None], ...]] = (
    _description_as_cdata,
    _title,
    _explicit,
    _image,
    _block,
    _persons,
)


class ShowExtension(BaseExtension):
    """Writes CHANNEL_TAGS of the channel it is given (none while an item is rendered alone)."""

    channel: Channel | None = None

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces, declared once on <rss> under the prefixes that parsers look for."""
        return {"itunes": ITUNES, "podcast": PODCAST}

    def extend_rss(self, rss: etree._Element) -> etree._Element:
        """Add the tags to the channel, the only child of <rss>."""
        if self.channel is not None:
            for add_tag in CHANNEL_TAGS:
                add_tag(rss[0], self.channel)
        return rss


class EpisodeExtension(BaseEntryExtension):
    """Writes ITEM_TAGS of the item it is given."""

    item: Item

    def extend_rss(self, element: etree._Element) -> etree._Element:
        """Add the tags to <item>."""
        for add_tag in ITEM_TAGS:
            add_tag(element, self.item)
        return element
