"""Three parsers of real podcast apps read the show back as it was meant."""

from __future__ import annotations

import io
from typing import Any

import feedparser
import pytest

from podcast.feed.parts import Person, ServiceBlock
from podcast.feed.values import phrase
from tests.feed_readers import partytime, podcastparser_feed
from tests.podcast.feed.full import FRIEND, PAYMENT, full_channel
from tests.podcast.feed.samples import ODD_TEXTS, channel, joined

SHOW = full_channel(explicit=True, show_type="serial")
XML = joined(SHOW, [])


@pytest.fixture(scope="module")
def podcast_index() -> dict[str, Any]:
    return partytime(XML)


def test_podcast_index_understands_the_show(podcast_index: dict[str, Any]) -> None:
    found = podcast_index
    assert found["title"] == "Rest & Recovery"
    assert found["description"] == "<p>Talks about <b>sleep</b> and rest.</p>"
    assert found["link"] == SHOW.link
    assert found["language"] == "en"
    assert found["explicit"] is found["itunesBlock"] is found["itunesComplete"] is True
    assert found["itunesType"] == "serial"
    assert found["itunesCategory"] == ["Health & Fitness > Medicine", "Science"]
    assert found["itunesImage"] == found["image"]["url"] == SHOW.image_url
    assert found["itunesNewFeedUrl"] == SHOW.new_feed_url
    assert found["author"] == found["copyright"] == "The Practice"
    assert found["owner"] == {"name": "The Practice", "email": "podcast@practice.example"}
    assert found["lastBuildDate"] == "2026-03-02T07:30:00.000Z"
    assert found["pubsub"] == {
        "self": SHOW.feed_url,
        "hub": SHOW.hub_urls[0],
        "next": SHOW.paging.next,
    }


def test_podcast_index_understands_whose_show_it_is(podcast_index: dict[str, Any]) -> None:
    found = podcast_index
    assert found["guid"] == str(SHOW.guid)
    assert found["locked"] is True
    assert found["podcastOwner"] == "podcast@practice.example"
    assert found["medium"] == "podcast"
    assert found["podcastPublisher"] == {
        "feedGuid": FRIEND.feed_guid,
        "feedUrl": FRIEND.feed_url,
    }
    assert found["podcastPeople"] == [
        {
            "name": "Ada Host",
            "role": "Host",
            "group": "Cast",
            "img": "https://practice.example/ada.jpg",
            "href": "https://practice.example/ada/",
        }
    ]
    # It takes the first of several.
    assert found["podcastLocation"] == {
        "name": "Leipzig",
        "geo": "geo:51.3397,12.3731",
        "osm": "R62649",
    }


def test_podcast_index_understands_what_the_show_offers(podcast_index: dict[str, Any]) -> None:
    found = podcast_index
    assert found["podcastFunding"] == [
        {"message": "Support the show", "url": "https://practice.example/support/"}
    ]
    assert found["license"]["identifier"] == "cc-by-4.0"
    assert found["podcastTxt"] == [
        {"value": "proof-6f2c", "purpose": "verify"},
        {"value": "free words"},
    ]
    assert [one["split"] for one in found["value"]["recipients"]] == [
        one.split for one in PAYMENT.recipients
    ]
    assert [one["feedGuid"] for one in found["podroll"]] == [one.feed_guid for one in SHOW.podroll]
    assert found["trailers"] == [
        {
            "title": "What you will hear",
            "url": "https://practice.example/listen/trailer.mp3",
            "pubdate": "2026-01-01T00:00:00.000Z",
            "type": "audio/mpeg",
            "length": 900_000,
            "season": 2,
        }
    ]
    assert (found["podcastBlocked"], found["podcastBlockedPlatforms"]) == ("yes", {"apple": False})


def test_podcast_index_sees_no_block_where_there_is_none() -> None:
    found = partytime(joined(channel(service_blocks=(ServiceBlock(True, "apple"),)), []))
    assert (found["podcastBlocked"], found["podcastBlockedPlatforms"]) == ("no", {"apple": True})
    assert found["itunesBlock"] is False


def test_podcastparser_understands_the_show() -> None:
    found = podcastparser_feed(XML)
    assert {name: found[name] for name in found if name != "episodes"} == {
        "title": "Rest & Recovery",
        "description": "<p>Talks about <b>sleep</b> and rest.</p>",
        "link": SHOW.link,
        "language": "en",
        "cover_url": SHOW.image_url,
        "itunes_author": "The Practice",
        "itunes_categories": [["Health & Fitness", "Medicine"], ["Science"]],
        "itunes_owner": {"name": "The Practice", "email": "podcast@practice.example"},
        "new_url": SHOW.new_feed_url,
        "type": "serial",
        "explicit": True,
        "funding_url": "https://practice.example/support/",
        "import_prohibited": True,
        "paged_feed_first": SHOW.paging.first,
        "paged_feed_next": SHOW.paging.next,
    }


def test_feedparser_understands_the_show() -> None:
    found = feedparser.parse(io.BytesIO(XML)).feed
    assert found.title == found.itunes_title == "Rest & Recovery"
    assert found.link == SHOW.link
    assert found.language == "en"
    assert found.image.href == SHOW.image_url
    assert found.rights == found.author_detail.name == "The Practice"
    assert found.publisher_detail.email == "podcast@practice.example"
    assert [tag.term for tag in found.tags] == ["Health & Fitness", "Medicine", "Science"]
    assert found.itunes_block == 1
    assert {(link.rel, link.href) for link in found.links} == {
        ("alternate", SHOW.link),
        ("self", SHOW.feed_url),
        ("hub", SHOW.hub_urls[0]),
        ("first", SHOW.paging.first),
        ("last", SHOW.paging.last),
        ("next", SHOW.paging.next),
        ("previous", SHOW.paging.previous),
        ("prev-archive", SHOW.paging.next),
        ("current", SHOW.paging.first),
    }


@pytest.mark.parametrize("odd", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_odd_names_of_a_show_are_read_alike(odd: str) -> None:
    text = f"Night: {odd}"
    xml = joined(channel(title=text, author=text, persons=(Person(text),)), [])
    known = podcastparser_feed(xml)
    titles = {
        feedparser.parse(io.BytesIO(xml), sanitize_html=False).feed.title,
        known["title"],
        partytime(xml)["title"],
    }
    assert titles == {known["itunes_author"]} == {partytime(xml)["author"]}
    assert partytime(xml)["podcastPeople"][0]["name"] == phrase(known["title"])
