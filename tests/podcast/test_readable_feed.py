"""A feed opened in a browser is a page to read; every app and script gets the feed itself."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import lxml.html
import pytest
from django.test import Client
from lxml import etree

from cms.syndication import NewsChannel, render_news_feed, styled
from podcast.models import EpisodePage, Show
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    EpisodePageFactory,
    RecordingFactory,
)

URL = "/podcast/feed.xml"
MOMENT = datetime(2026, 3, 1, 8, tzinfo=UTC)


def open_in_browser(client: Client, url: str = URL) -> Any:
    """What Chromium, Firefox and Safari send when somebody follows a link or types an address."""
    return client.get(url, headers={"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate"})


def page_of(client: Client, url: str = URL) -> Any:
    return lxml.html.fromstring(open_in_browser(client, url).content)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_a_browser_is_shown_a_page(client: Client, episode: EpisodePage) -> None:
    response = open_in_browser(client)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response.content.startswith(b"<!DOCTYPE html")
    assert words(page_of(client).find(".//h1")) == "The Show"


@pytest.mark.parametrize("destination", [None, "empty", "audio", "script", "iframe"])
def test_everybody_else_gets_the_feed(
    client: Client, episode: EpisodePage, destination: str | None
) -> None:
    headers = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    if destination:
        headers["Sec-Fetch-Dest"] = destination
    response = client.get(URL, headers=headers)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert etree.fromstring(response.content).tag == "rss"


def test_no_cache_keeps_the_page_in_the_feeds_place(client: Client, episode: EpisodePage) -> None:
    page = open_in_browser(client)
    assert page["Cache-Control"] == "private, no-store"
    assert not page.has_header("ETag")
    for response in (page, client.get(URL)):
        assert "Sec-Fetch-Dest" in response["Vary"]


def test_it_says_what_a_feed_is_and_leads_to_the_page_for_subscribing(
    client: Client, show: Show
) -> None:
    page = page_of(client)
    assert page.find(".//input").get("value") == "http://localhost/podcast/feed.xml"
    assert page.find(".//button").get("data-copy") == "http://localhost/podcast/feed.xml"
    links = {link.get("href") for link in page.iterfind(".//a")}
    assert {"http://localhost/podcast/", "http://localhost/podcast/subscribe/"} <= links
    assert "podcast apps find every new episode" in words(page)


def test_an_episode_has_its_date_length_notes_and_audio(client: Client, show: Show) -> None:
    made = EpisodePageFactory(
        parent=show,
        title="Five & <six>",
        slug="five",
        first_published_at=MOMENT,
        recording=RecordingFactory(duration=3725),
        show_notes="<p>One <b>bold</b>, 5 &lt; 7 &amp; more.</p><ul><li>first</li><li>last</li></ul>",
    )
    (episode,) = page_of(client).iterfind(".//article")
    published, length = episode.iterfind(".//time")
    assert (published.get("datetime"), words(published)) == ("2026-03-01", "March 1, 2026")
    assert (length.get("datetime"), words(length)) == ("PT3725S", "1:02:05")
    assert words(episode.find("h3")) == "Five & <six>"
    assert episode.find("h3/a").get("href") == "http://localhost/podcast/five/"
    assert "One bold, 5 < 7 & more." in words(episode)
    assert "first last" in words(episode)
    audio = episode.find("audio")
    assert audio.get("src") == f"http://localhost{made.audio_path}"
    assert audio.get("preload") == "none"
    assert audio.get("aria-label") == "Five & <six>"


def test_an_episode_with_a_summary_shows_that(client: Client, show: Show) -> None:
    EpisodePageFactory(parent=show, summary="In short.", show_notes="<p>At length.</p>")
    (episode,) = page_of(client).iterfind(".//article")
    assert "In short." in words(episode)
    assert "At length." not in words(episode)


def test_a_long_feed_is_shown_in_part_and_leads_to_the_whole(client: Client, show: Show) -> None:
    recording = RecordingFactory()
    for number in range(31):
        EpisodePageFactory(parent=show, title=f"Number {number}", recording=recording)
    page = page_of(client)
    assert len(page.findall(".//article")) == 30
    assert "The older ones are on the website" in words(page)


def test_html_in_texts_is_shown_not_run(client: Client, show: Show) -> None:
    EpisodePageFactory(parent=show, title="<script>alert(1)</script>", summary="<img onerror=x>")
    html = open_in_browser(client).text
    assert "<script>alert" not in html
    assert "<img onerror" not in html


def test_it_works_under_our_content_security_policy(client: Client, episode: EpisodePage) -> None:
    response = open_in_browser(client)
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]* src=)", response.text)


def test_the_articles_feed_is_a_page_too(client: Client, site: object) -> None:
    index = ArticleIndexPageFactory(title="Articles", slug="articles", introduction="Plain words.")
    ArticlePageFactory(
        parent=index, title="Rest", excerpt="In short.", author=AuthorFactory(name="Edda")
    )
    page = page_of(client, "/articles/feed.xml")
    assert "Plain words." in words(page)
    (article,) = page.iterfind(".//article")
    assert words(article.find("h3")) == "Rest"
    assert "In short." in words(article)
    assert "Edda" in words(article)
    assert page.find(".//audio") is None
    assert not [link for link in page.iterfind(".//a") if "subscribe" in link.get("href")]


def test_the_stylesheet_is_sent_once_and_then_known(client: Client) -> None:
    response = client.get("/feed.xsl")
    assert response["Content-Type"] == "text/xsl; charset=utf-8"
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    etree.XSLT(etree.fromstring(response.content))
    assert client.get("/feed.xsl", headers={"if-none-match": response["ETag"]}).status_code == 304
    assert client.post("/feed.xsl").status_code == 405


def test_a_feed_names_its_stylesheet_after_the_declaration() -> None:
    news = NewsChannel("T", "", "https://a.example/feed.xml", "https://a.example/", "en", MOMENT)
    plain = render_news_feed(news, [])
    xml = styled(plain, '/feed.xsl?a="1"&b')
    instruction = etree.fromstring(xml).getprevious()
    assert instruction.target == "xml-stylesheet"
    assert instruction.get("type") == "text/xsl"
    assert xml.splitlines()[0] == plain.splitlines()[0]
    assert styled(plain, "") == plain


def test_the_articles_feed_names_the_stylesheet(client: Client, site: object) -> None:
    ArticleIndexPageFactory(slug="articles")
    root = etree.fromstring(client.get("/articles/feed.xml").content)
    assert root.getprevious().get("href") == "/feed.xsl"
