"""The gate: what an editor is told before a show or an episode goes out, and what stops it."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text

from podcast import gate
from podcast.feeds import build_feed
from podcast.gate import draft_changes
from podcast.models import EpisodePage, FeedItem, Recording, Show
from tests.audio_files import make_m4a
from tests.factories import EpisodePageFactory, PictureFactory, ShowFactory
from tests.podcast.conftest import form_of, send, store

STOPPED = "could not be saved due to validation errors"


@pytest.fixture
def published(show: Show, episode: EpisodePage) -> EpisodePage:
    """An episode that apps have, in a feed that is built."""
    build_feed(show)
    return EpisodePage.objects.get(pk=episode.pk)


def codes(draft: EpisodePage | Show) -> list[str]:
    return [change.code for change in draft_changes(draft, draft.get_parent())]


def box_of(response: HttpResponse) -> str:
    """The value of the box that stands below the warnings, "" if there is none."""
    found = re.search(r'name="feed_warnings_read" value="([0-9a-f]+)"', response.content.decode())
    return found[1] if found else ""


# What is found.


def test_a_draft_without_changes_changes_nothing(published: EpisodePage, show: Show) -> None:
    assert codes(published) == []
    assert codes(Show.objects.get(pk=show.pk)) == []


def test_a_new_title_is_news(published: EpisodePage) -> None:
    published.title = "Another title"
    assert codes(published) == ["title"]


def test_a_draft_that_was_never_out_is_a_new_episode(
    show: Show, published: EpisodePage, recording: Recording
) -> None:
    draft = EpisodePageFactory(
        parent=show, recording=recording, live=False, first_published_at=None
    )
    assert codes(draft) == ["new-episode"]


def test_an_episode_that_comes_back_with_its_old_date_is_a_warning(
    show: Show, published: EpisodePage, recording: Recording
) -> None:
    old = EpisodePageFactory(
        parent=show,
        recording=recording,
        live=False,
        first_published_at=timezone.now() - timedelta(days=30),
    )
    assert codes(old) == ["date-old", "new-episode"]


def test_a_scheduled_episode_is_not_in_the_future_when_it_goes_out(
    show: Show, published: EpisodePage, recording: Recording
) -> None:
    draft = EpisodePageFactory(
        parent=show,
        recording=recording,
        live=False,
        first_published_at=None,
        go_live_at=timezone.now() + timedelta(days=3),
    )
    assert codes(draft) == ["new-episode"]


def test_another_kind_of_audio_moves_its_address(published: EpisodePage) -> None:
    published.recording = store(make_m4a())
    found = codes(published)
    assert found[0] == "enclosure-changed"
    assert {"audio", "audio-type"} <= set(found)


def test_an_audio_file_that_is_gone_or_was_cut_is_an_error(published: EpisodePage) -> None:
    file = Path(published.recording.file.path)
    file.write_bytes(file.read_bytes()[:-10])
    assert codes(published) == ["length-differs"]
    file.unlink()
    assert codes(EpisodePage.objects.get(pk=published.pk)) == ["file-missing"]


def test_a_missing_recording_is_an_error(published: EpisodePage) -> None:
    published.recording = None
    assert codes(published) == ["enclosure-missing"]


def test_the_same_number_or_title_as_another_episode_is_a_warning(
    show: Show, published: EpisodePage, recording: Recording
) -> None:
    EpisodePageFactory(parent=show, title="The Other", season=2, number=5, recording=recording)
    build_feed(show)
    published.season, published.number = 2, 5
    assert codes(published)[0] == "number-shared"
    published.season, published.title = 3, "the OTHER"
    assert codes(published)[0] == "title-shared"


def test_an_audio_address_that_another_item_has_is_an_error(
    show: Show, published: EpisodePage, recording: Recording
) -> None:
    other = EpisodePageFactory(parent=show, title="The Other", recording=recording)
    build_feed(show)
    item = FeedItem.objects.get(episode=other)
    item.xml = item.xml.replace(f"/listen/{other.guid}", f"/listen/{published.guid}")
    item.save()
    assert "enclosure-shared" in codes(published)


def test_an_item_that_apps_know_by_another_guid_is_an_error(published: EpisodePage) -> None:
    item = FeedItem.objects.get(episode=published)
    item.xml = re.sub(r"(<guid[^>]*>)[^<]+", r"\g<1>something-else", item.xml)
    item.save()
    assert codes(published)[0] == "guid-changed"


def test_what_cannot_be_rendered_is_an_error(
    published: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(page: EpisodePage) -> None:
        raise RuntimeError("No item")

    monkeypatch.setattr(gate, "item_of", fail)
    assert codes(published) == ["cannot-render"]


def test_a_page_outside_every_site_changes_nothing(published: EpisodePage) -> None:
    lost = ShowFactory(parent=Page.objects.get(depth=1))
    assert codes(lost) == []


def test_a_show_tells_of_its_marks(show: Show, published: EpisodePage) -> None:
    draft = Show.objects.get(pk=show.pk)
    draft.complete = True
    draft.language = "de"
    draft.slug = "elsewhere"
    assert sorted(codes(draft)[:3]) == ["complete-on", "feed-url-changed", "language-changed"]
    draft.artwork = None
    assert codes(draft)[0] == "artwork-missing"


def test_a_show_that_was_never_out_is_new(site: object) -> None:
    draft = ShowFactory(live=False, first_published_at=None)
    assert codes(draft) == ["new-show"]


def test_nothing_is_stored_to_find_out(published: EpisodePage) -> None:
    before = FeedItem.objects.get(episode=published).xml
    published.title = "Another title"
    codes(published)
    assert FeedItem.objects.get(episode=published).xml == before
    assert published.url_path == EpisodePage.objects.get(pk=published.pk).url_path


def test_the_gate_costs_the_same_with_one_and_with_thirty_episodes(
    show: Show, published: EpisodePage, recording: Recording
) -> None:
    def cost() -> int:
        draft = EpisodePage.objects.get(pk=published.pk)
        parent = draft.get_parent()
        with CaptureQueriesContext(connection) as queries:
            draft_changes(draft, parent)
        return len(queries)

    EpisodePageFactory(parent=show, recording=recording)
    build_feed(show)
    few = cost()
    for _ in range(29):
        EpisodePageFactory(parent=show, recording=recording)
    build_feed(show)
    assert cost() == few <= 15


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
