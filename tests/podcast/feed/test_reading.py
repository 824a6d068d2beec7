"""A feed is read back as what it was made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from podcast.feed.reading import AppLinks, FeedRecord, app_links, read_feed, read_head
from podcast.feed.render import join, render_item
from podcast.feed.types import Category, Channel, Enclosure, Item

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHANNEL = Channel(
    title="The Show",
    description="What it is about.",
    feed_url="https://example.org/podcast/feed.xml",
    link="https://example.org/podcast/",
    language="en",
    image_url="https://example.org/artwork.jpg",
    categories=(Category("Health & Fitness", "Medicine"),),
    guid=UUID("917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    updated=MOMENT,
    complete=True,
    block=True,
    new_feed_url="https://example.net/feed.xml",
)


def item(notes: str = "<p>At length.</p>") -> Item:
    return Item(
        guid=UUID("2f0a3a4e-5f0e-4f5b-8c7e-2b1e1b6f0a11"),
        title="The Episode & more",
        link="https://example.org/podcast/one/",
        published=MOMENT,
        enclosure=Enclosure("https://example.org/listen/one.mp3", 1234, "audio/mpeg"),
        duration=60,
        notes_html=notes,
        season=2,
        number=5,
        episode_type="bonus",
    )


def feed(notes: str = "<p>At length.</p>") -> bytes:
    return join(CHANNEL, [render_item(item(notes))])


def test_an_item_is_what_was_rendered() -> None:
    (record,) = read_feed(feed()).items
    assert record.guid == str(item().guid)
    assert record.title == "The Episode & more"
    assert record.enclosure_url == "https://example.org/listen/one.mp3"
    assert (record.length, record.mime_type) == (1234, "audio/mpeg")
    assert record.published == MOMENT
    assert (record.season, record.number, record.episode_type) == (2, 5, "bonus")
    assert (record.image_url, record.block) == ("", False)


def test_the_channel_is_what_was_rendered() -> None:
    channel = read_feed(feed()).channel
    assert (channel.title, channel.guid) == ("The Show", str(CHANNEL.guid))
    assert (channel.feed_url, channel.language) == (CHANNEL.feed_url, "en")
    assert channel.image_url == CHANNEL.image_url
    assert channel.category == "Health & Fitness, Medicine"
    assert (channel.complete, channel.block) == (True, True)
    assert channel.new_feed_url == CHANNEL.new_feed_url


def test_the_head_is_read_from_the_start_of_a_feed() -> None:
    xml = feed()
    assert read_head(xml[: xml.index(b"<item>") + 40]) == read_feed(xml).channel
    assert read_head(join(CHANNEL, [])) == read_feed(xml).channel


def test_other_words_are_noticed_but_not_other_line_breaks() -> None:
    def words(notes: str) -> str:
        return read_feed(feed(notes)).items[0].words

    assert words("<p>One two.</p>") == words("<p>One\ntwo.</p>")
    assert words("<p>One two.</p>") != words("<p>One three.</p>")


def test_a_new_number_or_address_is_told_once() -> None:
    def read(number: int | None, season: int | None, display: str, address: str) -> FeedRecord:
        moved = replace(CHANNEL, new_feed_url=address)
        episode = replace(item(), number=number, season=season, number_display=display)
        return read_feed(join(moved, [render_item(episode)]))

    before = read(5, 2, "", "")
    after = read(6, 3, "", "https://example.net/feed.xml")
    assert after.items[0].words == before.items[0].words
    assert after.channel.words == before.channel.words
    assert read(None, None, "", "").items[0].words == before.items[0].words
    assert read(5, 2, "Day 5", "").items[0].words != before.items[0].words


@pytest.mark.parametrize("xml", [b"", b"<rss>", b"<html/>"])
def test_what_is_no_feed_is_refused(xml: bytes) -> None:
    with pytest.raises(ValueError, match=r"Not well-formed|No channel"):
        read_feed(xml)


def test_an_item_may_lack_what_it_likes() -> None:
    (record,) = read_feed(b"<rss><channel><item><pubDate>x</pubDate></item></channel></rss>").items
    assert (record.guid, record.enclosure_url, record.published) == ("", "", None)


def test_apps_load_what_the_first_item_links() -> None:
    assert app_links(feed()) == AppLinks(
        CHANNEL.image_url, "https://example.org/listen/one.mp3", "1234", "audio/mpeg"
    )
    assert app_links(join(CHANNEL, [])) == AppLinks(CHANNEL.image_url)
