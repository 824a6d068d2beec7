"""What search engines are told of shows and episodes: the feed, the sound and its length."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Page

from podcast.models import Listing
from tests.factories import EpisodePageFactory, PictureFactory, RecordingFactory, ShowFactory
from tests.schema_rules import Node, broken_rules, graph_of, one

pytestmark = pytest.mark.django_db


def told(client: Client, page: Page) -> list[Node]:
    graph = graph_of(client.get(page.url).content.decode())
    assert broken_rules(graph) == []
    return graph


def test_a_show_is_a_series_with_its_feed_and_its_other_addresses(client, site):
    show = ShowFactory(title="The Slow Stairs", language="de")
    show.listings = [Listing(directory="spotify", url="https://listen.example/show")]
    show.save()
    series = one(told(client, show), "PodcastSeries")
    assert series["name"] == "The Slow Stairs"
    assert series["webFeed"] == show.feed_url
    assert series["sameAs"] == ["https://listen.example/show"]
    assert series["inLanguage"] == "de"
    assert series["image"]["width"] == 1200


def test_the_page_for_subscribing_is_not_the_series_itself(client, site):
    show = ShowFactory()
    graph = graph_of(client.get(f"{show.url}subscribe/").content.decode())
    assert broken_rules(graph) == []
    assert "PodcastSeries" not in {node["@type"] for node in graph}


def test_an_episode_has_its_sound_with_length_type_and_size(client, site):
    recording = RecordingFactory(duration=3725.4, mime_type="audio/mp4", extension="m4a")
    episode = EpisodePageFactory(recording=recording)
    node = one(told(client, episode), "PodcastEpisode")
    audio = node["associatedMedia"]
    assert audio["contentUrl"] == f"http://localhost/listen/{episode.guid}.m4a"
    assert client.get(audio["contentUrl"]).status_code == 200
    assert audio["duration"] == node["duration"] == "PT1H2M5S"
    assert audio["encodingFormat"] == "audio/mp4"
    assert audio["contentSize"] == str(recording.byte_length)


def test_an_episode_has_its_place_in_the_series(client, site):
    extras = [("season", {"number": 2, "name": "The stairs"})]
    episode = EpisodePageFactory(parent=ShowFactory(extras=extras), season=2, number=5)
    node = one(told(client, episode), "PodcastEpisode")
    assert node["episodeNumber"] == 5
    assert node["partOfSeason"]["seasonNumber"] == 2
    assert node["partOfSeason"]["name"] == "The stairs"
    series = one(told(client, episode.get_parent()), "PodcastSeries")
    assert node["partOfSeries"]["@id"] == series["@id"]
    assert node["partOfSeries"]["webFeed"] == series["webFeed"]


def test_an_episode_shows_its_own_artwork_else_the_shows(client, site):
    plain = EpisodePageFactory()
    own = EpisodePageFactory(artwork=PictureFactory(description="A heron"))
    assert one(told(client, own), "PodcastEpisode")["image"]["caption"] == "A heron"
    shows = one(told(client, plain.get_parent()), "PodcastSeries")["image"]
    assert one(told(client, plain), "PodcastEpisode")["image"] == shows
