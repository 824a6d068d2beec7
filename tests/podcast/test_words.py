"""The addresses of chapters and transcripts: what is sent, to whom, and what the feed says of them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from podcast.feed_values import item_of
from podcast.models import EpisodePage, FeedItem, Recording, Show, Transcript
from tests.audio_files import Mark, make_mp3
from tests.factories import EpisodePageFactory, PictureFactory, TranscriptFactory
from tests.podcast.conftest import store
from tests.podcast.test_query_budgets import queries_of

TYPES = {
    "vtt": "text/vtt",
    "srt": "application/x-subrip",
    "json": "application/json",
    "html": "text/html",
}


@pytest.fixture
def transcript(db: None) -> Transcript:
    return TranscriptFactory(title="The talk", follows_sound=True)


@pytest.fixture
def episode(show: Show, recording: Recording, transcript: Transcript) -> EpisodePage:
    return EpisodePageFactory(
        parent=show,
        slug="one",
        recording=recording,
        chapters=[
            ("chapter", {"time": "0:02", "title": "Late & <b>", "url": "https://example.org/"}),
            ("chapter", {"time": "0:00", "title": "Early"}),
            ("chapter", {"time": "0:01", "title": "Hidden", "hidden": True}),
        ],
        transcripts=[("transcript", transcript)],
    )


def chapters_path(episode: EpisodePage) -> str:
    return f"/chapters/{episode.guid}.json"


def words_path(episode: EpisodePage, extension: str = "vtt", language: str = "en") -> str:
    return f"/transcripts/{episode.guid}/{language}.{extension}"


def every_path(episode: EpisodePage) -> list[str]:
    return [chapters_path(episode), *(words_path(episode, extension) for extension in TYPES)]


def test_the_chapters_are_json_chapters(client: Client, episode: EpisodePage) -> None:
    response = client.get(chapters_path(episode))
    assert response["Content-Type"] == "application/json+chapters"
    assert json.loads(response.content) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0, "title": "Early"},
            {"startTime": 1, "title": "Hidden", "toc": False},
            {"startTime": 2, "title": "Late & <b>", "url": "https://example.org/"},
        ],
    }


def test_the_chapters_of_the_recording_are_sent_where_none_are_typed(
    client: Client, show: Show
) -> None:
    episode = EpisodePageFactory(
        parent=show, recording=store(make_mp3(chapters=(Mark(0, "Inside"),)))
    )
    assert b'"Inside"' in client.get(chapters_path(episode)).content


def test_an_episode_without_any_has_neither(client: Client, show: Show, recording: Any) -> None:
    bare = EpisodePageFactory(parent=show, recording=recording)
    assert {client.get(path).status_code for path in every_path(bare)} == {404}
    item = item_of(bare)
    assert (item.chapters, item.chapters_url, item.transcripts) == ((), "", ())


@pytest.mark.parametrize("extension", TYPES)
def test_a_transcript_is_sent_in_every_format_by_its_exact_type(
    client: Client, episode: EpisodePage, extension: str
) -> None:
    response = client.get(words_path(episode, extension))
    assert response.status_code == 200
    assert response["Content-Type"] == TYPES[extension]
    assert "morning" in response.text
    assert "Tobin" in response.text


def test_an_unknown_language_or_format_is_not_there(client: Client, episode: EpisodePage) -> None:
    assert client.get(words_path(episode, "pdf")).status_code == 404
    assert client.get(words_path(episode, language="de")).status_code == 404


def test_every_answer_is_open_to_all_origins_and_harmless(
    client: Client, episode: EpisodePage
) -> None:
    for path in every_path(episode):
        response = client.get(path)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'"
        assert response["Cache-Control"] == "public, max-age=3600"
        assert response["Content-Length"] == str(len(response.content))
        assert "Cookie" not in response.get("Vary", "")
        assert not response.cookies
        assert client.post(path).status_code == 405


def test_head_and_304_send_headers_alone(client: Client, episode: EpisodePage) -> None:
    for path in every_path(episode):
        whole = client.get(path)
        head = client.head(path)
        assert head.content == b""
        assert dict(head.items()) == dict(whole.items())
        again = client.get(path, headers={"if-none-match": whole["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"


def test_the_etag_moves_with_the_words(
    client: Client, episode: EpisodePage, transcript: Transcript
) -> None:
    before = client.get(words_path(episode))["ETag"]
    transcript.stored_cues = transcript.stored_cues[:1]
    transcript.save()
    assert client.get(words_path(episode))["ETag"] != before


@pytest.mark.parametrize(
    "hidden",
    [
        {"live": False},
        {"expire_at": timezone.now() - timedelta(seconds=1)},
    ],
    ids=["draft", "expired"],
)
def test_what_is_not_public_is_for_its_editors_alone(
    client: Client,
    visitor: Client,
    superuser: Client,
    episode: EpisodePage,
    hidden: dict[str, Any],
) -> None:
    EpisodePage.objects.update(**hidden)
    for path in every_path(episode):
        assert client.get(path).status_code == 404
        assert visitor.get(path).status_code == 404
        response = superuser.get(path)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"


def test_a_private_show_keeps_its_words(
    client: Client, superuser: Client, show: Show, episode: EpisodePage
) -> None:
    PageViewRestriction.objects.create(page=show, restriction_type="password", password="open")
    for path in every_path(episode):
        assert client.get(path).status_code == 404
        assert superuser.get(path).status_code == 200


def test_the_feed_is_told_of_both(episode: EpisodePage) -> None:
    item = item_of(episode)
    assert [chapter.title for chapter in item.chapters] == ["Early", "Hidden", "Late & <b>"]
    assert item.chapters_url == f"http://localhost{chapters_path(episode)}"
    assert [(link.url, link.mime_type, link.language, link.rel) for link in item.transcripts] == [
        (
            f"http://localhost{words_path(episode, extension)}",
            mime_type,
            "en",
            "" if extension == "html" else "captions",
        )
        for extension, mime_type in TYPES.items()
    ]


def test_a_picture_of_a_chapter_has_an_absolute_address(
    client: Client, episode: EpisodePage
) -> None:
    episode.chapters = [("chapter", {"time": "0:00", "title": "Seen", "picture": PictureFactory()})]
    episode.save()
    (row,) = client.get(chapters_path(episode)).json()["chapters"]
    assert row["img"].startswith("http://localhost/")
    assert row["img"].endswith(".jpg")


def version(show: Show) -> int:
    return Show.objects.get(pk=show.pk).feed.version


def test_a_changed_transcript_refreshes_the_items_that_show_it(
    client: Client, show: Show, episode: EpisodePage, transcript: Transcript
) -> None:
    EpisodePageFactory(parent=show, transcripts=[("transcript", TranscriptFactory())])
    client.get("/podcast/feed.xml")
    before, seen = version(show), EpisodePage.objects.with_transcript(transcript)
    assert list(seen) == [episode]
    transcript.language = "de"
    transcript.save()
    assert version(show) > before


def test_a_deleted_transcript_breaks_nothing(
    client: Client, show: Show, episode: EpisodePage, transcript: Transcript
) -> None:
    client.get("/podcast/feed.xml")
    before = version(show)
    transcript.delete()
    assert version(show) > before
    assert FeedItem.objects.get(episode=episode).is_stale
    assert client.get(words_path(episode)).status_code == 404
    assert client.get("/podcast/one/").status_code == 200
    assert client.get("/podcast/feed.xml").status_code == 200
    assert item_of(EpisodePage.objects.get()).transcripts == ()


@pytest.mark.parametrize("delete", [False, True])
def test_a_changed_picture_refreshes_the_items_whose_chapters_show_it(
    client: Client, show: Show, episode: EpisodePage, delete: bool
) -> None:
    picture, other = PictureFactory(), PictureFactory()
    episode.chapters = [("chapter", {"time": "0:00", "title": "Seen", "picture": picture})]
    episode.save()
    client.get("/podcast/feed.xml")
    before = version(show)
    other.save()
    assert version(show) == before
    picture.delete() if delete else picture.save()
    assert version(show) > before
    assert client.get(chapters_path(episode)).status_code == 200


def test_the_page_shows_chapters_and_words_without_script(
    client: Client, episode: EpisodePage
) -> None:
    page = client.get("/podcast/one/").text
    assert "Late &amp; &lt;b&gt;" in page
    assert "Hidden" not in page
    assert page.index("Early") < page.index("Late")
    assert "<details" in page
    assert "<cite>Tobin:</cite> Is it &lt;morning&gt; already?" in page
    assert 'href="#t=62"' in page


def test_a_moment_is_named_as_the_link_that_leads_there(
    client: Client, episode: EpisodePage
) -> None:
    episode.chapters = [("chapter", {"time": "0:01.7", "title": "Almost two"})]
    episode.save_revision().publish()
    page = client.get("/podcast/one/").text
    assert '<a href="#t=1"><time datetime="PT0M1S">0:01</time> Almost two</a>' in page


def test_words_cost_the_same_with_few_and_with_many_chapters(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    def costs() -> list[int]:
        paths = [*every_path(episode), "/podcast/one/"]
        for path in paths:
            client.get(path)
        return [queries_of(lambda path=path: client.get(path)) for path in paths]

    def show_pictures(number: int) -> None:
        episode.chapters = [
            ("chapter", {"time": f"0:0{n % 3}", "title": "Seen", "picture": PictureFactory()})
            for n in range(number)
        ]
        episode.save()

    show_pictures(1)
    few = costs()
    show_pictures(12)
    assert costs() == few
    assert max(few[:-1]) <= 6
