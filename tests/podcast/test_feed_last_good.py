"""The feed when something goes wrong: the last good item, the last good body."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from podcast import feed_bodies, feed_items
from podcast.feed.types import Item
from podcast.feeds import build_feed, touch_feeds
from podcast.models import EpisodePage, Feed, FeedItem, Recording, Show
from tests.factories import EpisodePageFactory
from tests.feed_readers import by_feedparser

URL = "/podcast/feed.xml"


def titles(client: Client) -> list[str]:
    return [item.title for item in by_feedparser(client.get(URL).content)]


@pytest.fixture
def broken_item(monkeypatch: pytest.MonkeyPatch, episode: EpisodePage) -> Callable[[], None]:
    """From now on nothing can be rendered of the episode."""

    def break_it() -> None:
        item_of = feed_items.item_of

        def fail_for_it(page: EpisodePage) -> Item:
            if page.pk == episode.pk:
                raise RuntimeError("No item")
            return item_of(page)

        monkeypatch.setattr(feed_items, "item_of", fail_for_it)

    return break_it


def test_an_item_that_fails_keeps_its_last_good_words(
    client: Client,
    episode: EpisodePage,
    broken_item: Callable[[], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    EpisodePageFactory(parent=episode.show, title="The other")
    assert sorted(titles(client)) == ["The Episode", "The other"]
    broken_item()
    episode.title = "Changed"
    episode.save_revision().publish()
    late = EpisodePageFactory(parent=episode.show, title="The third", live=False)
    late.save_revision().publish()
    assert sorted(titles(client)) == ["The Episode", "The other", "The third"]
    assert str(episode.guid) in caplog.text


def test_an_item_that_never_worked_leaves_the_others_in_peace(
    client: Client, episode: EpisodePage, broken_item: Callable[[], None]
) -> None:
    EpisodePageFactory(parent=episode.show, title="The other")
    broken_item()
    assert titles(client) == ["The other"]


def test_a_build_that_raises_keeps_the_last_good_body(
    client: Client,
    show: Show,
    episode: EpisodePage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    before = client.get(URL)

    def fail(*args: object) -> bytes:
        raise RuntimeError("No feed")

    with monkeypatch.context() as patch:
        patch.setattr(feed_bodies, "pack", fail)
        show.title = "Changed"
        show.save_revision().publish()
        after = client.get(URL)
        assert (after.status_code, after.content) == (200, before.content)
        assert "No feed" in caplog.text
    show.save_revision().publish()
    assert "<title>Changed</title>" in client.get(URL).text


def test_a_build_that_failed_is_tried_again_though_nobody_publishes(
    client: Client, show: Show, episode: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get(URL)
    with monkeypatch.context() as patch:
        patch.setattr(feed_bodies, "pack", lambda *args: 1 / 0)
        show.title = "Changed"
        show.save_revision().publish()
        client.get(URL)
    assert "<title>Changed</title>" not in client.get(URL).text
    Feed.objects.update(failed_at=timezone.now() - timedelta(minutes=2))
    assert "<title>Changed</title>" in client.get(URL).text


def test_an_expired_episode_leaves_the_feed_before_any_command_has_run(
    client: Client, episode: EpisodePage
) -> None:
    EpisodePage.objects.update(expire_at=timezone.now() + timedelta(hours=1))
    assert titles(client) == ["The Episode"]
    EpisodePage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    Feed.objects.update(good_until=timezone.now() - timedelta(seconds=1))
    assert titles(client) == []


def test_a_feed_with_faults_does_not_replace_a_good_one(
    client: Client, show: Show, episode: EpisodePage, caplog: pytest.LogCaptureFixture
) -> None:
    before = client.get(URL)
    Show.objects.update(language="english")
    Feed.objects.update(version=99)
    assert client.get(URL).content == before.content
    assert "language" in caplog.text
    Show.objects.update(language="de")
    touch_feeds(Show.objects.all())
    assert "<language>de</language>" in client.get(URL).text


def test_an_episode_that_was_withdrawn_is_gone_though_the_feed_has_faults(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    EpisodePageFactory(parent=show, title="Stays")
    assert len(titles(client)) == 2
    Show.objects.update(language="english")
    episode.unpublish()
    assert titles(client) == ["Stays"]


def test_an_item_that_apps_would_drop_keeps_the_last_good_one_and_says_why(
    client: Client, episode: EpisodePage
) -> None:
    before = client.get(URL).content
    Recording.objects.update(byte_length=0)
    episode.refresh_from_db()
    episode.title = "Without a length"
    episode.save_revision().publish()
    assert client.get(URL).content == before
    assert "length" in FeedItem.objects.get().fault
    Recording.objects.update(byte_length=1000)
    episode.refresh_from_db()
    episode.save_revision().publish()
    assert titles(client) == ["Without a length"]
    assert FeedItem.objects.get().fault == ""


def test_a_database_that_cannot_be_written_now_costs_no_reader_the_feed(
    client: Client,
    episode: EpisodePage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    before = client.get(URL)
    Feed.objects.update(version=99)

    def refuse(*args: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(QuerySet, "select_for_update", refuse)
    after = client.get(URL)
    assert (after.status_code, after.content) == (200, before.content)
    assert "database is locked" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_build_that_is_stopped_has_not_rendered_its_items_in_vain(
    show: Show, episode: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    EpisodePageFactory(parent=show)
    FeedItem.objects.all().delete()
    Feed.objects.update(built_version=0)

    def stop(*args: object) -> None:
        # As a server ends a worker that takes too long.
        sys.exit(1)

    monkeypatch.setattr(feed_bodies, "pack", stop)
    with pytest.raises(SystemExit):
        build_feed(show)
    assert FeedItem.objects.filter(is_stale=False).count() == 2


def test_an_item_that_failed_is_tried_again_by_the_next_build(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    Recording.objects.update(byte_length=0)
    assert titles(client) == []
    Recording.objects.update(byte_length=1000)
    touch_feeds(Show.objects.all())
    assert titles(client) == ["The Episode"]


def test_an_episode_never_vanishes_for_a_reason_of_our_own(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    other = EpisodePageFactory(parent=show, title="The other")
    before = client.get(URL).content
    FeedItem.objects.filter(episode=episode).update(xml="", length=0, fault="")
    touch_feeds(Show.objects.all())
    assert client.get(URL).content == before
    fault = Feed.objects.get().fault
    assert str(episode.guid) in fault
    assert str(other.guid) not in fault


def test_a_build_that_succeeds_takes_the_fault_back(client: Client, show: Show) -> None:
    client.get(URL)
    Show.objects.update(language="english")
    touch_feeds(Show.objects.all())
    client.get(URL)
    assert "language" in Feed.objects.get().fault
    Show.objects.update(language="en")
    touch_feeds(Show.objects.all())
    client.get(URL)
    assert (Feed.objects.get().fault, Feed.objects.get().failed_at) == ("", None)


def test_what_an_update_would_write_otherwise_is_sent_as_it_is_until_something_is_published(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    before = client.get(URL).content
    FeedItem.objects.update(xml="<item>of former times</item>", digest="old")
    Feed.objects.update(rendering="that of the last release")
    assert client.get(URL).content == before
    show.title = "Changed"
    show.save_revision().publish()
    assert titles(client) == ["The Episode"]
    assert "of former times" not in client.get(URL).text


def test_an_item_that_failed_after_it_was_good_is_tried_again(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    assert titles(client) == ["The Episode"]
    length = episode.recording.byte_length
    Recording.objects.update(byte_length=0)
    episode.title = "Told anew"
    episode.save_revision().publish()
    assert titles(client) == ["The Episode"]
    Recording.objects.update(byte_length=length)
    touch_feeds(Show.objects.all())
    assert titles(client) == ["Told anew"]


def test_a_withdrawn_trailer_is_gone_from_the_head_though_the_feed_has_faults(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    trailer = EpisodePageFactory(parent=show, title="A first taste", episode_type="trailer")
    Recording.objects.update(byte_length=1000)
    assert "podcast:trailer" in client.get(URL).text
    Show.objects.update(language="english")
    trailer.unpublish()
    text = client.get(URL).text
    assert "The Episode" in text
    assert "A first taste" not in text
    assert str(trailer.guid) not in text


def test_an_expired_episode_leaves_the_feed_though_the_last_build_failed(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    EpisodePageFactory(parent=show, title="Stays")
    titles(client)
    Show.objects.update(language="english")
    Feed.objects.update(version=99)
    assert len(titles(client)) == 2
    EpisodePage.objects.filter(pk=episode.pk).update(expire_at=timezone.now())
    Feed.objects.update(good_until=timezone.now())
    assert titles(client) == ["Stays"]
