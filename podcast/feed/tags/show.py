"""Tags of the podcast namespace that only a show has."""

from __future__ import annotations

from datetime import UTC

from lxml import etree

from cms.syndication import rfc2822
from podcast.feed.mediums import MEDIUMS, PUBLISHER
from podcast.feed.namespace import PODCAST
from podcast.feed.parts import RemoteItem, UpdateFrequency
from podcast.feed.services import SERVICES
from podcast.feed.tags.adding import add
from podcast.feed.types import Channel
from podcast.feed.values import GUID, MIME_TYPE, RRULE, matching, phrase, positive, web_address


def guid(parent: etree._Element, channel: Channel) -> None:
    """Write the show's identity across all its addresses."""
    add(parent, PODCAST, "guid", str(channel.guid))


def locked(parent: etree._Element, channel: Channel) -> None:
    """Tell other hosts whether they may import the feed, and whom they may ask."""
    owner = channel.owner.email if channel.owner else ""
    add(parent, PODCAST, "locked", "yes" if channel.locked else "no", owner=owner)


def medium(parent: etree._Element, channel: Channel) -> None:
    """Say what kind of content it is."""
    if channel.medium in MEDIUMS:
        add(parent, PODCAST, "medium", channel.medium)


def blocks(parent: etree._Element, channel: Channel) -> None:
    """Tell all directories, or one by name, whether they may list the show."""
    for block in channel.service_blocks:
        if not block.service or block.service in SERVICES:
            add(parent, PODCAST, "block", "yes" if block.blocked else "no", id=block.service)


def update_frequency(parent: etree._Element, channel: Channel) -> None:
    """Say how often episodes come, in words, as a rule, or both."""
    frequency = channel.update_frequency
    if frequency is None or not (frequency.text or frequency.rrule or frequency.complete):
        return
    add(
        parent,
        PODCAST,
        "updateFrequency",
        phrase(frequency.text),
        rrule=_rule(frequency),
        dtstart=_start(frequency),
        complete="true" if frequency.complete else "",
    )


def _rule(frequency: UpdateFrequency) -> str:
    # A rule that counts needs a beginning to count from.
    if "COUNT=" in frequency.rrule and frequency.start is None:
        return ""
    return matching(RRULE, frequency.rrule)


def _start(frequency: UpdateFrequency) -> str:
    if frequency.start is None:
        return ""
    return f"{frequency.start.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def trailers(parent: etree._Element, channel: Channel) -> None:
    """Name the trailers of the show and of its seasons."""
    for trailer in channel.trailers:
        title, url = phrase(trailer.title), web_address(trailer.url)
        if title and url:
            add(
                parent,
                PODCAST,
                "trailer",
                title,
                url=url,
                pubdate=rfc2822(trailer.published),
                length=positive(trailer.length),
                type=matching(MIME_TYPE, trailer.mime_type),
                season=positive(trailer.season),
            )


def podroll(parent: etree._Element, channel: Channel) -> None:
    """Recommend other podcasts."""
    recommended = [one for one in channel.podroll if matching(GUID, one.feed_guid)]
    if recommended:
        element = add(parent, PODCAST, "podroll")
        for remote in recommended:
            _remote_item(element, remote, remote.medium if remote.medium in MEDIUMS else "")


def publisher(parent: etree._Element, channel: Channel) -> None:
    """Name the feed of the publisher, which must be of the medium of that name."""
    if channel.publisher is not None and matching(GUID, channel.publisher.feed_guid):
        _remote_item(add(parent, PODCAST, "publisher"), channel.publisher, PUBLISHER)


def _remote_item(parent: etree._Element, remote: RemoteItem, medium: str) -> None:
    add(
        parent,
        PODCAST,
        "remoteItem",
        feedGuid=remote.feed_guid,
        feedUrl=web_address(remote.feed_url),
        itemGuid=remote.item_guid,
        medium=medium,
        title=phrase(remote.title),
    )
