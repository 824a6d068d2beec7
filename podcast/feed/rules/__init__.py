"""Our own validator of podcast feeds: Apple's rules, PSP-1's and the podcast namespace's.

Sources: Apple's "A Podcaster's Guide to RSS" and podcasters.apple.com/support/823, 896, 1691; PSP-1, the
Podcast RSS Specification; podcastindex.org/namespace/1.0; podlove.org/simple-chapters; and what the
parsers of real apps are known to choke on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from podcast.feed.check import NotAFeedError, read_channel
from podcast.feed.rules.across import across_items
from podcast.feed.rules.addresses import address_findings
from podcast.feed.rules.channel import channel_findings
from podcast.feed.rules.common import common_findings
from podcast.feed.rules.finding import Finding, Level, error
from podcast.feed.rules.items import item_findings
from podcast.feed.rules.namespaces import namespace_findings
from podcast.feed.rules.podcast_tags import podcast_findings
from podcast.feed.rules.simple_chapters import simple_chapter_findings

__all__ = ["Finding", "Level", "check_rules"]


def check_rules(xml: bytes) -> list[Finding]:
    """Return every breach of a rule, the channel's first, then the items' in their order.

    A feed that cannot be read has one finding, ``not-a-feed``.
    """
    try:
        channel = read_channel(xml)
    except NotAFeedError as reason:
        return [error("not-a-feed", str(reason))]
    items = channel.findall("item")
    found = [*namespace_findings(channel.getparent()), *_of_channel(channel)]
    for item in items:
        found += [_at(item, finding) for finding in _of_item(item)]
    found += [_at(item, finding) for item, finding in across_items(channel, items)]
    return found


def _of_channel(channel: etree._Element) -> Iterator[Finding]:
    yield from channel_findings(channel)
    yield from common_findings(channel)
    yield from address_findings(channel)
    yield from podcast_findings(channel)


def _of_item(item: etree._Element) -> Iterator[Finding]:
    yield from item_findings(item)
    yield from common_findings(item)
    yield from address_findings(item)
    yield from podcast_findings(item)
    yield from simple_chapter_findings(item)


def _at(item: etree._Element, finding: Finding) -> Finding:
    guid, title = (" ".join(item.findtext(tag, "").split()) for tag in ("guid", "title"))
    # An item with neither is still no channel.
    return replace(finding, guid=guid or "(no guid)", title=title)
