"""The gate: what an editor is told before a show or an episode goes out."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from podcast import gate
from podcast.feeds import build_feed
from podcast.gate import draft_changes
from podcast.models import EpisodePage, FeedItem, Recording, Show
from tests.audio_files import make_m4a
from tests.factories import EpisodePageFactory, ShowFactory
from tests.podcast.conftest import store


def codes(draft: EpisodePage | Show) -> list[str]:
    return [change.code for change in draft_changes(draft, draft.get_parent())]


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
