"""The gate in the editor: what stops a show or an episode, and what the side panel says before."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text

from podcast.feeds import build_feed
from podcast.models import EpisodePage, Recording, Show
from tests.factories import EpisodePageFactory, PictureFactory
from tests.podcast.conftest import EMPTY_EPISODE_LISTS, form_of, send

STOPPED = "could not be saved due to validation errors"


def box_of(response: HttpResponse) -> str:
    """The value of the box that stands below the warnings, "" if there is none."""
    found = re.search(r'name="feed_warnings_read" value="([0-9a-f]+)"', response.content.decode())
    return found[1] if found else ""


# What stops.


def test_publishing_what_changes_nothing_bad_asks_nothing(
    publisher: Client, published: EpisodePage
) -> None:
    assert send(publisher, published, title="A better title").status_code == 302
    assert EpisodePage.objects.get(pk=published.pk).title == "A better title"


def test_an_error_stops_publishing_and_nothing_is_lost(
    publisher: Client, published: EpisodePage
) -> None:
    Path(published.recording.file.path).unlink()
    response = send(publisher, published, title="A better title")
    words = response.content.decode()
    assert response.status_code == 200
    assert STOPPED in words
    assert "is gone from the server" in words
    assert 'value="A better title"' in words
    assert box_of(response) == ""
    assert EpisodePage.objects.get(pk=published.pk).title == "The Episode"


def test_ticking_a_box_does_not_help_against_an_error(
    publisher: Client, published: EpisodePage
) -> None:
    Path(published.recording.file.path).unlink()
    again = send(publisher, published, feed_warnings_read="0" * 16)
    assert again.status_code == 200


@pytest.fixture
def other(show: Show, published: EpisodePage, recording: Recording) -> EpisodePage:
    other = EpisodePageFactory(parent=show, title="The Other", number=5, recording=recording)
    build_feed(show)
    return other


def test_warnings_stop_once_and_can_be_accepted(
    publisher: Client, published: EpisodePage, other: EpisodePage
) -> None:
    first = send(publisher, published, number=5)
    assert first.status_code == 200
    assert "has the number 5 too" in first.content.decode()
    box = box_of(first)
    assert box
    assert send(publisher, published, number=5, feed_warnings_read=box).status_code == 302
    assert EpisodePage.objects.get(pk=published.pk).number == 5


def test_a_new_warning_asks_anew(
    publisher: Client, published: EpisodePage, other: EpisodePage
) -> None:
    box = box_of(send(publisher, published, number=5))
    again = send(publisher, published, number=5, title="The Other", feed_warnings_read=box)
    assert again.status_code == 200
    assert box_of(again) not in ("", box)


def test_saving_a_draft_asks_nothing(
    publisher: Client, published: EpisodePage, other: EpisodePage
) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[published.pk])
    data = nested_form_data({**form_of(publisher, published), "number": 5})
    assert publisher.post(url, data).status_code == 302
    autosaved = publisher.post(url, data, headers={"accept": "application/json"})
    assert autosaved.json()["success"] is True


def test_scheduling_asks_too(publisher: Client, published: EpisodePage, other: EpisodePage) -> None:
    later = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    assert box_of(send(publisher, published, number=5, go_live_at=later))


def test_a_new_page_is_stopped_as_well(
    publisher: Client, show: Show, other: EpisodePage, recording: Recording
) -> None:
    url = reverse("wagtailadmin_pages:add", args=["podcast", "episodepage", show.pk])
    data = {
        "title": "The Other",
        "slug": "the-other-two",
        "recording": recording.pk,
        "episode_type": "full",
        "show_notes": rich_text(""),
        **EMPTY_EPISODE_LISTS,
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        "action-publish": "1",
    }
    form = publisher.get(url).context["form"]
    for formset in form.formsets.values():
        for bound in formset.management_form:
            data.setdefault(bound.html_name, bound.value())
    response = publisher.post(url, nested_form_data(data))
    assert response.status_code == 200
    assert box_of(response)
    data["feed_warnings_read"] = box_of(response)
    assert publisher.post(url, nested_form_data(data)).status_code == 302
    assert EpisodePage.objects.filter(slug="the-other-two", live=True).exists()


def test_marking_a_show_as_ended_asks(
    publisher: Client, show: Show, published: EpisodePage
) -> None:
    show.artwork = PictureFactory(file__width=1400, file__height=1400)
    show.save()
    build_feed(show)
    response = send(publisher, show, complete="on")
    assert "the show has ended" in response.content.decode()
    assert (
        send(publisher, show, complete="on", feed_warnings_read=box_of(response)).status_code == 302
    )


def test_submitting_for_moderation_asks_too(
    editor: Client, published: EpisodePage, other: EpisodePage
) -> None:
    first = send(editor, published, "action-submit", number=5)
    box = box_of(first)
    assert box
    again = send(editor, published, "action-submit", number=5, feed_warnings_read=box)
    assert again.status_code == 302
    assert EpisodePage.objects.get(pk=published.pk).current_workflow_state


# The side panel.


def test_the_editor_reads_what_listeners_will_notice(
    editor: Client, published: EpisodePage
) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[published.pk])
    words = editor.get(url).content.decode()
    assert 'data-side-panel="feed"' in words
    assert "Nothing changes for listeners." in words


def test_a_new_page_has_the_panel_too(editor: Client, show: Show) -> None:
    url = reverse("wagtailadmin_pages:add", args=["podcast", "episodepage", show.pk])
    words = editor.get(url).content.decode()
    assert "/admin/feed/changes/0/" in words


def test_the_panel_is_asked_for_the_latest_draft(editor: Client, published: EpisodePage) -> None:
    published.title = "A draft's title"
    published.save_revision()
    words = editor.get(reverse("feed_changes", args=[published.pk])).content.decode()
    assert "A draft&#x27;s title" in words
    assert "Nothing changes for listeners except:" in words


def test_only_who_may_edit_the_page_is_told(
    client: Client, visitor: Client, editor: Client, superuser: Client, published: EpisodePage
) -> None:
    url = reverse("feed_changes", args=[published.pk])
    assert client.get(url).status_code == 302
    assert visitor.get(url).status_code == 302
    assert editor.get(url).status_code == 200
    assert superuser.get(url).status_code == 200
    assert editor.post(url).status_code == 405


def test_pages_without_a_feed_have_no_findings(superuser: Client, site: object) -> None:
    home = Page.objects.get(depth=2)
    assert superuser.get(reverse("feed_changes", args=[home.pk])).status_code == 404
    assert superuser.get(reverse("feed_changes", args=[0])).status_code == 404


def test_an_editor_of_other_pages_is_not_told(
    editor_elsewhere: Client, published: EpisodePage
) -> None:
    url = reverse("feed_changes", args=[published.pk])
    assert editor_elsewhere.get(url).status_code == 404
