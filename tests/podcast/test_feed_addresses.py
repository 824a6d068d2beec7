"""Whoever has ever subscribed finds the feed: after renames, moves, and a farewell to this host."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cms.models import FormerAddress
from podcast.models import EpisodePage, Show
from tests.factories import ArticleIndexPageFactory, ShowFactory, StandardPageFactory


def rename(page: Show, slug: str) -> None:
    page.slug = slug
    page.save_revision().publish()


def test_every_old_address_leads_to_the_present_one_though_redirects_are_deleted(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    for slug in ("second", "third"):
        rename(show, slug)
    Redirect.objects.all().delete()
    for old in ("podcast", "second"):
        response = client.get(f"/{old}/feed.xml")
        assert (response.status_code, response["Location"]) == (301, "/third/feed.xml")
        assert response["Access-Control-Allow-Origin"] == "*"
        # Whoever keeps it for ever is led in circles when the show comes back.
        assert "max-age=60" in response["Cache-Control"]
        assert client.head(f"/{old}/feed.xml").status_code == 301
    assert client.get("/podcast/feed/1.xml")["Location"] == "/third/feed/1.xml"
    assert client.get("/third/feed.xml").status_code == 200


def test_a_show_that_comes_back_is_not_led_in_circles(client: Client, show: Show) -> None:
    rename(show, "second")
    rename(show, "podcast")
    assert client.get("/podcast/feed.xml").status_code == 200
    assert client.get("/second/feed.xml")["Location"] == "/podcast/feed.xml"
    show.unpublish()
    assert client.get("/podcast/feed.xml").status_code == 404
    assert client.get("/second/feed.xml").status_code == 404


def test_an_old_address_survives_the_renaming_and_moving_of_pages_above(
    client: Client, show: Show
) -> None:
    section = StandardPageFactory(slug="section")
    show.move(section, "last-child")
    section.refresh_from_db()
    section.slug = "renamed"
    section.save_revision().publish()
    for old in ("/podcast/feed.xml", "/section/podcast/feed.xml"):
        assert client.get(old)["Location"] == "/renamed/podcast/feed.xml"


def test_who_lives_at_an_address_now_comes_before_who_once_did(client: Client, show: Show) -> None:
    rename(show, "second")
    heir = ShowFactory(slug="podcast", title="The Heir")
    assert b"<title>The Heir</title>" in client.get("/podcast/feed.xml").content
    rename(heir, "heir")
    assert client.get("/podcast/feed.xml")["Location"] == "/heir/feed.xml"


def test_a_page_without_a_feed_leaves_an_old_feed_address_alone(client: Client, show: Show) -> None:
    rename(show, "second")
    StandardPageFactory(slug="podcast")
    assert client.get("/podcast/feed.xml")["Location"] == "/second/feed.xml"


def test_the_new_address_of_a_private_show_is_told_to_nobody(client: Client, show: Show) -> None:
    rename(show, "secret")
    PageViewRestriction.objects.create(page=show, restriction_type="login")
    response = client.get("/podcast/feed.xml")
    assert response.status_code == 404
    assert b"secret" not in response.content


def test_the_feed_of_renamed_articles_is_found_too(client: Client, site: object) -> None:
    index = ArticleIndexPageFactory(slug="articles")
    rename(index, "reading")
    Redirect.objects.all().delete()
    assert client.get("/articles/feed.xml")["Location"] == "/reading/feed.xml"


def test_who_came_before_is_found_when_who_came_after_is_deleted(
    client: Client, show: Show
) -> None:
    rename(show, "second")
    heir = ShowFactory(slug="podcast", title="The Heir")
    heir.delete()
    assert client.get("/podcast/feed.xml")["Location"] == "/second/feed.xml"


def test_an_address_may_be_as_long_as_a_tree_is_deep(client: Client, site: object) -> None:
    branch = StandardPageFactory(slug="y" * 255)
    show = ShowFactory(parent=branch, slug="x" * 255)
    path = f"/{branch.slug}/{show.slug}/"
    assert FormerAddress.objects.get(page=show).path == path
    assert client.get(f"{path}feed.xml").status_code == 200


@pytest.fixture
def departed(show: Show, episode: EpisodePage) -> Show:
    show.new_feed_url = "https://new.example/feed.xml"
    show.save_revision().publish()
    return show


def test_a_feed_that_has_moved_away_leads_there_and_says_so(
    client: Client, departed: Show, episode: EpisodePage
) -> None:
    response = client.get("/podcast/feed.xml")
    assert (response.status_code, response["Location"]) == (301, "https://new.example/feed.xml")
    assert (
        "<itunes:new-feed-url>https://new.example/feed.xml</itunes:new-feed-url>" in response.text
    )
    assert str(episode.guid) in response.text
    assert client.head("/podcast/feed.xml").status_code == 301


def test_readers_of_the_json_form_are_led_to_the_feed_as_well(
    client: Client, departed: Show
) -> None:
    response = client.get("/podcast/feed.json")
    assert (response.status_code, response["Location"]) == (301, "https://new.example/feed.xml")


def test_who_knows_the_feed_already_is_led_away_as_well(client: Client, departed: Show) -> None:
    assert client.get("/podcast/feed.xml", headers={"if-none-match": "*"}).status_code == 301


def test_a_feed_that_has_come_back_is_served_again(client: Client, departed: Show) -> None:
    departed.new_feed_url = ""
    departed.save_revision().publish()
    response = client.get("/podcast/feed.xml")
    assert response.status_code == 200
    assert "new-feed-url" not in response.text
