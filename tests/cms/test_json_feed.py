"""A feed's XML becomes a JSON Feed 1.1 that says the same, in the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import etree

from cms.json_feed import json_feed
from cms.syndication import NewsChannel, NewsItem, render_news_feed
from tests.podcast.feed.samples import ODD_TEXTS, channel, item, joined

FEED_URL = "https://practice.example/podcast/feed.json"


def read(xml: bytes) -> dict[str, Any]:
    return json.loads(json_feed(xml, feed_url=FEED_URL))


def test_a_show_is_described_as_its_xml_describes_it() -> None:
    feed = read(joined(channel(), []))
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Rest & Recovery",
        "home_page_url": "https://practice.example/podcast/",
        "feed_url": FEED_URL,
        "description": "Talks about sleep and rest.",
        "icon": "https://practice.example/media/show.jpg",
        "authors": [{"name": "The Practice"}],
        "language": "en",
        "items": [],
    }


def test_an_episode_has_its_audio_with_type_size_and_seconds() -> None:
    (episode,) = read(joined(channel(), [item(3)]))["items"]
    assert episode["attachments"] == [
        {
            "url": "https://practice.example/listen/3.mp3",
            "mime_type": "audio/mpeg",
            "size_in_bytes": 20_000_003,
            "duration_in_seconds": 1803,
        }
    ]


def test_an_episode_is_said_whole() -> None:
    made = item(1)
    (episode,) = read(joined(channel(), [made]))["items"]
    assert episode["id"] == str(made.guid)
    assert episode["url"] == made.link
    assert episode["title"] == made.title
    assert episode["summary"] == made.summary
    assert episode["image"] == made.image_url
    assert episode["date_published"] == "2026-01-12T06:00:00+00:00"
    assert episode["authors"] == [{"name": "Ada Host"}]
    assert "https://practice.example/articles/sleep/" in episode["content_html"]
    assert "content_text" not in episode


def test_an_episode_with_nothing_but_a_title_still_has_a_content() -> None:
    (episode,) = read(joined(channel(), [item(1, notes_html="", summary="")]))["items"]
    assert episode["content_text"] == episode["title"]
    assert "content_html" not in episode


def test_a_summary_that_says_what_the_content_says_is_left_out() -> None:
    (episode,) = read(joined(channel(), [item(1, notes_html="")]))["items"]
    assert "What happens in a night" in episode["content_html"]
    assert "summary" not in episode


def test_a_show_that_has_ended_says_so() -> None:
    assert read(joined(channel(complete=True), []))["expired"] is True


@pytest.mark.parametrize(
    ("older", "expected"),
    [
        ("https://a.example/feed.xml?page=2", "https://a.example/feed.json?page=2"),
        ("https://a.example/show/feed-2.xml", "https://a.example/show/feed-2.json"),
        ("https://a.xml.example/feed.xml", "https://a.xml.example/feed.json"),
    ],
)
def test_a_long_feed_leads_on_to_its_older_items_in_json(older: str, expected: str) -> None:
    root = etree.fromstring(joined(channel(), [item(1)]))
    etree.SubElement(root[0], "{http://www.w3.org/2005/Atom}link", rel="next", href=older)
    assert read(etree.tostring(root))["next_url"] == expected


def test_an_article_has_its_excerpt_its_words_and_its_author() -> None:
    moment = datetime(2026, 3, 1, 8, tzinfo=UTC)
    news = NewsChannel("Articles", "", FEED_URL, "https://practice.example/", "en", moment)
    article = NewsItem(
        guid="1",
        title="Sleep",
        link="https://practice.example/sleep/",
        published=moment,
        updated=moment,
        author="Ada",
        summary="In short.",
        content_html="<p>At length.</p>",
        image_url="https://practice.example/sleep.jpg",
    )
    feed = read(render_news_feed(news, [article]))
    assert feed["items"] == [
        {
            "id": "1",
            "url": "https://practice.example/sleep/",
            "title": "Sleep",
            "content_html": "<p>At length.</p>",
            "summary": "In short.",
            "image": "https://practice.example/sleep.jpg",
            "date_published": "2026-03-01T08:00:00+00:00",
            "date_modified": "2026-03-01T08:00:00+00:00",
            "authors": [{"name": "Ada"}],
        }
    ]
    whole = replace(article, content_html="")
    assert read(render_news_feed(news, [whole]))["items"][0]["content_html"] == "In short."


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_odd_texts_are_the_same_in_both_forms(text: str) -> None:
    xml = joined(channel(title=text), [item(1, title=text, summary=text)])
    in_xml = etree.fromstring(xml).find("channel")
    feed = read(xml)
    assert feed["title"] == in_xml.findtext("title").strip()
    assert feed["items"][0]["title"] == in_xml.findtext("item/title").strip()


def test_items_keep_their_order_and_the_bytes_are_the_same_each_time() -> None:
    xml = joined(channel(), [item(3), item(2), item(1)])
    assert [entry["id"] for entry in read(xml)["items"]] == [
        str(item(number).guid) for number in (3, 2, 1)
    ]
    assert json_feed(xml, feed_url=FEED_URL) == json_feed(xml, feed_url=FEED_URL)
