"""Of each episode the feed says where its comments are; a comment itself changes nothing in it."""

from __future__ import annotations

import io
from typing import Any

import feedparser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from comments.deciding import decide
from comments.models import CommentSettings, Status
from podcast.extras import with_extras
from podcast.feed.rules import Level, check_rules
from podcast.feed_values import item_of
from podcast.models import EpisodePage, FeedItem, Recording, Show
from tests.factories import CommentFactory, EpisodePageFactory, HomePageFactory

URL = "/podcast/feed.xml"


def entry(client: Client) -> Any:
    (one,) = feedparser.parse(io.BytesIO(client.get(URL).content)).entries
    return one


def named(client: Client) -> bool:
    """Whether the item of the only episode names comments and their feed; never one without the other."""
    places = {"comments", "wfw_commentrss"} & set(entry(client))
    assert len(places) in (0, 2)
    return bool(places)


def test_readers_find_the_comments_and_their_feed(client: Client, episode: EpisodePage) -> None:
    found = entry(client)
    assert found.comments == f"{episode.full_url}#comments"
    assert found.wfw_commentrss == f"http://localhost/comments/{episode.pk}/feed.xml"
    assert client.get(found.wfw_commentrss).status_code == 200
    errors = [one for one in check_rules(client.get(URL).content) if one.level == Level.ERROR]
    assert errors == []


def test_a_comment_leaves_the_feed_as_it_is(client: Client, episode: EpisodePage) -> None:
    before = client.get(URL)["ETag"]
    comment = CommentFactory(page=episode, status=Status.PENDING)
    decide([comment], Status.APPROVED, None)
    again = client.get(URL)
    assert again["ETag"] == before
    assert b"slash" not in again.content


def test_the_feed_follows_an_episode_that_is_closed(client: Client, episode: EpisodePage) -> None:
    assert named(client)
    episode.comments_open = False
    episode.save_revision().publish()
    assert not named(client)


def test_the_feed_follows_a_site_that_is_closed_and_opened(
    client: Client, episode: EpisodePage, site: Site
) -> None:
    assert named(client)
    settings = CommentSettings(site=site, are_open=False)
    settings.save()
    assert not named(client)
    settings.are_open = True
    settings.save()
    assert named(client)


def test_another_setting_of_comments_renders_nothing(
    client: Client, episode: EpisodePage, site: Site
) -> None:
    client.get(URL)
    CommentSettings(site=site, blocked_words="casino").save()
    assert not FeedItem.objects.filter(is_stale=True).exists()


def test_the_closing_of_another_site_changes_nothing(client: Client, episode: EpisodePage) -> None:
    client.get(URL)
    home = HomePageFactory(parent=episode.get_root(), slug="other-home")
    elsewhere = Site.objects.create(hostname="other.example", root_page=home)
    FeedItem.objects.update(is_stale=False)
    CommentSettings(site=elsewhere, are_open=False).save()
    assert not FeedItem.objects.filter(is_stale=True).exists()


def test_an_episode_whose_comments_are_disabled_for_apps_names_none(
    client: Client, episode: EpisodePage
) -> None:
    episode.extras = [("social", {"protocol": "disabled", "uri": ""})]
    episode.save_revision().publish()
    assert not named(client)
    assert b'protocol="disabled"' in client.get(URL).content


def test_many_episodes_ask_for_the_settings_as_often_as_one(
    show: Show, recording: Recording, episode: EpisodePage
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            items = [item_of(one) for one in with_extras(show.heard.select_related("recording"))]
        assert all(item.comments_url for item in items)
        return len(queries)

    cost()
    one = cost()
    for _ in range(9):
        EpisodePageFactory(parent=show, recording=recording)
    assert cost() == one
