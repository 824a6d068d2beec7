"""Links between documents: to the hubs that spread news, and among the pages of a long feed."""

from __future__ import annotations

from lxml import etree

from cms.syndication import ATOM
from podcast.feed.namespace import HISTORY
from podcast.feed.tags.adding import add
from podcast.feed.types import Channel
from podcast.feed.values import web_address


def hubs(parent: etree._Element, channel: Channel) -> None:
    """Name the WebSub hubs that are told of every change."""
    for url in channel.hub_urls:
        _link(parent, "hub", url)


def paging(parent: etree._Element, channel: Channel) -> None:
    """Write RFC 5005's links, once as a paged and once as an archived feed.

    The documents are the same: who follows ``next`` and who follows ``prev-archive`` both come
    from the newest episode to the oldest.
    """
    pages = channel.paging
    if pages is None:
        return
    _link(parent, "first", pages.first)
    _link(parent, "last", pages.last)
    _link(parent, "previous", pages.previous)
    _link(parent, "next", pages.next)
    _link(parent, "prev-archive", pages.next)
    if pages.is_archive:
        _link(parent, "current", pages.first)
        add(parent, HISTORY, "archive")


def _link(parent: etree._Element, rel: str, url: str) -> None:
    if address := web_address(url):
        add(parent, ATOM, "link", href=address, rel=rel)
