"""The JSON form of a feed by the letter of HTTP, for shows and for articles."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from podcast.models import EpisodePage, Show
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, StandardPageFactory

URL = "/podcast/feed.json"


def get(client: Client, **headers: str) -> Any:
    return client.get(
        URL, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def test_the_json_feed_says_what_it_is(client: Client, episode: EpisodePage) -> None:
    response = get(client)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Length"] == str(len(response.content))
    assert response["Cache-Control"] == client.get("/podcast/feed.xml")["Cache-Control"]
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies
    feed = json.loads(response.content)
    assert feed["feed_url"] == "http://localhost/podcast/feed.json"
    assert [entry["title"] for entry in feed["items"]] == ["The Episode"]


def test_who_has_it_is_told_so_in_either_coding(client: Client, episode: EpisodePage) -> None:
    plain, packed = get(client), get(client, accept_encoding="gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len({packed["ETag"], plain["ETag"], client.get("/podcast/feed.xml")["ETag"]}) == 3
    for headers in (
        {"if_none_match": plain["ETag"]},
        {"if_modified_since": plain["Last-Modified"]},
        {"if_none_match": plain["ETag"], "accept_encoding": "gzip"},
    ):
        response = get(client, **headers)
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] in (plain["ETag"], packed["ETag"])
        assert response["Access-Control-Allow-Origin"] == "*"


def test_a_304_asks_the_database_no_more_than_that_of_the_xml(
    client: Client, episode: EpisodePage
) -> None:
    def queries_of_a_304(url: str) -> int:
        etag = client.get(url)["ETag"]
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url, headers={"if-none-match": etag}).status_code == 304
        # The body is the only thing that is heavy, and a 304 needs none of it.
        assert not any('"gzip"' in query["sql"] for query in captured)
        return len(captured)

    assert queries_of_a_304(URL) == queries_of_a_304("/podcast/feed.xml")


def test_a_change_moves_the_etag(client: Client, episode: EpisodePage) -> None:
    before = get(client)["ETag"]
    episode.title = "Changed"
    episode.save_revision().publish()
    after = get(client, if_none_match=before)
    assert after.status_code == 200
    assert after["ETag"] != before
    assert json.loads(after.content)["items"][0]["title"] == "Changed"


def test_head_has_the_headers_of_get(client: Client, episode: EpisodePage) -> None:
    whole, head = get(client), client.head(URL)
    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.items()) == dict(whole.items())


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_refused(client: Client, show: Show, method: str) -> None:
    assert getattr(client, method)(URL).status_code == 405


def test_only_pages_with_a_feed_have_it_in_json(client: Client, episode: EpisodePage) -> None:
    StandardPageFactory(slug="plain")
    for path in ("/feed.json", "/plain/feed.json", "/nothing/feed.json", "/podcast/one/feed.json"):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize("state", ["unpublished", "expired", "private"])
def test_a_show_that_nobody_may_see_has_none(
    client: Client, superuser: Client, show: Show, state: str
) -> None:
    assert get(client).status_code == 200
    if state == "private":
        PageViewRestriction.objects.create(page=show, restriction_type="login")
    elif state == "expired":
        Show.objects.filter(pk=show.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    else:
        show.unpublish()
    assert get(client).status_code == 404
    assert get(superuser).status_code == 404


def test_the_articles_have_it_too(client: Client, site: object) -> None:
    index = ArticleIndexPageFactory(slug="articles")
    ArticlePageFactory(parent=index, title="Rest")
    feed = json.loads(client.get("/articles/feed.json").content)
    assert [entry["title"] for entry in feed["items"]] == ["Rest"]
    assert "Some words" in feed["items"][0]["content_html"]


def test_every_page_links_to_it(client: Client, show: Show) -> None:
    link = (
        '<link rel="alternate" type="application/feed+json" title="The Show" '
        'href="http://localhost/podcast/feed.json">'
    )
    assert link in client.get("/").text


def test_its_old_address_leads_to_the_new_one(
    client: Client,
    show: Show,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    show.slug = "second"
    with django_capture_on_commit_callbacks(execute=True):
        show.save_revision().publish()
    response = get(client)
    assert (response.status_code, response["Location"]) == (301, "/second/feed.json")
