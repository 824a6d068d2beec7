"""A long show: the feed holds the newest, the archives behind it all others, and none is touched in vain."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from lxml import etree
from pytest_django import DjangoAssertNumQueries

from podcast import feed_bodies
from podcast.feed import paging
from podcast.feed.render import render_channel
from podcast.feed.rules import Level, check_rules
from podcast.feed.types import Channel
from podcast.feeds import build_feed, touch_feeds
from podcast.models import EpisodePage, Feed, FeedBody, FeedItem, Recording, Show
from tests.factories import EpisodePageFactory

URL = "/podcast/feed.xml"
EPISODES = 120
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


@pytest.fixture
def long_show(show: Show, recording: Recording) -> list[EpisodePage]:
    """A show whose feed holds the newest 50 at least; its episodes, oldest first."""
    Show.objects.update(feed_paging="50")
    return [publish(show, recording, number) for number in range(EPISODES)]


def publish(show: Show, recording: Recording, number: int) -> EpisodePage:
    day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number)
    return EpisodePageFactory(
        parent=show, title=f"Day {number}", recording=recording, first_published_at=day
    )


def guids_at(client: Client, path: str) -> list[str]:
    root = etree.fromstring(client.get(path).content)
    return [guid.text for guid in root.iter("guid")]


def everything(client: Client) -> list[str]:
    paths = [URL, "/podcast/feed/1.xml", "/podcast/feed/2.xml"]
    return [
        guid
        for path in paths
        if client.get(path).status_code == 200
        for guid in guids_at(client, path)
    ]


def test_the_feed_holds_the_newest_and_the_archives_the_rest(
    client: Client, long_show: list[EpisodePage]
) -> None:
    guids = [str(episode.guid) for episode in long_show]
    assert guids_at(client, URL) == guids[50:][::-1]
    assert guids_at(client, "/podcast/feed/1.xml") == guids[:50][::-1]
    assert client.get("/podcast/feed/2.xml").status_code == 404
    assert client.get("/podcast/feed/0.xml").status_code == 404


def test_each_document_is_valid_by_itself_and_links_the_others(
    client: Client, long_show: list[EpisodePage]
) -> None:
    feed, archive = "http://localhost/podcast/feed.xml", "http://localhost/podcast/feed/1.xml"
    for path, self_url in ((URL, feed), ("/podcast/feed/1.xml", archive)):
        xml = client.get(path).content
        links = {
            link.get("rel"): link.get("href") for link in etree.fromstring(xml).iter(ATOM_LINK)
        }
        assert links["self"] == self_url
        assert (links["first"], links["last"]) == (feed, archive)
        assert links.get("next") == (archive if path == URL else None)
        assert not [finding for finding in check_rules(xml) if finding.level == Level.ERROR]


def test_an_archive_is_sent_like_a_feed(client: Client, long_show: list[EpisodePage]) -> None:
    response = client.get("/podcast/feed/1.xml", headers={"accept-encoding": "gzip"})
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    headers = {"if-none-match": response["ETag"]}
    assert client.get("/podcast/feed/1.xml", headers=headers).status_code == 304


def test_publishing_an_episode_leaves_the_archive_as_it_is(
    client: Client, show: Show, recording: Recording, long_show: list[EpisodePage]
) -> None:
    archive, feed = client.get("/podcast/feed/1.xml")["ETag"], client.get(URL)["ETag"]
    publish(show, recording, EPISODES)
    assert client.get("/podcast/feed/1.xml")["ETag"] == archive
    assert client.get(URL)["ETag"] != feed


def test_when_the_feed_is_full_the_oldest_in_it_go_to_a_new_archive(
    client: Client, show: Show, recording: Recording, long_show: list[EpisodePage]
) -> None:
    archive = guids_at(client, "/podcast/feed/1.xml")
    more = [publish(show, recording, EPISODES + number) for number in range(30)]
    guids = [str(episode.guid) for episode in [*long_show, *more]]
    assert guids_at(client, URL) == guids[100:][::-1]
    assert guids_at(client, "/podcast/feed/2.xml") == guids[50:100][::-1]
    assert guids_at(client, "/podcast/feed/1.xml") == archive


def test_a_changed_old_episode_changes_its_archive_alone(
    client: Client, long_show: list[EpisodePage]
) -> None:
    feed = client.get(URL)["ETag"]
    long_show[3].title = "Told anew"
    long_show[3].save_revision().publish()
    assert b"Told anew" in client.get("/podcast/feed/1.xml").content
    assert client.get(URL)["ETag"] == feed


def test_a_withdrawn_old_episode_is_in_no_archive_and_no_other_is_lost(
    client: Client, long_show: list[EpisodePage]
) -> None:
    long_show[3].unpublish()
    expected = {str(episode.guid) for episode in long_show if episode != long_show[3]}
    found = everything(client)
    assert set(found) == expected
    assert len(found) == len(expected)


def test_archives_that_are_needed_no_more_are_gone(
    client: Client, show: Show, long_show: list[EpisodePage]
) -> None:
    assert client.get("/podcast/feed/1.xml").status_code == 200
    show.refresh_from_db()
    show.feed_paging = "all"
    show.save_revision().publish()
    assert len(guids_at(client, URL)) == EPISODES
    assert client.get("/podcast/feed/1.xml").status_code == 404
    assert FeedBody.objects.count() == 1


def test_documents_are_built_with_few_queries_however_long_the_show_is(
    client: Client,
    show: Show,
    long_show: list[EpisodePage],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.get(URL)
    FeedBody.objects.update(fingerprint="")
    Feed.objects.update(version=99)
    with django_assert_max_num_queries(28):
        build_feed(Show.objects.get())


def test_the_head_is_rendered_no_more_often_for_a_show_with_many_archives(
    client: Client,
    show: Show,
    recording: Recording,
    long_show: list[EpisodePage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paging, "ARCHIVE_SIZE", 10)
    monkeypatch.setattr(feed_bodies, "ARCHIVE_SIZE", 10)
    Feed.objects.update(version=99)
    client.get(URL)
    assert FeedBody.objects.count() == 8
    heads = []

    def render(channel: Channel) -> tuple[str, str]:
        heads.append(channel.feed_url)
        return render_channel(channel)

    monkeypatch.setattr(feed_bodies, "render_channel", render)
    publish(show, recording, EPISODES)
    client.get(URL)
    # Once to see what has changed, and once for the one document that has.
    assert len(heads) == 2


def test_by_itself_a_show_gets_archives_only_when_its_feed_would_be_too_large(
    client: Client, show: Show, long_show: list[EpisodePage]
) -> None:
    Show.objects.update(feed_paging="auto")
    touch_feeds(Show.objects.all())
    assert len(guids_at(client, URL)) == EPISODES
    # As if every episode had fifty thousand bytes of notes.
    FeedItem.objects.update(length=50_000)
    touch_feeds(Show.objects.all())
    assert len(guids_at(client, URL)) == 20
    assert len(set(everything(client))) == EPISODES
