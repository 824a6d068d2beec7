"""Our own server, asked over real HTTP what apps ask of it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from podcast.models import EpisodePage, Recording, Show
from podcast.own_server import Outcome, ask_own_server, asker
from podcast.own_server.questions import about_files_beside
from tests.audio_files import make_mp3
from tests.factories import EpisodePageFactory, PictureFactory, ShowFactory, TranscriptFactory
from tests.podcast.conftest import store


def move_site_to(url: str) -> None:
    parts = urlsplit(url)
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = parts.hostname, parts.port
    site.save()


@pytest.fixture
def asked(live_server: LiveServer) -> Show:
    """A show with real audio and artwork at a server that really listens."""
    move_site_to(live_server.url)
    artwork = PictureFactory(file__width=1400, file__height=1400)
    show = ShowFactory(title="The Show", slug="podcast", artwork=artwork)
    EpisodePageFactory(parent=show, slug="one", recording=store(make_mp3()))
    return Show.objects.get(pk=show.pk)


def test_a_server_as_it_should_be_gets_no_bad_answer(asked: Show) -> None:
    answers = ask_own_server(asked)
    assert [answer.what for answer in answers if answer.outcome != Outcome.GOOD] == []
    assert len(answers) == 9


def test_the_page_shows_the_answers(asked: Show, editor: Client) -> None:
    words = editor.post(reverse("ask_server", args=[asked.pk])).content.decode()
    assert words.count("All right:") == 9
    assert "Listeners can jump within the audio" in words


def test_audio_unlike_the_feed_says_is_told(asked: Show) -> None:
    ask_own_server(asked)
    Recording.objects.update(byte_length=7)
    whats = " ".join(answer.what for answer in ask_own_server(asked))
    assert "The audio has 7 bytes, but the feed says" in whats


def test_chapters_and_transcripts_are_told_of_together(asked: Show) -> None:
    episode = EpisodePage.objects.get()
    episode.chapters = [("chapter", {"time": "0:00", "title": "One", "picture": None})]
    episode.transcripts = [("transcript", TranscriptFactory())]
    episode.save_revision().publish()
    answers = ask_own_server(asked)
    assert {answer.outcome for answer in answers} == {Outcome.GOOD}
    assert [answer.what for answer in answers[9:]] == [
        "Chapters and transcripts are called what they are.",
        "Players on other sites may read chapters and transcripts (CORS).",
    ]


def test_a_show_that_is_not_public_is_told(asked: Show) -> None:
    Show.objects.update(live=False)
    (answer,) = ask_own_server(asked)
    assert answer.outcome == Outcome.BAD
    assert "404" in answer.what


def test_a_host_that_is_none_of_our_sites_is_never_asked(site: Site, show: Show) -> None:
    Site.objects.update(hostname="elsewhere.invalid")
    Site.clear_site_root_paths_cache()
    visit = asker.Asker()
    assert visit.owns("http://elsewhere.invalid/feed.xml")
    assert not visit.owns("http://localhost/feed.xml")
    assert not visit.owns("http://elsewhere.invalid:8000/feed.xml")
    assert not visit.owns("https://elsewhere.invalid/feed.xml")
    assert not visit.owns("file:///etc/passwd")
    assert not visit.owns("http://elsewhere.invalid@localhost/feed.xml")


def test_a_server_that_cannot_be_reached_is_told(site: Site, show: Show) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        move_site_to(f"http://127.0.0.1:{nobody.getsockname()[1]}")
        (answer,) = ask_own_server(Show.objects.get(pk=show.pk))
    assert answer.outcome == Outcome.UNSURE
    assert "single worker" in answer.advice


def test_a_server_that_takes_the_question_and_never_answers_is_told(
    site: Site, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asker, "TIMEOUT", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        move_site_to(f"http://127.0.0.1:{silent.getsockname()[1]}")
        (answer,) = ask_own_server(Show.objects.get(pk=show.pk))
    assert answer.outcome == Outcome.UNSURE


class Odd(BaseHTTPRequestHandler):
    """A server in front of the site that does everything wrong."""

    feed = b""
    redirects = False

    def do_HEAD(self) -> None:
        self.send_response(405)
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(302 if self.redirects else 200)
        if self.redirects:
            self.send_header("Location", "http://elsewhere.invalid/")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(self.feed)))
        self.end_headers()
        self.wfile.write(self.feed)

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def odd_server(**values: object) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Odd,), values))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def odd_answers(show: Show, **values: object) -> list[tuple[str, str]]:
    with odd_server(**values) as url:
        move_site_to(url)
        answers = ask_own_server(Show.objects.get(pk=show.pk))
    return [(str(answer.outcome), answer.what) for answer in answers]


def test_a_redirect_is_reported_and_not_followed(site: Site, show: Show) -> None:
    ((outcome, what),) = odd_answers(show, redirects=True)
    assert outcome == "error"
    assert "http://elsewhere.invalid/" in what


FEED = b"""<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
  <itunes:image href="http://elsewhere.invalid/a.jpg"/>
  <item><enclosure url="http://elsewhere.invalid/a.mp3" length="1" type="audio/mpeg"/>
  <podcast:chapters url="http://elsewhere.invalid/c.json" type="application/json+chapters"/>
  </item></channel></rss>"""


def test_a_proxy_that_spoils_the_feed_is_told(site: Site, show: Show) -> None:
    answers = odd_answers(show, feed=FEED)
    said = " ".join(what for outcome, what in answers if outcome == "error")
    assert "called “text/html”" in said
    assert "HEAD is answered with 405" in said
    assert "no 304" in said
    assert "unpacked" in said


def test_addresses_at_other_hosts_are_named_and_not_asked(site: Site, show: Show) -> None:
    answers = odd_answers(show, feed=FEED)
    assert [outcome for outcome, _ in answers].count("warning") == 3


def test_files_that_a_proxy_spoils_are_told_in_one_sentence_each(site: Site) -> None:
    with odd_server(feed=b"{}") as url:
        move_site_to(url)
        files = [
            (f"{url}/chapters/1.json", "application/json+chapters"),
            (f"{url}/transcripts/1/en.vtt", "text/vtt"),
        ]
        with asker.Asker() as visit:
            kind, closed = about_files_beside(visit, files)
    assert kind.what.endswith("than the feed says: Chapters, Transcript en.vtt.")
    assert closed.what.endswith("(CORS): Chapters, Transcript en.vtt.")
