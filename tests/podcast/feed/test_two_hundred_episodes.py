"""Two hundred odd episodes are read back by three parsers as they were meant, and break no rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from podcast.feed.check import check_feed
from podcast.feed.parts import ServiceBlock
from podcast.feed.rules import Level, check_rules
from tests.feed_readers import READERS, ReadItem, partytime
from tests.podcast.feed.full import full_channel
from tests.podcast.feed.generated import Generated, episodes
from tests.podcast.feed.samples import NS, joined, whole
from tests.podcast.feed.told import assert_agree, told_of_parts

SHOW = full_channel(service_blocks=(ServiceBlock(False, "apple"),))


@pytest.fixture(scope="module")
def generated() -> list[Generated]:
    return episodes(200, seed=20261122)


@pytest.fixture(scope="module")
def xml(generated: list[Generated]) -> bytes:
    return joined(SHOW, [one.item for one in generated])


@pytest.mark.parametrize("read", READERS)
def test_every_field_is_read_back_as_it_was_meant(
    read: Callable[[bytes], list[ReadItem]], xml: bytes, generated: list[Generated]
) -> None:
    assert_agree(read, xml, [one.valid for one in generated])


def test_podcast_index_finds_every_part_of_the_podcast_namespace(
    xml: bytes, generated: list[Generated]
) -> None:
    for found, one in zip(partytime(xml)["items"], generated, strict=True):
        expected = told_of_parts(one.valid)
        # That parser lends an item what it does not say itself: the show's way of paying, and the
        # name that another item gives the season.
        expected["value"] = expected["value"] or found.get("value")
        if expected["podcastSeason"]:
            expected["podcastSeason"].setdefault("name", found["podcastSeason"].get("name"))
            found["podcastSeason"].setdefault("name", None)
        assert {name: found.get(name) or None for name in expected} == expected


def test_no_rule_is_broken(xml: bytes) -> None:
    assert check_feed(xml) == []
    findings = check_rules(xml)
    assert [finding for finding in findings if finding.level is Level.ERROR] == []
    # What chance makes and no rule forbids: small files, unknown times, numbers in titles.
    assert {finding.code for finding in findings} <= {
        "enclosure-small",
        "duration-missing",
        "item-description-missing",
        "title-number",
    }


def test_joining_gives_the_bytes_of_feedgen(xml: bytes, generated: list[Generated]) -> None:
    plain = replace(SHOW, stylesheet_url="")
    items = [one.item for one in generated]
    assert joined(plain, items) == whole(plain, items)


def test_no_invalid_part_is_written(xml: bytes, generated: list[Generated]) -> None:
    valid = etree.fromstring(joined(SHOW, [one.valid for one in generated]))
    assert etree.tostring(etree.fromstring(xml)) == etree.tostring(valid)
    assert valid.find("channel/item/podcast:soundbite", NS) is not None
