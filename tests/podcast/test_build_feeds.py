"""The command for deployments: whatever a new release writes otherwise is built before readers ask."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from podcast.feed_items import RENDERING
from podcast.models import EpisodePage, Feed, FeedItem, Show
from tests.factories import PictureFactory, ShowFactory

URL = "/podcast/feed.xml"


def test_a_new_release_is_built_before_anybody_asks(client: Client, episode: EpisodePage) -> None:
    client.get(URL)
    FeedItem.objects.update(xml="<item>of former times</item>", digest="old")
    Feed.objects.update(rendering="that of the last release")
    call_command("build_feeds")
    assert Feed.objects.get().rendering == RENDERING
    assert "former times" not in FeedItem.objects.get().xml


def test_a_feed_that_is_as_it_should_be_is_left_alone(client: Client, episode: EpisodePage) -> None:
    before = client.get(URL)["ETag"]
    built = Feed.objects.get().built_version
    call_command("build_feeds")
    assert (client.get(URL)["ETag"], Feed.objects.get().built_version) == (before, built)


def test_a_refused_feed_is_named_and_the_others_are_built(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    client.get(URL)
    Show.objects.update(language="english")
    Feed.objects.update(version=99)
    other = ShowFactory(slug="other", title="The other", artwork=PictureFactory())
    with pytest.raises(CommandError, match="The Show"):
        call_command("build_feeds")
    assert Feed.objects.get(show=other).is_current


def test_a_show_without_an_address_is_passed_over(site: object, db: None) -> None:
    ShowFactory(parent=site.root_page.get_root(), artwork=PictureFactory())  # type: ignore[attr-defined]
    call_command("build_feeds")
    assert not Feed.objects.exists()
