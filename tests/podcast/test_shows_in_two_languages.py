"""A show in a second language: a show of its own, with a feed, identities and addresses of its own."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale, Site

from podcast.models import EpisodePage, Show
from tests.feed_readers import by_feedparser

FEED = "/de/podcast/feed.xml"


@pytest.fixture
def german_show(site: Site, show: Show, episode: EpisodePage) -> Show:
    """The show and its one episode in German, all published."""
    german = Locale.objects.create(language_code="de")
    for page in (site.root_page.specific, show, episode):
        copy = page.copy_for_translation(german)
        copy.title = f"{page.title} auf Deutsch"
        if page == show:
            copy.language = "de"
        copy.save_revision().publish()
    return show.get_translation(german)


def test_its_feed_is_in_its_own_tree(client: Client, german_show: Show) -> None:
    english, german = client.get("/podcast/feed.xml"), client.get(FEED)
    assert "<language>de</language>" in german.text
    (item,) = by_feedparser(german.content)
    assert item.title.endswith("auf Deutsch")
    assert item.link.startswith("http://localhost/de/podcast/")
    assert "auf Deutsch" not in english.text
    assert client.get("/de/podcast/feed.json").json()["feed_url"].endswith("/de/podcast/feed.json")
    assert client.get("/de/podcast/feed/1.xml").status_code == 404


def test_no_identity_is_shared_with_the_original(
    client: Client, show: Show, german_show: Show
) -> None:
    (original,) = by_feedparser(client.get("/podcast/feed.xml").content)
    (translated,) = by_feedparser(client.get(FEED).content)
    assert translated.guid != original.guid
    assert translated.enclosure_url != original.enclosure_url
    # The sound has one address, whatever the language of the page.
    assert translated.enclosure_url.startswith("http://localhost/listen/")
    assert client.get(translated.enclosure_url).status_code == 200
    first, second = Show.objects.values_list("podcast_guid", flat=True)
    assert None not in (first, second)
    assert first != second


def test_its_feed_follows_when_the_show_moves_or_the_host_changes(
    client: Client,
    site: Site,
    german_show: Show,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assert client.get(FEED).status_code == 200
    german_show.slug = "sendung"
    with django_capture_on_commit_callbacks(execute=True):
        german_show.save_revision().publish()
    response = client.get(FEED)
    assert response.status_code == 301
    assert response["Location"] == "/de/sendung/feed.xml"
    site.hostname = "127.0.0.1"
    site.save()
    text = client.get("/de/sendung/feed.xml", headers={"host": "127.0.0.1"}).text
    assert "http://127.0.0.1/de/sendung/" in text
    assert "localhost" not in text


def test_every_page_links_to_the_feeds_of_its_own_language(
    client: Client, german_show: Show
) -> None:
    assert 'href="http://localhost/podcast/feed.xml"' in client.get("/").text
    assert FEED not in client.get("/").text
    assert f'href="http://localhost{FEED}"' in client.get("/de/").text
    assert 'href="http://localhost/podcast/feed.xml"' not in client.get("/de/").text


@override_settings(FEED_MEMORY_SECONDS=60)
def test_what_is_remembered_of_a_feed_is_for_all_browsers(german_show: Show) -> None:
    client = Client()
    for address in ("/podcast/feed.xml", FEED):
        bodies = {
            client.get(address, headers={"accept-language": wish}).content
            for wish in ("de", "en", "es")
        }
        assert len(bodies) == 1
        assert "Accept-Language" not in client.get(address)["Vary"]
    assert client.get("/podcast/feed.xml").content != client.get(FEED).content
