"""What Apple Podcasts, PSP-1 and the podcast namespace ask of a feed as a whole, rule by rule.

Apple: "A Podcaster's Guide to RSS" and podcasters.apple.com/support/823; PSP-1: the Podcast RSS
Specification.
"""

from __future__ import annotations

import re

import pytest
from lxml import etree

from podcast.feed.parts import Person
from podcast.feed.types import Category, Channel, Item, Owner
from tests.podcast.feed.samples import (
    NS,
    ODD_TEXTS,
    channel,
    channel_element,
    item,
    joined,
    text,
)

DROPPED_BY_APPLE = ("subtitle", "keywords", "order", "isClosedCaptioned")


def test_the_feed_is_rss_2_in_utf_8_with_exactly_the_namespaces_readers_know() -> None:
    xml = joined(channel(), [item()])
    root = etree.fromstring(xml)
    assert xml.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert root.nsmap == {
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "podcast": "https://podcastindex.org/namespace/1.0",
        "psc": "http://podlove.org/simple-chapters",
        "wfw": "http://wellformedweb.org/CommentAPI/",
    }


def test_tags_that_apple_dropped_are_not_written() -> None:
    feed = etree.fromstring(joined(channel(), [item()]))
    for tag in DROPPED_BY_APPLE:
        assert feed.find(f".//itunes:{tag}", NS) is None


@pytest.mark.parametrize("odd", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_values_are_trimmed_and_at_most_255_characters(odd: str) -> None:
    show = channel(title=odd, author=odd, copyright=odd, owner=Owner(odd, "a@b.example"))
    feed = etree.fromstring(joined(show, [item(title=odd, author=odd)]))
    long_tags = {"description", f"{{{NS['content']}}}encoded", f"{{{NS['itunes']}}}summary"}
    for element in feed.iter():
        value = element.text or ""
        assert value == value.strip()
        assert element.tag in long_tags or len(value) <= 255


def test_every_text_field_may_hold_what_xml_forbids() -> None:
    dirty = "\x00\x1f\ufffe\ud800"
    show = channel(
        **{name: f"{value}{dirty}" for name, value in _texts(channel()).items()},
        persons=(Person(f"Ada{dirty}", href=f"https://a.example/{dirty}"),),
        categories=(Category(f"Arts{dirty}", f"Books{dirty}"),),
        owner=Owner(f"A{dirty}", f"a@b.example{dirty}"),
    )
    one = item(**{name: f"{value}{dirty}" for name, value in _texts(item()).items()})
    assert not re.search(f"[{dirty}]", joined(show, [one]).decode())


def _texts(record: Channel | Item) -> dict[str, str]:
    names = type(record).__dataclass_fields__
    return {name: getattr(record, name) for name in names if type(getattr(record, name)) is str}


# The podcast namespace


@pytest.mark.parametrize(("locked", "written"), [(True, "yes"), (False, "no")])
def test_locked_is_yes_or_no(locked: bool, written: str) -> None:
    assert text(channel_element(channel(locked=locked)), "podcast:locked") == written


def test_the_medium_is_written() -> None:
    assert text(channel_element(channel(medium="audiobook")), "podcast:medium") == "audiobook"
