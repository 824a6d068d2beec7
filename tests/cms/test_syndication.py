"""Every feed stands on clean text, thread-safe dates and bytes that only data can change."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import feedgen.entry
import feedgen.feed
import feedparser
import pytest
from lxml import etree

from cms.syndication import (
    NewsChannel,
    NewsItem,
    clean_line,
    clean_text,
    cleaned,
    new_feed,
    render_news_feed,
    rfc2822,
)

NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}

MOMENT = datetime(2026, 3, 1, 8, 5, 9, 999_999, tzinfo=UTC)

CHANNEL = NewsChannel(
    title="Articles",
    description="What we write about rest & sleep.",
    feed_url="https://practice.example/articles/feed.xml",
    link="https://practice.example/articles/",
    language="en",
    updated=MOMENT,
    image_url="https://practice.example/media/logo.png",
)

ITEM = NewsItem(
    guid=UUID("11111111-2222-5333-8444-555555555555"),
    title="How to sleep & rest",
    link="https://practice.example/articles/sleep/",
    published=MOMENT,
    updated=MOMENT + timedelta(days=2),
    author="Ada Writer",
    categories=("Sleep", "Rest & more"),
    summary="Short.",
    content_html="<p>The whole article.</p>",
    image_url="https://practice.example/media/sleep.jpg",
)


def read_item(item: NewsItem) -> etree._Element:
    return etree.fromstring(render_news_feed(CHANNEL, [item])).find("channel/item")


# Text


@pytest.mark.parametrize(
    "forbidden", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", chr(0xDFFF), "\ufffe", "\uffff"]
)
def test_a_character_that_xml_forbids_is_dropped(forbidden: str) -> None:
    assert clean_text(f"a{forbidden}b") == "ab"


@pytest.mark.parametrize(
    "allowed",
    ["\t", "\n", "\r", " ", "\x7f", "\x85", "\ud7ff", "\ue000", "\ufffd", "😴", "\U0010ffff"],
)
def test_a_character_that_xml_allows_is_kept(allowed: str) -> None:
    assert clean_text(f"a{allowed}b") == f"a{allowed}b"
    etree.Element("a").text = clean_text(allowed)


def test_a_line_has_no_breaks_no_space_around_and_a_limit() -> None:
    assert clean_line("  one\r\n two\tthree \x0b") == "one two three"
    assert clean_line("one two", 4) == "one"
    assert len(clean_line("x" * 300)) == 255


def test_a_record_is_cleaned_at_every_depth_and_keeps_what_is_no_text() -> None:
    @dataclass(frozen=True)
    class Leaf:
        name: str

    @dataclass(frozen=True)
    class Tree:
        title: str
        leaves: tuple[Leaf, ...]
        only: Leaf | None
        moment: datetime
        size: int

    dirty = Tree(" a\x00 ", (Leaf("b\x01"), Leaf("c ")), Leaf("\ud800d"), MOMENT, 7)
    assert cleaned(dirty) == Tree("a", (Leaf("b"), Leaf("c")), Leaf("d"), MOMENT, 7)


# Dates


def test_a_date_is_written_as_apple_shows_it() -> None:
    assert rfc2822(MOMENT) == "Sun, 01 Mar 2026 08:05:09 GMT"


def test_one_moment_is_written_alike_in_every_zone() -> None:
    moved = MOMENT.astimezone(timezone(timedelta(hours=-7, minutes=-30)))
    assert rfc2822(moved) == rfc2822(MOMENT)


def test_a_date_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        rfc2822(datetime(2026, 3, 1))  # noqa: DTZ001 - the naive date is the point


def test_feedgen_writes_its_dates_with_ours_which_sets_no_locale() -> None:
    assert feedgen.feed.formatRFC2822 is feedgen.entry.formatRFC2822 is rfc2822


# Every feed's head


def test_a_new_feed_says_nothing_of_its_maker_or_of_now() -> None:
    feed = new_feed(
        title="T",
        description="",
        link="https://a.example/",
        feed_url="https://a.example/feed.xml",
        language="en",
        updated=MOMENT,
    )
    channel = etree.fromstring(feed.rss_str()).find("channel")
    assert [etree.QName(element).localname for element in channel] == [
        "title",
        "link",
        "description",
        "link",
        "language",
        "lastBuildDate",
    ]
    assert channel.findtext("lastBuildDate") == rfc2822(MOMENT)
    assert channel.findtext("description") == "T"


# The articles' feed


def test_the_articles_feed_has_the_same_bytes_each_time() -> None:
    assert render_news_feed(CHANNEL, [ITEM]) == render_news_feed(CHANNEL, [ITEM])


def test_the_articles_feed_describes_its_site_and_links_to_itself_once() -> None:
    channel = etree.fromstring(render_news_feed(CHANNEL, [])).find("channel")
    assert channel.findtext("title") == "Articles"
    assert channel.findtext("link") == CHANNEL.link
    assert channel.findtext("description") == CHANNEL.description
    assert channel.findtext("image/url") == CHANNEL.image_url
    assert channel.findtext("lastBuildDate") == rfc2822(MOMENT)
    (self_link,) = channel.findall("atom:link", NS)
    assert (self_link.get("rel"), self_link.get("href")) == ("self", CHANNEL.feed_url)


def test_an_article_is_written_whole() -> None:
    item = read_item(ITEM)
    assert item.findtext("title") == "How to sleep & rest"
    assert item.findtext("link") == ITEM.link
    assert item.findtext("guid") == str(ITEM.guid)
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.findtext("pubDate") == rfc2822(MOMENT)
    assert item.findtext("atom:updated", namespaces=NS) == "2026-03-03T08:05:09+00:00"
    assert item.findtext("dc:creator", namespaces=NS) == "Ada Writer"
    assert [category.text for category in item.findall("category")] == ["Sleep", "Rest & more"]
    assert item.findtext("description") == "Short."
    assert item.findtext("content:encoded", namespaces=NS) == "<p>The whole article.</p>"
    picture = item.find("media:content", NS)
    assert (picture.get("url"), picture.get("medium")) == (ITEM.image_url, "image")


def test_an_article_with_little_to_say_has_no_empty_tags() -> None:
    bare = NewsItem(guid="1", title="Bare", link="https://a.example/", published=MOMENT)
    assert [element.tag for element in read_item(bare)] == [
        "title",
        "link",
        "description",
        "guid",
        "pubDate",
    ]


def test_an_articles_html_is_in_cdata_and_survives_cdatas_end() -> None:
    html = "<p>a ]]> b</p>"
    item = replace(ITEM, content_html=html)
    assert b"<content:encoded><![CDATA[<p>a " in render_news_feed(CHANNEL, [item])
    assert read_item(item).findtext("content:encoded", namespaces=NS) == html


def test_articles_keep_the_order_they_are_given_in() -> None:
    items = [replace(ITEM, guid=str(number)) for number in (3, 1, 2)]
    xml = render_news_feed(CHANNEL, items)
    assert etree.fromstring(xml).xpath("channel/item/guid/text()") == ["3", "1", "2"]


def test_no_text_of_an_article_can_break_the_feed() -> None:
    odd = "😴 שלום & <b> ]]> \x0b\x00\ud800"
    item = replace(
        ITEM, title=odd, author=odd, summary=odd, content_html=odd, categories=(odd,), guid=odd
    )
    clean = clean_line(odd)
    read = read_item(item)
    assert {read.findtext(tag) for tag in ("title", "category", "description", "guid")} == {clean}
    assert read.findtext("dc:creator", namespaces=NS) == clean


def test_a_feed_reader_reads_an_article_back() -> None:
    feed = feedparser.parse(io.BytesIO(render_news_feed(CHANNEL, [ITEM])))
    assert not feed.bozo
    (entry,) = feed.entries
    assert (entry.id, entry.title, entry.link) == (str(ITEM.guid), ITEM.title, ITEM.link)
    assert entry.author == "Ada Writer"
    assert [tag.term for tag in entry.tags] == ["Sleep", "Rest & more"]
    assert entry.published_parsed[:6] == (2026, 3, 1, 8, 5, 9)
    assert entry.updated_parsed[:6] == (2026, 3, 3, 8, 5, 9)
    assert entry.content[0].value == ITEM.content_html
