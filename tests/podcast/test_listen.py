"""The address of an episode's audio: ranges, conditions, and who is let in."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from podcast.models import EpisodePage, Show
from tests.audio_files import make_m4a, make_mp3
from tests.podcast.conftest import store

DATA = make_mp3()
SIZE = len(DATA)


def get(client: Client, episode: EpisodePage, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(episode.audio_path, headers=named)


def test_the_whole_recording_is_sent_as_it_was_uploaded(
    client: Client, episode: EpisodePage
) -> None:
    response = get(client, episode)
    assert response.status_code == 200
    assert response.getvalue() == DATA
    assert response["Content-Length"] == str(SIZE)
    assert response["Content-Type"] == "audio/mpeg"
    assert response["Accept-Ranges"] == "bytes"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == "inline; filename*=UTF-8''one.mp3"
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_head_sends_the_headers_alone(client: Client, episode: EpisodePage) -> None:
    whole = get(client, episode)
    assert whole.getvalue()
    head = client.head(episode.audio_path)
    assert head.status_code == 200
    assert head.content == b""
    assert dict(head.items()) == dict(whole.items())
    assert client.head(episode.audio_path, headers={"range": "bytes=0-1"}).content == b""


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-1", 0, 1),
        ("bytes=0-0", 0, 0),
        ("bytes=1000-1999", 1000, 1999),
        ("bytes=1000-", 1000, SIZE - 1),
        ("bytes=-500", SIZE - 500, SIZE - 1),
        (f"bytes=-{10**18}", 0, SIZE - 1),
        ("bytes=0-", 0, SIZE - 1),
        (f"bytes=0-{SIZE - 1}", 0, SIZE - 1),
        (f"bytes=10-{10**18}", 10, SIZE - 1),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE - 1),
        ("BYTES=0-1", 0, 1),
        ("bytes = 0-1 ", 0, 1),
    ],
)
def test_a_range_is_sent_and_no_byte_more(
    client: Client, episode: EpisodePage, header: str, first: int, last: int
) -> None:
    response = get(client, episode, range=header)
    assert response.status_code == 206
    assert response.getvalue() == DATA[first : last + 1]
    assert response["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert response["Content-Length"] == str(last - first + 1)
    assert response["ETag"] == get(client, episode)["ETag"]


@pytest.mark.parametrize("header", [f"bytes={SIZE}-", f"bytes={SIZE}-{SIZE + 1}", "bytes=-0"])
def test_a_range_beyond_the_end_gets_416_and_the_size(
    client: Client, episode: EpisodePage, header: str
) -> None:
    response = get(client, episode, range=header)
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"
    assert response.content == b""


@pytest.mark.parametrize(
    "header",
    [
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-1",
        "bytes=0-1,5-9",
        "bytes=0-1, -5",
        "lines=0-1",
        "bytes 0-1",
        "bytes=--1",
        "bytes=0-1-2",
        "bytes=\u0660-\u0661",
        "bytes=\uff10-\uff11",
        f"bytes={10**20}-",
        f"bytes=0-{'9' * 5000}",
        "0-1",
    ],
)
def test_a_range_that_is_none_gets_everything(
    client: Client, episode: EpisodePage, header: str
) -> None:
    response = client.get(episode.audio_path, HTTP_RANGE=header)
    assert response.status_code == 200
    assert response.getvalue() == DATA


def test_if_range_sends_the_range_only_of_the_same_bytes(
    client: Client, episode: EpisodePage
) -> None:
    etag = get(client, episode)["ETag"]
    same = get(client, episode, range="bytes=0-1", if_range=etag)
    assert (same.status_code, same.getvalue()) == (206, DATA[:2])
    for other in ('"other"', f"W/{etag}", "Sun, 22 Nov 2026 19:00:00 GMT", "nonsense"):
        response = get(client, episode, range="bytes=0-1", if_range=other)
        assert (response.status_code, response.getvalue()) == (200, DATA)
    beyond = get(client, episode, range=f"bytes={SIZE}-", if_range='"other"')
    assert beyond.status_code == 200


def test_who_has_the_bytes_gets_304(client: Client, episode: EpisodePage) -> None:
    etag = get(client, episode)["ETag"]
    assert etag.startswith('"')
    for known in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        response = get(client, episode, if_none_match=known, range="bytes=0-1")
        assert response.status_code == 304, known
        assert response["ETag"] == etag
        assert response.content == b""
    assert get(client, episode, if_none_match='"other"').status_code == 200


def test_other_bytes_have_another_etag(client: Client, episode: EpisodePage) -> None:
    before = get(client, episode)["ETag"]
    episode.recording = store(make_mp3(seconds=2))
    episode.save_revision().publish()
    assert get(client, episode)["ETag"] != before


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_other_methods_are_refused(client: Client, episode: EpisodePage, method: str) -> None:
    assert getattr(client, method)(episode.audio_path).status_code == 405


def test_a_former_extension_leads_to_the_present_one(client: Client, episode: EpisodePage) -> None:
    former = episode.audio_path
    episode.recording = store(make_m4a())
    episode.save_revision().publish()
    response = client.get(former)
    assert (response.status_code, response["Location"]) == (301, episode.audio_path)
    # A player in the browser of another site may follow it.
    assert response["Access-Control-Allow-Origin"] == "*"
    # It may be the other way round again one day.
    assert response["Cache-Control"] == "public, max-age=3600"
    assert get(client, episode)["Content-Type"] == "audio/x-m4a"


def test_an_unknown_guid_is_not_found(client: Client, episode: EpisodePage) -> None:
    assert client.get(f"/listen/{uuid4()}.mp3").status_code == 404


def test_a_missing_file_is_a_passing_trouble_that_nobody_caches(
    client: Client, episode: EpisodePage
) -> None:
    Path(episode.recording.file.path).unlink()
    response = get(client, episode)
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"


def test_the_web_server_in_front_may_send_the_file(
    client: Client, episode: EpisodePage, settings: Settings
) -> None:
    settings.RECORDINGS_ACCEL_URL = "/recordings/"
    response = get(client, episode, range="bytes=0-1")
    assert response.status_code == 200
    assert response["X-Accel-Redirect"] == f"/recordings/{episode.recording.file.name}"
    assert response["Content-Type"] == "audio/mpeg"
    assert response.content == b""
    EpisodePage.objects.update(live=False)
    assert "X-Accel-Redirect" not in get(client, episode)


HIDDEN = {
    "draft": {"live": False, "first_published_at": None},
    "scheduled": {"live": False, "go_live_at": timezone.now() + timedelta(days=1)},
    "expired": {"expire_at": timezone.now() - timedelta(seconds=1)},
}


def assert_only_for_editors(
    client: Client, visitor: Client, superuser: Client, episode: EpisodePage
) -> None:
    for stranger in (client, visitor):
        for extension in ("mp3", "m4a"):
            address = f"/listen/{episode.guid}.{extension}"
            assert stranger.get(address).status_code == 404
            assert stranger.head(address, headers={"if-none-match": "*"}).status_code == 404
    response = get(superuser, episode)
    assert response.getvalue() == DATA
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("kind", HIDDEN)
def test_a_hidden_episode_is_heard_by_its_editors_alone(
    client: Client, visitor: Client, superuser: Client, episode: EpisodePage, kind: str
) -> None:
    EpisodePage.objects.update(**HIDDEN[kind])
    assert_only_for_editors(client, visitor, superuser, episode)


def test_an_unpublished_episode_is_heard_by_its_editors_alone(
    client: Client, visitor: Client, superuser: Client, episode: EpisodePage
) -> None:
    episode.save_revision().publish()
    episode.unpublish()
    assert_only_for_editors(client, visitor, superuser, episode)


def test_who_is_let_in_to_a_private_page_hears_it(
    client: Client, visitor: Client, episode: EpisodePage
) -> None:
    PageViewRestriction.objects.create(page=episode, restriction_type="login")
    assert client.get(episode.audio_path).status_code == 404
    response = visitor.get(episode.audio_path)
    assert response.getvalue() == DATA
    assert response["Cache-Control"] == "private, no-store"


def test_nobody_hears_a_private_draft_for_being_let_in(
    visitor: Client, episode: EpisodePage
) -> None:
    PageViewRestriction.objects.create(page=episode, restriction_type="login")
    EpisodePage.objects.update(live=False)
    assert visitor.get(episode.audio_path).status_code == 404


def test_an_episode_of_an_unpublished_show_is_heard_by_its_editors_alone(
    client: Client, visitor: Client, superuser: Client, show: Show, episode: EpisodePage
) -> None:
    Show.objects.update(live=False)
    assert_only_for_editors(client, visitor, superuser, episode)
    assert client.get(episode.url).status_code == 404


@pytest.mark.parametrize("kind", ["password", "groups"])
@pytest.mark.parametrize("level", ["episode", "show", "home"])
def test_a_private_episode_is_heard_by_its_editors_alone(
    client: Client,
    visitor: Client,
    superuser: Client,
    show: Show,
    episode: EpisodePage,
    kind: str,
    level: str,
) -> None:
    page = {"episode": episode, "show": show, "home": show.get_parent()}[level]
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open")
    assert_only_for_editors(client, visitor, superuser, episode)
