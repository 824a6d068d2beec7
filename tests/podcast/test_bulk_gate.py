"""The gate for many pages at once: what the bulk action "Publish" lets out and what it refuses."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from podcast import bulk_gate
from podcast.feeds import build_feed
from podcast.models import EpisodePage, Recording, Show
from tests.factories import EpisodePageFactory, StandardPageFactory


@pytest.fixture
def good(show: Show, recording: Recording) -> EpisodePage:
    return EpisodePageFactory(parent=show, title="Good", recording=recording, live=False)


@pytest.fixture
def silent(show: Show) -> EpisodePage:
    return EpisodePageFactory(parent=show, title="Silent <b>", recording=None, live=False)


def publish(client: Client, *pages: Page, **form: str) -> HttpResponse:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = urlencode({"id": [page.pk for page in pages], "next": "/admin/"}, doseq=True)
    return client.post(f"{url}?{query}", form, follow=True)


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_good_episodes_are_published(publisher: Client, good: EpisodePage) -> None:
    words = publish(publisher, good).content.decode()
    assert "1 page has been published" in words
    assert "may notice" not in words
    assert is_live(good)


def test_one_without_a_recording_stops_all_of_them_in_words(
    publisher: Client, good: EpisodePage, silent: EpisodePage
) -> None:
    words = publish(publisher, good, silent).content.decode()
    assert "Nothing was published" in words
    assert reverse("wagtailadmin_pages:edit", args=[silent.pk]) in words
    assert "Silent &lt;b&gt;" in words
    assert "has no recording" in words
    assert not is_live(good)
    assert not is_live(silent)


def test_the_latest_draft_counts_not_what_is_out(publisher: Client, published: EpisodePage) -> None:
    published.recording = None
    published.save_revision(clean=False)
    words = publish(publisher, published).content.decode()
    assert "has no recording" in words
    assert EpisodePage.objects.get(pk=published.pk).recording


def test_what_is_below_counts_where_it_would_go_out(
    publisher: Client, show: Show, silent: EpisodePage
) -> None:
    assert "has been published" in publish(publisher, show).content.decode()
    words = publish(publisher, show, include_descendants="on").content.decode()
    assert "Nothing was published" in words
    assert not is_live(silent)


def test_warnings_are_told_and_stop_nothing(
    publisher: Client, show: Show, recording: Recording
) -> None:
    EpisodePageFactory(parent=show, number=5, recording=recording)
    build_feed(show)
    double = EpisodePageFactory(parent=show, number=5, recording=recording, live=False)
    words = publish(publisher, double).content.decode()
    assert "1 page may notice" in words
    assert reverse("feed_health") in words
    assert is_live(double)


def test_more_than_can_be_looked_at_are_refused(
    publisher: Client, good: EpisodePage, silent: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_gate, "AT_ONCE", 1)
    words = publish(publisher, good, silent).content.decode()
    assert "at most 1 shows and episodes" in words
    assert not is_live(good)


def test_other_pages_and_other_actions_are_not_its_business(
    superuser: Client, published: EpisodePage
) -> None:
    page = StandardPageFactory(live=False)
    assert "has been published" in publish(superuser, page).content.decode()
    Path(published.recording.file.path).unlink()
    assert "Nothing was published" in publish(superuser, published).content.decode()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    answer = superuser.post(f"{url}?id={published.pk}&next=/admin/", follow=True)
    assert "has been unpublished" in answer.content.decode()
