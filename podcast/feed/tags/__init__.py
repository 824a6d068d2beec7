"""Every tag that feedgen lacks or gets wrong, in the order they are written.

A tag is one small function that takes an element and the record behind it. A new tag is a new
function and its name here; nothing else changes. What would be invalid (no address, a word no list
knows) is left out, because readers treat a wrong part worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from podcast.feed.tags import episode, itunes, links, people, show, terms
from podcast.feed.types import Channel, Item

CHANNEL_TAGS: Final[tuple[Callable[[etree._Element, Channel], None], ...]] = (
    links.hubs,
    links.paging,
    itunes.description,
    itunes.title,
    itunes.explicit,
    itunes.image,
    itunes.block,
    itunes.complete,
    show.guid,
    show.locked,
    show.medium,
    show.blocks,
    show.update_frequency,
    show.trailers,
    show.podroll,
    show.publisher,
    terms.fundings,
    terms.license_,
    terms.txts,
    terms.value,
    people.persons,
    people.locations,
)

ITEM_TAGS: Final[tuple[Callable[[etree._Element, Item], None], ...]] = (
    itunes.description,
    itunes.title,
    itunes.explicit,
    itunes.image,
    itunes.block,
    episode.season,
    episode.number_,
    episode.transcripts,
    episode.chapters,
    episode.simple_chapters,
    episode.soundbites,
    episode.alternate_enclosures,
    episode.content_links,
    people.social_interactions,
    people.comments,
    terms.fundings,
    terms.license_,
    terms.txts,
    terms.value,
    people.persons,
    people.locations,
)
