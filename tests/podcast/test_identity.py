"""An episode's and a show's identity: kept over every change, never shared by two pages."""

from __future__ import annotations

import logging
from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Page, PageViewRestriction, Site

from podcast.models import EpisodePage, Feed, FeedItem, Show
from tests.factories import (
    EpisodePageFactory,
    HomePageFactory,
    PictureFactory,
    ShowFactory,
    StandardPageFactory,
)
from tests.feed_readers import ReadItem, by_feedparser


def read(
    client: Client, path: str = "/podcast/feed.xml", host: str = "localhost"
) -> list[ReadItem]:
    return by_feedparser(client.get(path, headers={"host": host}).content)


def assert_guids_differ(client: Client, number: int) -> None:
    items = read(client)
    assert len(items) == number
    assert len({item.guid for item in items}) == number
    assert len({item.enclosure_url for item in items}) == number
    for item in items:
        assert client.get(item.enclosure_url).status_code == 200


@pytest.mark.parametrize("with_revisions", [True, False])
def test_a_copied_episode_gets_a_guid_of_its_own(
    client: Client, episode: EpisodePage, with_revisions: bool
) -> None:
    episode.save_revision().publish()
    assert_guids_differ(client, 1)
    copy = episode.copy(update_attrs={"slug": "copy"}, copy_revisions=with_revisions)
    assert_guids_differ(client, 2)
    # What a copied revision says of the guid is the original's.
    copy.get_latest_revision_as_object().save_revision().publish()
    assert_guids_differ(client, 2)
    episode.refresh_from_db()
    assert copy.guid != episode.guid


def test_an_alias_of_an_episode_gets_a_guid_of_its_own(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    assert_guids_differ(client, 1)
    episode.create_alias(update_slug="alias")
    assert_guids_differ(client, 2)
    before = {item.guid for item in read(client)}
    episode.title = "Changed"
    episode.save_revision().publish()
    assert [item.title for item in read(client)] == ["Changed", "Changed"]
    assert {item.guid for item in read(client)} == before


def test_an_alias_of_a_whole_show_is_a_show_of_its_own(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    (original,) = read(client)
    show.refresh_from_db()
    show.create_alias(update_slug="alias", recursive=True)
    (alias,) = read(client, "/alias/feed.xml")
    assert alias.guid != original.guid
    assert read(client) == [original]
    show.title = "Changed"
    show.save_revision().publish()
    assert "<title>Changed</title>" in client.get("/alias/feed.xml").text
    first, second = Show.objects.values_list("podcast_guid", flat=True)
    assert first != second


def test_a_copied_show_is_a_show_of_its_own(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    (original,) = read(client)
    show.refresh_from_db()
    show.copy(recursive=True, update_attrs={"slug": "copy"})
    (copy,) = read(client, "/copy/feed.xml")
    assert copy.guid != original.guid
    first, second = Show.objects.values_list("podcast_guid", flat=True)
    assert first != second


def test_no_revision_brings_another_guid(client: Client, episode: EpisodePage) -> None:
    (before,) = read(client)
    revision = episode.save_revision()
    revision.content["guid"] = str(uuid4())
    revision.save()
    revision.publish()
    assert read(client)[0].guid == before.guid


def test_a_show_keeps_its_guid_when_it_moves(client: Client, show: Show) -> None:
    client.get("/podcast/feed.xml")
    show.refresh_from_db()
    before = show.podcast_guid
    assert before is not None
    show.slug = "renamed"
    show.save_revision().publish()
    revision = show.save_revision()
    revision.content["podcast_guid"] = str(uuid4())
    revision.save()
    revision.publish()
    assert str(before) in client.get("/renamed/feed.xml").text


def test_a_new_show_at_the_address_of_a_moved_one_gets_another_guid(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    assert read(client)
    show.refresh_from_db()
    show.move(StandardPageFactory(slug="shelf"), pos="last-child")
    ShowFactory(slug="podcast", artwork=PictureFactory())
    assert client.get("/podcast/feed.xml").status_code == 200
    first, second = Show.objects.values_list("podcast_guid", flat=True)
    assert None not in (first, second)
    assert first != second


def test_shows_outside_every_site_harm_nobody(
    caplog: pytest.LogCaptureFixture,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    site: Site,
) -> None:
    outside = HomePageFactory(parent=Page.get_first_root_node(), slug="outside")
    shows = [ShowFactory(parent=outside, artwork=PictureFactory()) for _ in range(2)]
    for show in shows:
        with django_capture_on_commit_callbacks(execute=True):
            EpisodePageFactory(parent=show).save_revision().publish()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert client.get("/outside/feed.xml").status_code == 404
    # Once they belong to a site, they have feeds like all others.
    with django_capture_on_commit_callbacks(execute=True):
        Site.objects.create(hostname="127.0.0.1", root_page=outside)
    for show in shows:
        assert len(read(client, f"/{show.slug}/feed.xml", host="127.0.0.1")) == 1


def test_an_episode_moves_from_one_show_to_another(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    other = ShowFactory(slug="other", artwork=PictureFactory())
    (before,) = read(client)
    assert read(client, "/other/feed.xml") == []
    episode.move(other, pos="last-child")
    assert read(client) == []
    moved = replace(before, link="http://localhost/other/one/")
    assert read(client, "/other/feed.xml") == [moved]


@pytest.mark.parametrize("built", [True, False])
@pytest.mark.parametrize("above", [True, False])
@pytest.mark.django_db(transaction=True)
def test_a_show_is_deleted_with_all_that_belongs_to_it(
    client: Client,
    show: Show,
    episode: EpisodePage,
    caplog: pytest.LogCaptureFixture,
    built: bool,
    above: bool,
) -> None:
    EpisodePageFactory(parent=show)
    PageViewRestriction.objects.create(page=episode, restriction_type="login")
    if built:
        client.get("/podcast/feed.xml")
    else:
        Feed.objects.all().delete()
    page = show.get_parent() if above else show
    Page.objects.get(pk=page.pk).delete()
    assert not Show.objects.exists()
    assert not Feed.objects.exists()
    assert not FeedItem.objects.exists()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def test_a_renamed_host_is_in_every_address_of_the_feed(
    client: Client, site: Site, show: Show, episode: EpisodePage
) -> None:
    assert "http://localhost/" in client.get("/podcast/feed.xml").text
    site.hostname = "127.0.0.1"
    site.save()
    text = client.get("/podcast/feed.xml", headers={"host": "127.0.0.1"}).text
    assert "http://127.0.0.1/podcast/one/" in text
    assert f"http://127.0.0.1{episode.audio_path}" in text
    assert "localhost" not in text


def test_two_sites_have_shows_of_their_own(
    client: Client, site: Site, show: Show, episode: EpisodePage
) -> None:
    home = HomePageFactory(parent=Page.get_first_root_node(), slug="second")
    Site.objects.create(hostname="127.0.0.1", root_page=home)
    other = ShowFactory(parent=home, slug="podcast", artwork=PictureFactory())
    theirs = EpisodePageFactory(parent=other, title="Theirs", slug="one")
    (item,) = read(client, host="127.0.0.1")
    assert item.title == "Theirs"
    assert item.enclosure_url == f"http://127.0.0.1{theirs.audio_path}"
    assert [item.title for item in read(client)] == ["The Episode"]
    first, second = Show.objects.values_list("podcast_guid", flat=True)
    assert first != second


def test_a_deleted_picture_of_an_episode_is_named_nowhere(
    client: Client, episode: EpisodePage
) -> None:
    episode.artwork = PictureFactory(file__color="red")
    episode.save_revision().publish()
    (item,) = read(client)
    assert item.image_url in client.get("/podcast/feed.xml").text
    episode.artwork.delete()
    assert item.image_url not in client.get("/podcast/feed.xml").text
    assert [each.guid for each in read(client)] == [item.guid]


def test_a_picture_with_another_file_is_named_anew(client: Client, episode: EpisodePage) -> None:
    episode.artwork = PictureFactory()
    episode.save_revision().publish()
    (before,) = read(client)
    picture = episode.artwork
    picture.file = PictureFactory(file__color="red").file
    picture.renditions.all().delete()
    picture.save()
    assert read(client)[0].image_url != before.image_url
