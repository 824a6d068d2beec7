"""The show's feed by the letter of HTTP: conditions, compression, methods, addresses."""

from __future__ import annotations

import gzip
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import brotli
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from podcast.models import EpisodePage, Feed, FeedBody, Show
from podcast.pictures import ARTWORK_SPEC
from tests.factories import PictureFactory, ShowFactory, StandardPageFactory

URL = "/podcast/feed.xml"
A_DAY = timedelta(days=1)


def get(client: Client, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(URL, headers=named)


def test_the_feed_says_what_it_is(client: Client, episode: EpisodePage) -> None:
    response = get(client)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Length"] == str(len(response.content))
    assert response["Vary"] == "Accept-Encoding, Sec-Fetch-Dest"
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert b"The Episode" in response.content


def test_an_editor_gets_the_same_feed_as_everybody(
    client: Client, superuser: Client, episode: EpisodePage
) -> None:
    assert get(superuser).content == get(client).content
    assert not get(superuser).cookies


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_the_etags_of_all_codings_are_answered_with_304(
    client: Client, episode: EpisodePage, coding: str
) -> None:
    etags = {each: get(client, accept_encoding=each)["ETag"] for each in ("", "gzip", "br")}
    assert len(set(etags.values())) == 3
    assert not any(etag.startswith("W/") for etag in etags.values())
    weak = [f"W/{etags['']}"] if not coding else []
    for etag in (*etags.values(), f'"other", {etags["br"]}', "*", *weak):
        response = get(client, if_none_match=etag, accept_encoding=coding)
        assert response.status_code == 304, etag
        assert response.content == b""
        assert response["ETag"] == etags[coding]
        assert response["Cache-Control"] == get(client)["Cache-Control"]
        assert response["Vary"] == "Accept-Encoding, Sec-Fetch-Dest"
        assert not response.cookies


def test_another_etag_gets_the_feed_whatever_the_date(client: Client, episode: EpisodePage) -> None:
    modified = get(client)["Last-Modified"]
    assert get(client, if_none_match='"other"', if_modified_since=modified).status_code == 200


def test_if_modified_since_is_answered_with_304(client: Client, episode: EpisodePage) -> None:
    modified = get(client)["Last-Modified"]
    assert get(client, if_modified_since=modified).status_code == 304
    assert get(client, if_modified_since="Sun, 06 Nov 1994 08:49:37 GMT").status_code == 200
    assert get(client, if_modified_since="yesterday").status_code == 200


def test_head_has_the_headers_of_get(client: Client, episode: EpisodePage) -> None:
    for coding in ("", "gzip"):
        whole = get(client, accept_encoding=coding)
        head = client.head(URL, headers={"accept-encoding": coding})
        assert head.status_code == 200
        assert head.content == b""
        assert dict(head.items()) == dict(whole.items())
    assert client.head(URL, headers={"if-none-match": whole["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("gzip, deflate, br", "br"),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", "br"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        ("br", "br"),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("", None),
        ("identity", None),
        ("zstd, deflate", None),
        ("gzip;q=0", None),
        ("gzip; q=0.000, identity", None),
        ("identity, gzip ; q=0", None),
        (";;,q=,gzip;q=nonsense", None),
    ],
)
def test_the_best_coding_that_is_welcome_is_sent(
    client: Client, episode: EpisodePage, accepted: str, coding: str | None
) -> None:
    plain = get(client).content
    response = get(client, accept_encoding=accepted)
    assert response.get("Content-Encoding") == coding
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[coding]
    assert unpack(response.content) == plain
    assert response["Content-Length"] == str(len(response.content))


def test_a_player_on_another_site_may_ask_whether_the_feed_has_changed(
    client: Client, episode: EpisodePage
) -> None:
    preflight = client.options(URL)
    assert (preflight.status_code, preflight.content) == (204, b"")
    assert preflight["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in preflight["Access-Control-Allow-Headers"]
    assert "ETag" in get(client)["Access-Control-Expose-Headers"]
    assert "ETag" in get(client, if_none_match="*")["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_refused(client: Client, show: Show, method: str) -> None:
    assert getattr(client, method)(URL).status_code == 405


def test_pages_without_a_feed_and_unknown_paths_have_none(client: Client, show: Show) -> None:
    StandardPageFactory(slug="plain")
    for path in ("/feed.xml", "/plain/feed.xml", "/nothing/feed.xml", "/podcast/x/feed.xml"):
        assert client.get(path).status_code == 404, path


def test_an_episode_has_no_feed_of_its_own(client: Client, episode: EpisodePage) -> None:
    assert client.get("/podcast/one/feed.xml").status_code == 404


@pytest.mark.parametrize(
    "state",
    [
        {"live": False},
        {"expire_at": timezone.now() - timedelta(seconds=1)},
    ],
    ids=["unpublished", "expired"],
)
def test_a_hidden_show_has_no_feed(
    client: Client, show: Show, episode: EpisodePage, state: dict[str, Any]
) -> None:
    assert get(client).status_code == 200
    Show.objects.filter(pk=show.pk).update(**state)
    assert get(client).status_code == 404


@pytest.mark.parametrize("kind", ["password", "groups", "login"])
@pytest.mark.parametrize("above", [False, True])
def test_a_private_show_has_no_feed(
    client: Client, superuser: Client, show: Show, kind: str, above: bool
) -> None:
    page = show.get_parent() if above else show
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open")
    assert get(client).status_code == 404
    assert get(superuser).status_code == 404


def test_nothing_changed_means_the_same_bytes_and_etag(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    get(client)
    FeedBody.objects.update(last_modified=timezone.now().replace(microsecond=0) - A_DAY)
    before = get(client)
    episode.save_revision().publish()
    show.save_revision().publish()
    again = get(client)
    assert Feed.objects.get().built_version > 1
    assert again.content == before.content
    assert again["ETag"] == before["ETag"]
    assert again["Last-Modified"] == before["Last-Modified"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Another name"),
        ("description", "Another description."),
        ("author_name", "Another author"),
        ("owner_email", "owner@example.org"),
        ("language", "de"),
        ("category", "Arts"),
        ("show_type", "serial"),
        ("explicit", True),
        ("copyright", "Somebody"),
        ("feed_locked", False),
        ("complete", True),
    ],
)
def test_a_changed_setting_of_the_show_moves_the_etag(
    client: Client, show: Show, episode: EpisodePage, field: str, value: object
) -> None:
    get(client)
    FeedBody.objects.update(last_modified=timezone.now() - A_DAY)
    before = get(client)
    setattr(show, field, value)
    show.save_revision().publish()
    after = get(client)
    assert after["ETag"] != before["ETag"]
    assert after["Last-Modified"] != before["Last-Modified"]
    assert get(client, if_none_match=before["ETag"]).status_code == 200


def test_new_artwork_moves_the_etag_and_has_a_new_address(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    before = get(client)
    show.artwork = PictureFactory(file__color="red")
    show.save_revision().publish()
    assert get(client)["ETag"] != before["ETag"]
    assert show.artwork.get_rendition(ARTWORK_SPEC).url in (get(client).text)


def test_a_draft_of_the_show_changes_nothing(client: Client, show: Show) -> None:
    before = get(client)
    show.title = "Not yet"
    show.save_revision()
    assert get(client).content == before.content


def test_last_modified_moves_with_a_change(client: Client, episode: EpisodePage) -> None:
    get(client)
    FeedBody.objects.update(last_modified=timezone.now().replace(microsecond=0) - A_DAY)
    before = get(client)["Last-Modified"]
    episode.title = "Changed"
    episode.save_revision().publish()
    assert get(client, if_modified_since=before).status_code == 200
    assert get(client)["Last-Modified"] != before


def test_two_changes_within_a_second_have_two_dates(client: Client, show: Show) -> None:
    """Else an app that asks by date alone never gets the second."""
    dates = []
    for words in ("One", "Two", "Three"):
        show.description = words
        show.save_revision().publish()
        dates.append(parsedate_to_datetime(get(client)["Last-Modified"]))
    assert dates == sorted(set(dates))


def test_the_old_address_of_a_renamed_show_leads_to_the_new_one(
    client: Client,
    show: Show,
    episode: EpisodePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    for slug in ("second", "third"):
        show.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            show.save_revision().publish()
    for former in ("podcast", "second"):
        response = client.get(f"/{former}/feed.xml")
        assert (response.status_code, response["Location"]) == (301, "/third/feed.xml")
    feed = client.get("/third/feed.xml")
    assert "/third/one/" in feed.text
    assert "localhost/podcast/" not in feed.text


def test_the_old_address_of_a_moved_show_leads_to_the_new_one(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    shelf = StandardPageFactory(slug="shelf")
    show.move(shelf, pos="last-child")
    response = client.get(URL)
    assert (response.status_code, response["Location"]) == (301, "/shelf/podcast/feed.xml")
    feed = client.get("/shelf/podcast/feed.xml")
    assert "/shelf/podcast/one/" in feed.text
    assert "localhost/podcast/" not in feed.text


def test_several_shows_have_feeds_of_their_own(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    other = ShowFactory(title="The Other", slug="other", artwork=PictureFactory())
    assert "The Episode" not in client.get("/other/feed.xml").text
    assert get(client)["ETag"] != client.get("/other/feed.xml")["ETag"]
    other.refresh_from_db()
    show.refresh_from_db()
    assert show.podcast_guid != other.podcast_guid
