"""The forms of shows and episodes: drafts wait, publishing checks in words, nothing gets lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from podcast.models import EpisodePage, Recording, Show
from tests.factories import AuthorFactory, EpisodePageFactory, PictureFactory
from tests.podcast.conftest import EMPTY_EPISODE_LISTS, EMPTY_SHOW_LISTS
from tests.podcast.extras_samples import EPISODE_EXTRAS, SHOW_EXTRAS

PERSON = {"author": "", "name": "Ada Quill", "role": "cast/host", "picture": "", "link": ""}
COMMENTS = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}


@pytest.fixture
def episode_form(recording: Recording) -> dict[str, Any]:
    return {
        "title": "An Episode",
        "slug": "an-episode",
        "recording": recording.pk,
        "episode_type": "full",
        "show_notes": rich_text(""),
        **EMPTY_EPISODE_LISTS,
        "comments": COMMENTS,
    }


@pytest.fixture
def show_form(show: Show) -> dict[str, Any]:
    return {
        "title": show.title,
        "slug": show.slug,
        "description": "What listeners can expect.",
        "author_name": "The practice",
        "language": "en",
        "category": "Health & Fitness/Medicine",
        "artwork": PictureFactory(file__width=1400, file__height=1400).pk,
        "show_type": "episodic",
        "medium": "podcast",
        "feed_paging": "auto",
        **EMPTY_SHOW_LISTS,
        "comments": COMMENTS,
    }


def post_episode(client: Client, show: Show, fields: dict[str, Any], *, publish: bool) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["podcast", "episodepage", show.pk])
    action = {"action-publish": "publish"} if publish else {}
    return client.post(url, nested_form_data(fields) | action)


def publish_show(client: Client, show: Show, fields: dict[str, Any]) -> Any:
    url = reverse("wagtailadmin_pages:edit", args=[show.pk])
    return client.post(url, nested_form_data(fields) | {"action-publish": "publish"})


def test_an_episode_is_published_without_any_extras(
    superuser: Client, show: Show, episode_form: dict[str, Any]
) -> None:
    assert post_episode(superuser, show, episode_form, publish=True).status_code == 302
    assert EpisodePage.objects.get().live


def test_a_draft_may_be_half_filled_and_is_not_published_so(
    superuser: Client, show: Show, episode_form: dict[str, Any]
) -> None:
    episode_form["extras"] = streamfield([("person", PERSON | {"name": ""})])
    episode_form |= {"license": "other", "license_name": "", "license_url": ""}
    response = post_episode(superuser, show, episode_form, publish=True)
    assert response.status_code == 200
    assert "Choose a person, or type a name below." in response.text
    assert "A license that is not in the list needs this." in response.text
    assert not EpisodePage.objects.exists()
    assert post_episode(superuser, show, episode_form, publish=False).status_code == 302
    assert not EpisodePage.objects.get().live


def test_a_best_moment_after_the_end_is_refused_in_words(
    superuser: Client, show: Show, episode_form: dict[str, Any]
) -> None:
    moment = {"start": "1:00:00", "seconds": 30, "title": ""}
    episode_form["extras"] = streamfield([("soundbite", moment)])
    response = post_episode(superuser, show, episode_form, publish=True)
    assert "The recording ends at 0:" in response.text
    assert not EpisodePage.objects.exists()


@pytest.mark.parametrize("again", ["second_category", "third_category"])
def test_no_category_is_chosen_twice(
    superuser: Client, show: Show, show_form: dict[str, Any], again: str
) -> None:
    response = publish_show(superuser, show, show_form | {again: show_form["category"]})
    assert "You have chosen this category already." in response.text


@pytest.mark.parametrize("start", ["http://", "https://"])
def test_the_new_feed_address_is_not_the_old_one(
    superuser: Client, show: Show, show_form: dict[str, Any], start: str
) -> None:
    show_form["new_feed_url"] = f"{start}localhost/podcast/feed.xml"
    response = publish_show(superuser, show, show_form)
    assert "This is the address that the feed has now." in response.text
    show_form["new_feed_url"] = "https://elsewhere.example/feed.xml"
    assert publish_show(superuser, show, show_form).status_code == 302
    show.refresh_from_db()
    assert show.new_feed_url == "https://elsewhere.example/feed.xml"


def test_the_form_warns_of_moving_and_shows_the_identity(superuser: Client, show: Show) -> None:
    superuser.get("/podcast/feed.xml")
    show.refresh_from_db()
    text = superuser.get(reverse("wagtailadmin_pages:edit", args=[show.pk])).text
    assert "This leads all your listeners away from this site." in text
    assert show.feed_url in text
    assert str(show.podcast_guid) in text


@pytest.mark.parametrize(("kind", "extras"), [("show", SHOW_EXTRAS), ("episode", EPISODE_EXTRAS)])
def test_extras_come_back_from_a_revision_and_go_along_with_a_copy(
    request: pytest.FixtureRequest, kind: str, extras: list[tuple[str, Any]]
) -> None:
    page = request.getfixturevalue(kind)
    page.extras = extras
    page.save_revision().publish()
    page.refresh_from_db()
    written = page.extras.get_prep_value()
    assert [block["type"] for block in written] == [name for name, _value in extras]
    assert page.get_latest_revision_as_object().extras.get_prep_value() == written
    copy = page.copy(update_attrs={"slug": "copy"})
    assert [each["value"] for each in copy.specific.extras.get_prep_value()] == [
        each["value"] for each in written
    ]


def test_readers_see_people_links_places_and_the_license(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    author = AuthorFactory(name="Bea Fern")
    for page, extras in ((show, SHOW_EXTRAS), (episode, EPISODE_EXTRAS)):
        person = dict(extras)["person"] | {"author": author, "name": ""}
        page.extras = [*extras, ("person", person)]
        page.license = "cc-by-4.0"
        page.save()
        text = client.get(page.url).text
        for words in (
            'Ada Quill</a> <span class="meta">Editor',
            "Bea Fern",
            'href="https://give.example/"',
            "Lake Constance",
            'rel="license noopener"',
        ):
            assert words in text
    assert 'href="https://video.example/1"' in text


def test_a_page_without_extras_shows_no_empty_list(client: Client, show: Show) -> None:
    EpisodePageFactory(parent=show, slug="plain")
    assert "facts-heading" not in client.get(show.url).text
    assert "facts-heading" not in client.get(f"{show.url}plain/").text
