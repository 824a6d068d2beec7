"""The text of an article: its sections, and blocks that lead to other pages."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticleIndexPage, ArticlePage
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    EpisodePageFactory,
    StandardPageFactory,
)


@pytest.fixture
def index(site: object) -> ArticleIndexPage:
    return ArticleIndexPageFactory(title="Articles", slug="articles")


def heading(text: str, level: str = "2") -> tuple[str, dict[str, str]]:
    return "heading", {"text": text, "level": level}


def page_link(page: object) -> dict[str, Any]:
    return {"page": page, "url": "", "label": ""}


def html_of(client: Client, article: ArticlePage) -> str:
    response = client.get(article.url)
    assert response.status_code == 200
    return " ".join(response.text.split())


class TestAText:
    def test_three_sections_make_a_table_of_contents_whose_links_lead_to_them(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        body = [heading("Why?"), heading("A detail", "3"), heading("How"), heading("How")]
        html = html_of(client, ArticlePageFactory(parent=index, body=body))
        contents = html[html.index('<nav class="contents"') :].split("</nav>")[0]
        links = re.findall(r'href="#([^"]+)"', contents)
        assert links == ["section-why", "section-how", "section-how-2"]
        for anchor in links:
            assert html.count(f'id="{anchor}"') == 1
        assert '<h3 id="section-a-detail">' in html

    def test_two_sections_make_none(self, client: Client, index: ArticleIndexPage) -> None:
        body = [heading("One"), heading("Two"), heading("Three", "3")]
        html = html_of(client, ArticlePageFactory(parent=index, body=body))
        assert 'class="contents"' not in html
        assert '<h2 id="section-one">' in html

    def test_a_heading_takes_no_id_that_the_page_has_already(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        body = [heading("main"), heading("Überblick"), heading("!")]
        html = html_of(client, ArticlePageFactory(parent=index, body=body))
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        assert {"section-main", "section-überblick", "section"} <= set(ids)

    def test_links_of_all_paragraphs_lead_to_their_pages(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        pages = [StandardPageFactory(slug=slug) for slug in ("first", "second")]
        body = [
            ("paragraph", f'<p>See <a linktype="page" id="{page.pk}">here</a>.</p>')
            for page in pages
        ]
        html = html_of(client, ArticlePageFactory(parent=index, body=body))
        assert html.index('<a href="/first/">here</a>') < html.index('<a href="/second/">here</a>')

    def test_links_to_what_answers_nobody_are_words_and_those_to_private_pages_stay(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        draft = StandardPageFactory(slug="draft", live=False)
        below = StandardPageFactory(slug="below", parent=draft)
        expired = StandardPageFactory(slug="expired", expire_at=timezone.now())
        members = StandardPageFactory(slug="members")
        PageViewRestriction.objects.create(page=members, restriction_type="login")
        links = "".join(
            f'<a linktype="page" id="{page.pk}">{page.slug}</a>'
            for page in (draft, below, expired, members)
        )
        html = html_of(
            client, ArticlePageFactory(parent=index, body=[("paragraph", f"<p>{links}</p>")])
        )
        words = "<p><a>draft</a><a>below</a><a>expired</a>"
        assert f'{words}<a href="/members/">members</a></p>' in html


class TestBlocksThatLead:
    def test_an_episode_is_heard_inside_the_text(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        episode = EpisodePageFactory(title="On chairs", summary="In short.")
        body = [("episode", {"episode": episode, "introduction": ""})]
        html = html_of(client, ArticlePageFactory(parent=index, body=body))
        block = html[html.index('<aside class="heard"') :].split("</aside>")[0]
        assert f'src="{episode.audio_path}"' in block
        assert f'href="{episode.url}"' in block
        assert "In short." in block

    @pytest.mark.parametrize("state", ["draft", "expired", "private", "deleted"])
    def test_what_no_stranger_may_see_is_not_named(
        self, client: Client, index: ArticleIndexPage, state: str
    ) -> None:
        secret = "xyzzysecret"
        hidden = {
            "draft": {"live": False},
            "expired": {"expire_at": timezone.now() - timedelta(seconds=1)},
        }
        fields = {"title": secret, "slug": secret, **hidden.get(state, {})}
        episode = EpisodePageFactory(**fields)
        page = StandardPageFactory(**fields)
        call = {"heading": "Come", "text": "", "label": "Go", "page": page, "url": ""}
        body = [
            ("episode", {"episode": episode, "introduction": ""}),
            ("related_links", {"heading": "", "links": [page_link(page)]}),
            ("call_to_action", call),
        ]
        article = ArticlePageFactory(parent=index, body=body)
        if state == "private":
            for each in (episode, page):
                PageViewRestriction.objects.create(page=each, restriction_type="login")
        if state == "deleted":
            episode.delete()
            page.delete()
        assert secret not in html_of(client, article)

    def test_related_links_name_pages_by_their_titles_and_others_by_words(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        page = StandardPageFactory(title="About us", slug="about")
        elsewhere = {"page": None, "url": "https://a.example/", "label": "A guideline"}
        links = {"heading": "More", "links": [page_link(page), elsewhere]}
        html = html_of(client, ArticlePageFactory(parent=index, body=[("related_links", links)]))
        assert '<a href="/about/">About us</a>' in html
        assert '<a href="https://a.example/" rel="noopener">A guideline</a>' in html
