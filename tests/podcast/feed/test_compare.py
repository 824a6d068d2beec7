"""What is said of a feed that changes: every code by an example of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from podcast.feed.changes import Change, FileFacts, Level
from podcast.feed.compare import compare, compare_channels
from podcast.feed.reading import ChannelRecord, FeedRecord, ItemRecord
from podcast.sentences import SENTENCES, explained

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHANNEL = ChannelRecord(
    title="The Show",
    guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
    feed_url="https://example.org/podcast/feed.xml",
    language="en",
    image_url="https://example.org/artwork.jpg",
    category="Health & Fitness",
)
ONE = ItemRecord(
    guid="one",
    title="One",
    enclosure_url="https://example.org/listen/one.mp3",
    length=1000,
    mime_type="audio/mpeg",
    published=NOW - timedelta(days=2),
    number=1,
)
TWO = replace(
    ONE,
    guid="two",
    title="Two",
    enclosure_url="https://example.org/listen/two.mp3",
    published=NOW - timedelta(days=1),
    number=2,
)
FEED = FeedRecord(CHANNEL, (TWO, ONE))


def said(
    after: FeedRecord, before: FeedRecord = FEED, files: dict[str, FileFacts] | None = None
) -> list[tuple[str, str]]:
    changes = compare(before, after, now=NOW, files=files)
    assert all(finding.what for finding in explained(changes)), "every code has its sentence"
    return [(str(change.level), change.code) for change in changes]


def with_channel(**values: object) -> FeedRecord:
    return replace(FEED, channel=replace(CHANNEL, **values))


def with_one(**values: object) -> FeedRecord:
    return FeedRecord(CHANNEL, (TWO, replace(ONE, **values)))


def test_of_the_same_feed_nothing_is_said() -> None:
    assert said(FEED) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"image_url": ""}, ("error", "artwork-missing")),
        ({"category": ""}, ("error", "category-missing")),
        ({"guid": ""}, ("error", "show-guid-lost")),
        ({"guid": "other"}, ("error", "show-guid-changed")),
        ({"feed_url": "https://example.org/new/feed.xml"}, ("warning", "feed-url-changed")),
        ({"language": "de"}, ("warning", "language-changed")),
        ({"complete": True}, ("warning", "complete-on")),
        ({"block": True}, ("warning", "show-block-on")),
        ({"new_feed_url": "https://example.net/feed"}, ("warning", "new-feed-url-on")),
        ({"title": "Another"}, ("note", "show-title")),
        ({"image_url": "https://example.org/b.jpg"}, ("note", "show-artwork")),
        ({"category": "Arts"}, ("note", "category-changed")),
        ({"words": "1"}, ("note", "show-words")),
    ],
)
def test_each_change_of_the_show_has_its_code(
    values: dict[str, object], expected: tuple[str, str]
) -> None:
    assert said(with_channel(**values)) == [expected]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"complete": True}, "complete-off"),
        ({"block": True}, "show-block-off"),
        ({"new_feed_url": "https://example.net/feed"}, "new-feed-url-off"),
    ],
)
def test_taking_a_switch_back_is_no_more_than_news(values: dict[str, object], code: str) -> None:
    assert said(FEED, before=with_channel(**values)) == [("note", code)]


def test_a_show_that_nobody_has_yet_is_new() -> None:
    assert list(compare_channels(None, CHANNEL)) == [Change(Level.NOTE, "new-show")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"guid": "other"}, ("error", "guid-changed")),
        ({"guid": ""}, ("error", "guid-lost")),
        ({"enclosure_url": "https://example.org/1.m4a"}, ("warning", "enclosure-changed")),
        ({"published": NOW - timedelta(hours=1)}, ("warning", "date-later")),
        ({"published": NOW - timedelta(days=9)}, ("warning", "date-earlier")),
        ({"published": None}, ("warning", "date-lost")),
        ({"block": True}, ("warning", "block-changed")),
        ({"number": 2}, ("warning", "number-shared")),
        ({"title": "TWO"}, ("warning", "title-shared")),
        ({"title": "First"}, ("note", "title")),
        ({"length": 2000}, ("note", "audio")),
        ({"mime_type": "audio/ogg"}, ("note", "audio-type")),
        ({"season": 1}, ("note", "season")),
        ({"number": 7}, ("note", "number")),
        ({"episode_type": "bonus"}, ("note", "episode-type")),
        ({"image_url": "https://example.org/1.jpg"}, ("note", "artwork")),
        ({"words": "1"}, ("note", "words")),
    ],
)
def test_each_change_of_an_episode_has_its_code(
    values: dict[str, object], expected: tuple[str, str]
) -> None:
    assert expected in said(with_one(**values))


def test_an_audio_address_can_be_lost_or_another_episodes() -> None:
    assert ("error", "enclosure-missing") in said(with_one(enclosure_url=""))
    assert ("error", "enclosure-shared") in said(with_one(enclosure_url=TWO.enclosure_url))


def test_two_episodes_with_one_guid_are_an_error() -> None:
    assert ("error", "guid-shared") in said(with_one(guid="two"))


def test_an_episode_can_vanish_and_a_new_one_come() -> None:
    assert said(FeedRecord(CHANNEL, (TWO,))) == [("error", "vanished")]
    new = replace(ONE, guid="3", title="3", number=3, enclosure_url="3", published=NOW)
    assert said(FeedRecord(CHANNEL, (new, TWO, ONE))) == [("note", "new-episode")]


def test_a_new_episode_with_an_old_date_is_a_warning() -> None:
    late = FeedRecord(CHANNEL, (TWO,))
    assert said(FEED, before=late) == [("warning", "date-old"), ("note", "new-episode")]


def test_a_date_in_the_future_is_a_warning() -> None:
    future = with_one(published=NOW + timedelta(days=1))
    assert said(future, before=future) == [("warning", "date-future")]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (FileFacts(None, "audio/mpeg"), "file-missing"),
        (FileFacts(999, "audio/mpeg"), "length-differs"),
        (FileFacts(1000, "audio/mp4"), "type-differs"),
    ],
)
def test_what_the_feed_says_of_a_file_must_be_true(facts: FileFacts, code: str) -> None:
    assert said(FEED, files={"one": FileFacts(1000, "audio/mpeg")}) == []
    assert said(FEED, files={"one": facts}) == [("error", code)]


def test_a_trailer_may_have_the_number_of_its_episode() -> None:
    assert ("warning", "number-shared") not in said(with_one(number=2, episode_type="trailer"))


def test_the_worst_comes_first() -> None:
    changed = replace(with_one(guid="other", words="1"), channel=replace(CHANNEL, language="de"))
    assert [level for level, _ in said(changed)] == ["error", "warning", "note"]


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_needs_no_value_that_a_change_lacks(code: str) -> None:
    (finding,) = explained([Change(Level.NOTE, code, "g", "T", "b", "a", "o")])
    assert "%(" not in finding.what + finding.advice
