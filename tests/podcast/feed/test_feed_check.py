"""A feed that directories would refuse is named as such before it is served."""

from __future__ import annotations

import pytest

from podcast.feed.check import check_feed
from podcast.feed.types import Enclosure
from tests.podcast.feed.samples import channel, item, joined


def test_a_good_feed_has_no_fault() -> None:
    assert check_feed(joined(channel(), [item(2), item(1)])) == []


def test_a_feed_without_items_has_no_fault() -> None:
    assert check_feed(joined(channel(), [])) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"<title>Rest &amp; Recovery", b"<title> ", "The channel has no title."),
        (b"<link>", b"<page>", "The feed is not well-formed XML"),
        (b"<language>en<", b"<language>english<", "The channel's language is not two letters"),
        (b"itunes:image href", b"itunes:image src", "The channel has no itunes:image."),
        (b"itunes:category text", b"itunes:category name", "The channel has no itunes:category."),
        (b"explicit>false<", b"explicit>no<", "The channel's itunes:explicit is neither true nor"),
        (b'rel="self"', b'rel="first"', "The channel has not exactly one atom:link to itself."),
        (b'version="2.0"', b'version="1.0"', "The feed is not RSS 2.0"),
        (b"<title>A night without sleep, part 1<", b"<title><", "Item 1 has no title."),
        (b' length="20000001"', b' length="0"', "Item 1 has no enclosure"),
        (b' length="20000001"', b' length="None"', "Item 1 has no enclosure"),
        (b' type="audio/mpeg"', b"", "Item 1 has no enclosure"),
        (b"/listen/1.mp3", "/listen/é.mp3".encode(), "Item 1 has no enclosure with an ASCII url"),
    ],
)
def test_a_fault_is_told_in_plain_english(old: bytes, new: bytes, fault: str) -> None:
    xml = joined(channel(), [item()])
    assert old in xml
    faults = check_feed(xml.replace(old, new, 1))
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_two_items_with_one_guid_are_found() -> None:
    twin = item(2, guid=item(1).guid)
    assert check_feed(joined(channel(), [twin, item(1)])) == [
        f"2 items have the same guid: {twin.guid}"
    ]


def test_items_without_a_guid_are_not_called_twins() -> None:
    xml = joined(channel(), [item(2), item(1)])
    for one in (item(1), item(2)):
        xml = xml.replace(str(one.guid).encode(), b"")
    assert check_feed(xml) == ["Item 1 has no guid.", "Item 2 has no guid."]


def test_two_items_with_one_enclosure_are_found() -> None:
    twin = item(2, enclosure=Enclosure(item(1).enclosure.url, 1, "audio/mpeg"))
    assert check_feed(joined(channel(), [twin, item(1)])) == [
        f"2 items have the same enclosure: {item(1).enclosure.url}"
    ]


def test_a_feed_with_a_doctype_is_refused_unread() -> None:
    xml = joined(channel(), []).replace(
        b"<rss", b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss', 1
    )
    assert check_feed(xml) == ["The feed has a DOCTYPE, which readers refuse."]


@pytest.mark.parametrize("xml", [b"", b"no feed", b"<html/>", b"<rss version='2.0'/>"])
def test_what_is_no_feed_is_refused(xml: bytes) -> None:
    assert len(check_feed(xml)) == 1


def test_a_guid_that_should_be_there_and_is_not_is_named() -> None:
    xml = joined(channel(), [item(2), item(1)])
    expected = [str(item(number).guid) for number in (1, 2, 3)]
    assert check_feed(xml, expected) == [f"Item {item(3).guid} has vanished."]
    assert check_feed(xml, expected[:2]) == []
    assert check_feed(xml, []) == []
