"""Every tag that only a show has is written, and left out where it would be invalid."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from podcast.feed.parts import Paging, RemoteItem, ServiceBlock, Trailer, UpdateFrequency
from podcast.feed.types import Category, Owner
from tests.podcast.feed.full import FRIEND, FULL_CHANNEL
from tests.podcast.feed.samples import NS, channel, channel_element, text

CANBERRA = timezone(timedelta(hours=11))


def attributes(path: str, **changes: Any) -> list[dict[str, str]]:
    """The attributes of every such tag in the channel."""
    found = channel_element(channel(**changes)).findall(path, NS)
    return [dict(element.attrib) for element in found]


def test_the_owner_of_the_lock_is_whom_others_may_ask() -> None:
    show = channel(owner=Owner("Ada", "ada@practice.example"))
    assert channel_element(show).find("podcast:locked", NS).get("owner") == "ada@practice.example"


def test_the_guid_is_a_uuid_whatever_the_address() -> None:
    moved = channel(feed_url="https://new.example/feed.xml")
    assert text(channel_element(moved), "podcast:guid") == str(channel().guid)


def test_an_unknown_medium_is_left_out() -> None:
    assert text(channel_element(channel(medium="radio")), "podcast:medium") is None
    assert text(channel_element(channel(medium="musicL")), "podcast:medium") == "musicL"


def test_an_unknown_type_is_left_out() -> None:
    assert text(channel_element(channel(show_type="weekly")), "itunes:type") is None


@pytest.mark.parametrize(
    ("category", "written"),
    [
        (Category("Arts", "Sleep"), "<Arts>"),
        (Category("arts"), ""),
        (Category("Arts", "Books"), "<Arts><Books>"),
    ],
)
def test_a_category_that_apple_does_not_know_is_left_out(category: Category, written: str) -> None:
    element = channel_element(channel(categories=(category,)))
    names = [one.get("text") for one in element.iter(f"{{{NS['itunes']}}}category")]
    assert "".join(f"<{name}>" for name in names) == written


def test_each_service_is_told_whether_it_may_list_the_show() -> None:
    blocks = (ServiceBlock(True), ServiceBlock(False, "apple"), ServiceBlock(True, "no such"))
    found = channel_element(channel(service_blocks=blocks)).findall("podcast:block", NS)
    assert [(one.get("id"), one.text) for one in found] == [(None, "yes"), ("apple", "no")]


def test_podcasts_are_recommended_by_their_guid() -> None:
    nameless = RemoteItem(feed_guid="no guid", feed_url="https://a.example/")
    assert attributes("podcast:podroll/podcast:remoteItem", podroll=(nameless, FRIEND)) == [
        {
            "feedGuid": FRIEND.feed_guid,
            "feedUrl": "https://friend.example/feed.xml",
            "itemGuid": "friend-1",
            "medium": "podcast",
            "title": "A friend's show",
        }
    ]
    assert attributes("podcast:podroll", podroll=(nameless,)) == []


def test_the_publishers_feed_is_of_the_medium_publisher() -> None:
    (remote,) = attributes("podcast:publisher/podcast:remoteItem", publisher=FRIEND)
    assert (remote["feedGuid"], remote["medium"]) == (FRIEND.feed_guid, "publisher")
    assert attributes("podcast:publisher", publisher=RemoteItem("x")) == []


def test_trailers_have_an_address_a_date_and_a_title() -> None:
    trailer = replace(FULL_CHANNEL.trailers[0], published=datetime(2026, 1, 1, tzinfo=CANBERRA))
    wrong: tuple[Trailer, ...] = (replace(trailer, title=" "), replace(trailer, url="/t.mp3"))
    assert attributes("podcast:trailer", trailers=(*wrong, trailer)) == [
        {
            "url": "https://practice.example/listen/trailer.mp3",
            "pubdate": "Wed, 31 Dec 2025 13:00:00 GMT",
            "length": "900000",
            "type": "audio/mpeg",
            "season": "2",
        }
    ]


@pytest.mark.parametrize(
    ("frequency", "written"),
    [
        (UpdateFrequency("Weekly", "FREQ=WEEKLY"), {"rrule": "FREQ=WEEKLY"}),
        (UpdateFrequency("Weekly", "every week"), {}),
        # A rule that counts needs a beginning.
        (UpdateFrequency("Ten", "FREQ=DAILY;COUNT=10"), {}),
        (
            UpdateFrequency("Ten", "FREQ=DAILY;COUNT=10", datetime(2026, 5, 1, tzinfo=CANBERRA)),
            {"rrule": "FREQ=DAILY;COUNT=10", "dtstart": "2026-04-30T13:00:00.000Z"},
        ),
        (UpdateFrequency("The end", complete=True), {"complete": "true"}),
    ],
)
def test_the_frequency_is_said_as_a_rule(
    frequency: UpdateFrequency, written: dict[str, str]
) -> None:
    assert attributes("podcast:updateFrequency", update_frequency=frequency) == [written]


def test_a_frequency_that_says_nothing_is_left_out() -> None:
    assert attributes("podcast:updateFrequency", update_frequency=UpdateFrequency("")) == []


# Links


def links(**changes: Any) -> list[tuple[str, str]]:
    return [(one["rel"], one["href"]) for one in attributes("atom:link", **changes)]


def test_hubs_are_named_beside_the_one_link_to_itself() -> None:
    assert links(hub_urls=("https://hub.example/", "no address")) == [
        ("self", channel().feed_url),
        ("hub", "https://hub.example/"),
    ]


FIRST, SECOND, THIRD = (f"https://practice.example/feed{page}.xml" for page in ("", "-2", "-3"))


def test_the_first_page_leads_to_the_older_ones_and_is_no_archive() -> None:
    element = channel_element(channel(paging=Paging(first=FIRST, last=THIRD, next=SECOND)))
    found = [(one.get("rel"), one.get("href")) for one in element.findall("atom:link", NS)]
    assert found[1:] == [
        ("first", FIRST),
        ("last", THIRD),
        ("next", SECOND),
        ("prev-archive", SECOND),
    ]
    assert element.find("fh:archive", NS) is None


def test_a_page_behind_the_first_is_an_archive_that_names_the_current_feed() -> None:
    pages = Paging(first=FIRST, last=THIRD, previous=FIRST, next=THIRD, is_archive=True)
    element = channel_element(channel(paging=pages))
    found = [(one.get("rel"), one.get("href")) for one in element.findall("atom:link", NS)]
    assert found[1:] == [
        ("first", FIRST),
        ("last", THIRD),
        ("previous", FIRST),
        ("next", THIRD),
        ("prev-archive", THIRD),
        ("current", FIRST),
    ]
    assert element.find("fh:archive", NS) is not None


def test_the_last_page_leads_no_further() -> None:
    pages = Paging(first=FIRST, last=THIRD, previous=SECOND, is_archive=True)
    relations = [relation for relation, _ in links(paging=pages)]
    assert relations == ["self", "first", "last", "previous", "current"]
