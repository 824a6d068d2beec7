"""The page "Feed health" and what editors are told when a feed serves an old version."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from podcast.feeds import build_feed, touch_feeds
from podcast.models import EpisodePage, Feed, FeedItem, Recording, Show
from tests.factories import EpisodePageFactory, ShowFactory
from tests.podcast.conftest import send

LIST = "/admin/feed/health/"


def address(show: Show) -> str:
    return reverse("show_feed_health", args=[show.pk])


def page_of(client: Client, show: Show) -> str:
    response = client.get(address(show))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def built(show: Show, episode: EpisodePage) -> Show:
    build_feed(show)
    return show


def test_the_page_tells_what_apps_have(editor: Client, built: Show) -> None:
    words = page_of(editor, built)
    assert "http://localhost/podcast/feed.xml" in words
    assert re.search(r"<dd>\s*1\s*</dd>", words)
    # The test's site is not served by https, and that is said once.
    assert words.count("This site is not served by https.") == 1
    assert "is not fetched by https" not in words


def test_addresses_elsewhere_without_https_are_told_one_by_one(
    editor: Client, show: Show, episode: EpisodePage
) -> None:
    Show.objects.update(website="http://elsewhere.example/")
    build_feed(Show.objects.get())
    assert "is not fetched by https: http://elsewhere.example/" in page_of(editor, show)


def test_a_show_without_a_feed_says_so(editor: Client, show: Show) -> None:
    assert "No feed has been built yet" in page_of(editor, show)


def test_a_show_outside_every_site_says_so(superuser: Client, site: object) -> None:
    lost = ShowFactory(parent=Page.objects.get(depth=1))
    assert "has no address and no feed" in page_of(superuser, lost)


def test_a_refused_build_is_told_with_its_reason(editor: Client, built: Show) -> None:
    Feed.objects.update(failed_at=timezone.now(), fault="Item 1 has no guid.")
    words = page_of(editor, built)
    assert "was refused" in words
    assert "Item 1 has no guid." in words


def test_an_item_that_keeps_its_old_version_is_told_with_its_reason(
    editor: Client, built: Show
) -> None:
    FeedItem.objects.update(fault="The notes could not be read.")
    words = page_of(editor, built)
    assert "Episodes that keep an old version" in words
    assert "The notes could not be read." in words


def test_episodes_that_are_not_in_the_feed_are_told_with_the_reason(
    editor: Client, built: Show, recording: Recording
) -> None:
    past, future = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)
    values = {"parent": built, "recording": recording}
    EpisodePageFactory(**values, title="Gone", expire_at=past)
    EpisodePageFactory(**values, title="Later", live=False, go_live_at=future)
    EpisodePageFactory(**values, title="Draft", live=False)
    silent = EpisodePageFactory(**values, title="Silent")
    EpisodePage.objects.filter(pk=silent.pk).update(recording=None)
    private = EpisodePageFactory(**values, title="Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    EpisodePageFactory(**values, title="Unwritten")
    words = page_of(editor, built)
    for reason in (
        "It has expired.",
        "It waits for the time",
        "It is a draft",
        "It has no recording.",
        "It is private",
        "It could not be written into the feed.",
    ):
        assert words.count(reason) == 1


def test_what_is_wrong_with_the_feed_is_told(
    editor: Client, built: Show, episode: EpisodePage, recording: Recording
) -> None:
    EpisodePageFactory(parent=built, title="The Episode", slug="two", recording=recording)
    Recording.objects.update(byte_length=7)
    touch_feeds(Show.objects.filter(pk=built.pk))
    build_feed(Show.objects.get(pk=built.pk))
    words = page_of(editor, built)
    assert "Another episode has the title “The Episode” too" in words
    FeedItem.objects.filter(episode=episode).update(xml="<item><title>No guid</title></item>")
    assert "has no recording, so it is not in the feed" in page_of(editor, built)


def test_a_feed_that_cannot_be_rendered_still_has_its_page(
    editor: Client, built: Show, episode: EpisodePage
) -> None:
    FeedItem.objects.filter(episode=episode).update(xml="<item><title>")
    assert "cannot be written into the feed" in page_of(editor, built)


def test_one_show_is_opened_at_once_and_several_are_listed(editor: Client, built: Show) -> None:
    assert editor.get(LIST).url == address(built)
    second = ShowFactory(title="The Second Show")
    build_feed(second)
    Feed.objects.filter(show=second).update(fault="It failed.")
    words = editor.get(LIST).content.decode()
    assert "The Show" in words
    assert "The Second Show" in words
    assert words.count("needs you") == 1


def test_only_who_may_edit_the_show_sees_its_page(
    client: Client, visitor: Client, editor_elsewhere: Client, superuser: Client, built: Show
) -> None:
    for stranger in (client, visitor):
        for url in (LIST, address(built), f"{address(built)}ask/"):
            assert stranger.get(url).url.startswith("/admin/login/")
    assert editor_elsewhere.get(address(built)).status_code == 404
    assert editor_elsewhere.post(f"{address(built)}ask/").status_code == 404
    assert "no show that you may edit" in editor_elsewhere.get(LIST).content.decode()
    assert superuser.get(address(built)).status_code == 200


def test_a_show_that_is_not_there_is_404(superuser: Client, built: Show) -> None:
    assert superuser.get("/admin/feed/health/0/").status_code == 404
    assert superuser.post("/admin/feed/health/0/ask/").status_code == 404
    assert superuser.get("/admin/feed/health/x/").status_code == 404


def test_each_address_takes_its_method_only(editor: Client, built: Show) -> None:
    assert editor.post(LIST).status_code == 405
    assert editor.post(address(built)).status_code == 405
    assert editor.get(f"{address(built)}ask/").status_code == 405


def test_the_test_of_the_server_needs_the_token_of_the_form(built: Show, editor: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    assert strict.post(f"{address(built)}ask/").status_code == 403


def test_menu_and_button_lead_there_for_whom_it_concerns(
    editor: Client, editor_elsewhere: Client, built: Show
) -> None:
    home = reverse("wagtailadmin_home")
    assert LIST in editor.get(home).content.decode()
    assert LIST not in editor_elsewhere.get(home).content.decode()
    edit = editor.get(reverse("wagtailadmin_pages:edit", args=[built.pk])).content.decode()
    assert address(built) in edit


def test_the_home_page_names_feeds_that_need_somebody(
    editor: Client, editor_elsewhere: Client, built: Show
) -> None:
    home = reverse("wagtailadmin_home")
    heading = "Podcast feeds that need you"
    assert heading not in editor.get(home).content.decode()
    FeedItem.objects.update(fault="It failed.")
    assert heading in editor.get(home).content.decode()
    assert heading not in editor_elsewhere.get(home).content.decode()
    FeedItem.objects.update(fault="")
    Feed.objects.update(failed_at=timezone.now())
    assert heading in editor.get(home).content.decode()


@pytest.mark.django_db(transaction=True)
def test_who_publishes_is_told_that_the_build_was_refused(
    publisher: Client, built: Show, episode: EpisodePage
) -> None:
    Show.objects.update(language="english")
    page = EpisodePage.objects.get(pk=episode.pk)
    response = send(publisher, page, title="Another title")
    assert response.status_code == 302
    words = publisher.get(response.url).content.decode()
    assert "the new feed was refused" in words
    assert address(built) in words
