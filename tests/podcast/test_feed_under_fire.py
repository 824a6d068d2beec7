"""The feed while everybody uses it at once: readers poll, editors publish, and one item fails."""

from __future__ import annotations

import gzip
import itertools
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection
from threading import Event, Lock
from typing import Any

import brotli
import pytest
from django.db import connection
from django.test import Client
from lxml import etree
from pytest_django.live_server_helper import LiveServer

from podcast.models import EpisodePage, FeedItem, Recording, Show
from tests.audio_files import make_mp3
from tests.factories import EpisodePageFactory
from tests.podcast.conftest import store

URL = "/podcast/feed.xml"
READERS = 4
EDITORS = 3
#: With the run on the other database 200 in all; each is followed by an unpublishing.
PUBLISHES = 100
#: So short that the readers get fresh answers and remembered ones by turns.
MEMORY_SECONDS = 0.2
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
}


@dataclass
class Diary:
    """When each episode began and ended to be public, as its editor knows it; ``time.monotonic``."""

    _entries: dict[str, list[tuple[float, str]]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def note(self, guid: str, state: str) -> None:
        with self._lock:
            self._entries.setdefault(guid, []).append((time.monotonic(), state))

    def throughout(self, state: str, start: float, end: float) -> set[str]:
        """The guids that were in ``state`` all the time from ``start`` to ``end``."""
        with self._lock:
            return {
                guid for guid, entries in self._entries.items() if _was(state, entries, start, end)
            }


def _was(state: str, entries: list[tuple[float, str]], start: float, end: float) -> bool:
    before = [what for when, what in entries if when < start]
    return before[-1:] == [state] and not any(start <= when <= end for when, _what in entries)


@dataclass
class Answers:
    """What the readers saw, and what was wrong with it."""

    complaints: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)

    def take(self, etag: str, coding: str, body: bytes) -> list[str]:
        """Compare with what the same ETag meant before; return the guids of a well-formed body."""
        if self.bodies.setdefault(etag, body) != body:
            self.complaints.append(f"{etag} names two bodies")
        guids = [guid.text for guid in etree.fromstring(UNPACK[coding](body)).iter("guid")]
        if len(guids) != len(set(guids)):
            self.complaints.append(f"{etag} holds a guid twice")
        return guids


@pytest.fixture
def server(settings: Any, transactional_db: None) -> Iterator[LiveServer]:
    """A server of our own, as the memory is told once how long to remember."""
    settings.FEED_MEMORY_SECONDS = MEMORY_SECONDS
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def always_there(show: Show, recording: Recording, diary: Diary) -> list[EpisodePage]:
    """Episodes that nobody touches; every body must hold them."""
    episodes = [EpisodePageFactory(parent=show, recording=recording) for _ in range(10)]
    for episode in episodes:
        diary.note(str(episode.guid), "public")
    return episodes


@pytest.fixture
def in_work(show: Show, recording: Recording) -> list[list[EpisodePage]]:
    """Drafts, some for each editor."""
    return [
        [EpisodePageFactory(parent=show, recording=recording, live=False) for _ in range(4)]
        for _ in range(EDITORS)
    ]


@pytest.fixture
def fragile(show: Show, diary: Diary) -> EpisodePage:
    """A public episode with a recording of its own, which somebody will spoil."""
    episode = EpisodePageFactory(parent=show, recording=store(make_mp3(), "Fragile"))
    diary.note(str(episode.guid), "public")
    return episode


def test_readers_get_whole_feeds_while_editors_publish_and_an_item_fails(
    server: LiveServer,
    diary: Diary,
    always_there: list[EpisodePage],
    in_work: list[list[EpisodePage]],
    fragile: EpisodePage,
    client: Client,
) -> None:
    client.get(URL)
    answers, done = Answers(), Event()
    with ThreadPoolExecutor(READERS + EDITORS + 1) as people:
        readers = [people.submit(read, server, diary, answers, done) for _ in range(READERS)]
        editors = [people.submit(edit, diary, drafts) for drafts in in_work]
        vandal = people.submit(spoil, fragile, done)
        try:
            for editor in editors:
                editor.result()
        finally:
            done.set()
        for person in [*readers, vandal]:
            person.result()
    assert answers.complaints == []
    assert {200, 304} == set(answers.statuses)
    assert_dust_has_settled(client, fragile)


def read(server: LiveServer, diary: Diary, answers: Answers, done: Event) -> None:
    """Poll as apps do: with and without compression, and with what was got last time."""
    chance = random.Random(1)
    etag, latest = "", None
    while not done.is_set():
        coding = chance.choice(list(UNPACK))
        headers = {"Accept-Encoding": coding or "identity"}
        if etag and chance.random() < 0.5:
            headers["If-None-Match"] = etag
        start = time.monotonic() - MEMORY_SECONDS
        status, told, body = ask(server, headers)
        end = time.monotonic()
        answers.statuses.append(status)
        if status not in (200, 304):
            answers.complaints.append(f"{status}: {body[:200]!r}")
            continue
        # All share two cores with the server.
        time.sleep(0.1)
        changed = parsedate_to_datetime(told["Last-Modified"])
        if latest and changed < latest:
            answers.complaints.append(f"Last-Modified went back from {latest} to {changed}")
        etag, latest = told["ETag"], changed
        if status == 304:
            continue
        guids = set(answers.take(etag, told.get("Content-Encoding", ""), body))
        if lost := diary.throughout("public", start, end) - guids:
            answers.complaints.append(f"{lost} are lost")
        if leaked := diary.throughout("withdrawn", start, end) & guids:
            answers.complaints.append(f"{leaked} are still there")


def ask(server: LiveServer, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(server.thread.host, server.thread.port, timeout=60)
    try:
        connection.request("GET", URL, headers=headers)
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()


def edit(diary: Diary, drafts: list[EpisodePage]) -> None:
    """Publish and withdraw one's drafts, each many times."""
    try:
        for draft in itertools.islice(itertools.cycle(drafts), PUBLISHES // EDITORS + 1):
            guid = str(draft.guid)
            diary.note(guid, "in motion")
            EpisodePage.objects.get(pk=draft.pk).save_revision().publish()
            diary.note(guid, "public")
            time.sleep(0.05)
            diary.note(guid, "in motion")
            EpisodePage.objects.get(pk=draft.pk).unpublish()
            diary.note(guid, "withdrawn")
    finally:
        connection.close()


def spoil(episode: EpisodePage, done: Event) -> None:
    """Take the length of the recording away, behind everybody's back, and give it again, over and over."""
    length = episode.recording.byte_length
    try:
        for title in itertools.count():
            for byte_length in (0, length):
                Recording.objects.filter(pk=episode.recording_id).update(byte_length=byte_length)
                page = EpisodePage.objects.get(pk=episode.pk)
                page.title = f"Told for the {title}th time"
                page.save_revision().publish()
                item = FeedItem.objects.get(episode=episode)
                assert bool(item.fault) is (byte_length == 0)
                if done.wait(0.3) and byte_length:
                    return
    finally:
        connection.close()


def assert_dust_has_settled(client: Client, fragile: EpisodePage) -> None:
    """The feed holds what is public and nothing else, and the last words of the mended item."""
    root = etree.fromstring(client.get(URL).content)
    titles = {item.findtext("guid"): item.findtext("title") for item in root.iter("item")}
    live = EpisodePage.objects.filter(live=True)
    assert titles == {str(page.guid): page.title for page in live}
    assert titles[str(fragile.guid)].startswith("Told for")
