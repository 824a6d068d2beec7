"""What answers cost in queries: the same for one episode and for many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Site

from podcast.models import EpisodePage, Feed, FeedBody, Recording, Show
from tests.factories import EpisodePageFactory

URL = "/podcast/feed.xml"


def queries_of(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def test_a_ready_feed_and_an_episode_cost_the_same_with_one_and_with_twenty(
    client: Client, show: Show, episode: EpisodePage, recording: Recording
) -> None:
    def costs() -> list[int]:
        etag = client.get(URL)["ETag"]
        return [
            queries_of(lambda: client.get(URL)),
            queries_of(lambda: client.get(URL, headers={"if-none-match": etag})),
            queries_of(lambda: client.get(episode.audio_path).getvalue()),
        ]

    one = costs()
    for _ in range(19):
        EpisodePageFactory(parent=show, recording=recording)
    assert costs() == one
    assert one[1] < one[0] <= 10
    assert one[2] <= 4


def test_publishing_costs_the_same_with_one_episode_and_with_thirty(
    client: Client,
    show: Show,
    episode: EpisodePage,
    recording: Recording,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def publish() -> None:
        Site.get_site_root_paths()
        episode.title += "!"
        revision = episode.save_revision()
        with django_capture_on_commit_callbacks(execute=True):
            revision.publish()

    client.get(URL)
    publish()
    one = queries_of(publish)
    for _ in range(29):
        EpisodePageFactory(parent=show, recording=recording)
    client.get(URL)
    publish()
    assert queries_of(publish) == one


def test_no_feed_request_touches_a_stored_file(
    client: Client, episode: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    etag = client.get(URL)["ETag"]

    def refuse(storage: FileSystemStorage, name: str) -> str:
        raise AssertionError(f"{name} was looked for")

    # Every question about a stored file, its size or its being there, begins with its place.
    monkeypatch.setattr(FileSystemStorage, "path", refuse)
    assert client.get(URL).status_code == 200
    assert client.head(URL).status_code == 200
    assert client.get(URL, headers={"if-none-match": etag}).status_code == 304
    # Nor when the feed is built anew of stored items.
    FeedBody.objects.update(fingerprint="")
    Feed.objects.update(version=99)
    assert client.get(URL).status_code == 200
    assert Feed.objects.get().fault == ""
