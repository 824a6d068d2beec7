"""Tags about people and places, of a show and of an episode."""

from __future__ import annotations

from lxml import etree

from cms.syndication import WFW
from podcast.feed.namespace import PODCAST
from podcast.feed.parts import SocialInteract
from podcast.feed.social import DISABLED, SOCIAL_PROTOCOLS
from podcast.feed.tags.adding import add
from podcast.feed.types import Channel, Item
from podcast.feed.values import (
    COUNTRY,
    GEO,
    LOCATION_RELATIONS,
    OSM,
    URI,
    matching,
    phrase,
    web_address,
)


def persons(parent: etree._Element, record: Channel | Item) -> None:
    """Name who is heard. The persons of an item take the place of the channel's."""
    for person in record.persons:
        if name := phrase(person.name):
            add(
                parent,
                PODCAST,
                "person",
                name,
                role=phrase(person.role),
                group=phrase(person.group),
                img=web_address(person.img),
                href=web_address(person.href),
            )


def locations(parent: etree._Element, record: Channel | Item) -> None:
    """Name where it plays or is made (the tag as revised in 2025: several, with rel, country)."""
    for location in record.locations:
        if name := phrase(location.name):
            add(
                parent,
                PODCAST,
                "location",
                name,
                rel=location.rel if location.rel in LOCATION_RELATIONS else "",
                geo=matching(GEO, location.geo),
                osm=matching(OSM, location.osm),
                country=matching(COUNTRY, location.country).lower(),
            )


def social_interactions(parent: etree._Element, item: Item) -> None:
    """Name where the episode is talked about; "disabled" stands alone, with nothing else."""
    if _is_silent(item):
        add(parent, PODCAST, "socialInteract", protocol=DISABLED)
        return
    for social in item.social_interactions:
        if social.protocol in SOCIAL_PROTOCOLS and matching(URI, social.uri):
            _social_interaction(parent, social)


def comments(parent: etree._Element, item: Item) -> None:
    """Say where the website's own comments are, unless apps are told to show none."""
    if _is_silent(item):
        return
    if url := web_address(item.comments_url):
        etree.SubElement(parent, "comments").text = url
    if url := web_address(item.comments_feed_url):
        add(parent, WFW, "commentRss", url)


def _is_silent(item: Item) -> bool:
    return any(social.protocol == DISABLED for social in item.social_interactions)


def _social_interaction(parent: etree._Element, social: SocialInteract) -> None:
    add(
        parent,
        PODCAST,
        "socialInteract",
        protocol=social.protocol,
        uri=social.uri,
        accountId=social.account_id,
        accountUrl=web_address(social.account_url),
        priority="" if social.priority is None else str(social.priority),
    )
