"""The memory before the views: the same answers, far cheaper, and never older than a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from cms.feeds import BuiltFeed
from cms.json_feed import json_feed
from cms.middleware import FeedMemory
from cms.packing import pack
from cms.sending import send
from podcast.models import EpisodePage

URL = "/podcast/feed.xml"


@pytest.fixture
def remembering(settings: Any) -> Client:
    """A visitor of a process that remembers its answers for longer than any test takes."""
    settings.FEED_MEMORY_SECONDS = 600
    return Client()


@pytest.fixture
def queries() -> Callable[[Callable[[], object]], int]:
    def count(act: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as captured:
            act()
        return len(captured)

    return count


CONDITIONS = [
    {},
    {"accept-encoding": "gzip"},
    {"accept-encoding": "br, gzip"},
    {"if-none-match": "*"},
    {"if-none-match": '"another"'},
    {"if-modified-since": "Sun, 06 Nov 1994 08:49:37 GMT"},
]


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("headers", CONDITIONS, ids=str)
def test_an_answer_from_memory_is_the_answer_of_the_view(
    client: Client,
    remembering: Client,
    episode: EpisodePage,
    method: str,
    headers: dict[str, str],
    queries: Callable[[Callable[[], object]], int],
) -> None:
    expected = getattr(client, method)(URL, headers=headers)
    remembering.get(URL)
    answers = []
    assert queries(lambda: answers.append(getattr(remembering, method)(URL, headers=headers))) == 0
    assert answers[0].status_code == expected.status_code
    assert answers[0].content == expected.content
    assert dict(answers[0].items()) == dict(expected.items())


def test_only_conditional_requests_are_answered_from_a_memory_that_has_read_nothing(
    remembering: Client, episode: EpisodePage, client: Client
) -> None:
    etag = client.get(URL)["ETag"]
    for _ in range(2):
        assert remembering.get(URL, headers={"if-none-match": etag}).status_code == 304
    whole = remembering.get(URL)
    assert whole.status_code == 200
    assert b"The Episode" in whole.content
    assert remembering.get(URL, headers={"if-none-match": etag}).status_code == 304
    assert remembering.get(URL).content == whole.content


def test_a_change_is_seen_when_the_moment_is_over(
    remembering: Client, episode: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = remembering.get(URL)
    episode.title = "Changed"
    episode.save_revision().publish()
    assert remembering.get(URL)["ETag"] == before["ETag"]
    later = time.monotonic() + 601
    monkeypatch.setattr(time, "monotonic", lambda: later)
    after = remembering.get(URL, headers={"if-none-match": before["ETag"]})
    assert b"Changed" in after.content


def test_what_is_not_there_is_not_remembered(remembering: Client, episode: EpisodePage) -> None:
    assert remembering.get("/podcast/feed/1.xml").status_code == 404
    episode.show.unpublish()
    assert remembering.get(URL).status_code == 404
    episode.show.save_revision().publish()
    assert remembering.get(URL).status_code == 200


def test_a_condition_that_fails_is_left_to_the_view(
    client: Client, remembering: Client, episode: EpisodePage
) -> None:
    remembering.get(URL)
    for visitor in (client, remembering):
        assert visitor.get(URL, headers={"if-match": '"another"'}).status_code == 412


def test_a_304_says_nothing_of_a_length(client: Client, episode: EpisodePage) -> None:
    assert "Content-Length" not in client.get(URL, headers={"if-none-match": "*"})


def test_other_methods_are_not_answered_from_memory(
    remembering: Client, episode: EpisodePage
) -> None:
    remembering.get(URL)
    assert remembering.post(URL).status_code == 405


def test_hosts_do_not_share_their_answers(
    remembering: Client, episode: EpisodePage, settings: Any
) -> None:
    remembering.get(URL)
    assert remembering.get(URL, headers={"host": "evil.example"}).status_code == 400


def test_a_slow_answer_does_not_take_the_place_of_a_newer_one(
    settings: Any, rf: RequestFactory
) -> None:
    settings.FEED_MEMORY_SECONDS = 600
    old, new = (
        BuiltFeed(pack([words]), last_modified=datetime(2026, 1, day, tzinfo=UTC))
        for day, words in enumerate([b"old", b"new"], start=1)
    )
    waiting = [old, new]

    def view(request: HttpRequest) -> HttpResponse:
        document = waiting.pop(0)
        if waiting:
            # While this one is on its way somebody publishes, and another visitor asks.
            memory(rf.get(URL))
        return send(request, document, content_type="text/xml")

    memory = FeedMemory(view)
    assert memory(rf.get(URL)).content == b"old"
    assert memory(rf.get(URL)).content == b"new"


def test_bytes_that_come_back_are_not_dated_back(
    settings: Any, rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FEED_MEMORY_SECONDS = 600
    waiting = [
        BuiltFeed(pack([b"words"]), last_modified=datetime(2026, 1, day, tzinfo=UTC))
        for day in (1, 3)
    ]
    memory = FeedMemory(lambda request: send(request, waiting.pop(0), content_type="text/xml"))
    etag = memory(rf.get(URL))["ETag"]
    later = time.monotonic() + 601
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert memory(rf.get(URL, headers={"if-none-match": etag})).status_code == 304
    answer = memory(rf.get(URL))
    assert (answer.content, answer["Content-Type"]) == (b"words", "text/xml")
    assert answer["Last-Modified"] == "Sat, 03 Jan 2026 00:00:00 GMT"


def test_the_memory_holds_a_limited_number_of_documents(
    remembering: Client, episode: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.middleware.feeds.MOST", 3)
    for number in range(10):
        remembering.get(f"{URL}?n={number}")
        remembering.get(URL, headers={"host": f"localhost:{8000 + number}"})
    memory = remembering.handler._middleware_chain.get_response
    assert len(memory._kept) == 3


def test_the_json_form_is_made_once_for_whoever_asks_and_the_memory(
    remembering: Client, episode: EpisodePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def make(xml: bytes, *, feed_url: str) -> bytes:
        made.append(feed_url)
        return json_feed(xml, feed_url=feed_url)

    monkeypatch.setattr("cms.views.feed.json_feed", make)
    first, second = (remembering.get("/podcast/feed.json").content for _ in range(2))
    assert first == second
    assert len(made) == 1
