"""Brings our tags into feedgen's feed: those it lacks and those it gets wrong.

Why not feedgen's own podcast extension alone: it refuses ``true`` and ``false`` for itunes:explicit,
drops artwork whose address does not end in .jpg or .png, writes ``yes`` for itunes:block set to
"no", and knows neither the channel's itunes:title nor the `podcast:` namespace.
"""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from cms.syndication import WFW
from podcast.feed.namespace import HISTORY, ITUNES, PODCAST, PSC
from podcast.feed.tags import CHANNEL_TAGS, ITEM_TAGS
from podcast.feed.types import Channel, Item


class ShowExtension(BaseExtension):
    """Writes CHANNEL_TAGS of the channel it is given (none while an item is rendered alone)."""

    channel: Channel | None = None

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces, declared once on <rss> under the prefixes that parsers look for.

        Items are rendered apart from the head, so what they may need is always declared.
        """
        always = {"itunes": ITUNES, "podcast": PODCAST, "psc": PSC, "wfw": WFW}
        is_paged = self.channel is not None and self.channel.paging is not None
        return {**always, "fh": HISTORY} if is_paged else always

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
