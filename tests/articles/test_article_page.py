"""The article page: what stands around a text, and what it costs."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import ArticleIndexPage, ArticlePage
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryFactory,
    EpisodePageFactory,
    PictureFactory,
    ShowFactory,
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


def tagged(article: ArticlePage, *tags: str) -> ArticlePage:
    article.tags.add(*tags)
    article.save()
    return article


class TestTrust:
    def test_readers_see_sources_and_who_has_reviewed_the_text(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        article = ArticlePageFactory(
            parent=index,
            reviewed_by=AuthorFactory(name="Maren", role="Physiotherapist"),
            reviewed_on=date(2026, 1, 2),
            review_due=date(9999, 1, 2),
            sources=[
                ("source", {"title": "A <guide>", "publisher": "2025", "url": "https://a.example/"})
            ],
        )
        html = html_of(client, article)
        assert "Reviewed by Maren, <span>Physiotherapist</span>, on Jan. 2, 2026." in html
        assert "The next review is due on Jan. 2, 9999." in html
        assert '<a href="https://a.example/" rel="noopener">A &lt;guide&gt;</a>' in html

    def test_an_overdue_review_is_said_soberly(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        article = ArticlePageFactory(
            parent=index,
            reviewed_by=AuthorFactory(name="Maren"),
            reviewed_on=date(2020, 1, 2),
            review_due=date(2021, 1, 2),
        )
        html = html_of(client, article)
        assert "The next review was due on Jan. 2, 2021 and is still to come." in html

    def test_without_either_there_is_no_such_section(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        assert 'class="review"' not in html_of(client, ArticlePageFactory(parent=index))


class TestItsPlace:
    def test_tags_author_and_category_lead_to_their_archives(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        article = tagged(
            ArticlePageFactory(
                parent=index,
                author=AuthorFactory(slug="maren"),
                category=CategoryFactory(slug="rest"),
            ),
            "Rücken",
            "!",
        )
        html = html_of(client, article)
        for path in ("category/rest/", "author/maren/", "tag/r%C3%BCcken/"):
            assert f'href="/articles/{path}"' in html
            assert client.get(f"/articles/{path}").status_code == 200
        assert 'rel="tag">!<' not in html

    def test_shared_tags_count_more_than_the_category_and_that_more_than_the_date(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        rest = CategoryFactory()

        def article(title: str, day: int, *tags: str, **fields: Any) -> ArticlePage:
            page = ArticlePageFactory(parent=index, title=title, date=date(2026, 1, day), **fields)
            return tagged(page, *tags)

        here = article("Here", 9, "back", "desk", category=rest)
        article("Two tags", 1, "back", "desk")
        article("One tag, same shelf", 2, "back", category=rest)
        article("One tag", 3, "back")
        article("Same shelf", 4, category=rest)
        article("Nothing in common", 8)
        article("Draft", 7, "back", "desk", category=rest, live=False)
        related = client.get(here.url).context["related"]
        assert [near.article.title for near in related] == [
            "Two tags",
            "One tag, same shelf",
            "One tag",
        ]

    def test_without_tags_the_newest_of_the_category_are_related(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        rest = CategoryFactory()
        for day in (1, 2, 3, 4):
            ArticlePageFactory(
                parent=index, title=f"Day {day}", category=rest, date=date(2026, 1, day)
            )
        here = ArticlePageFactory(parent=index, category=rest, date=date(2025, 1, 1))
        related = client.get(here.url).context["related"]
        assert [near.article.title for near in related] == ["Day 4", "Day 3", "Day 2"]

    def test_neighbours_of_one_day_are_told_apart(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        first, middle, last = (
            ArticlePageFactory(parent=index, date=date(2026, 1, 1)) for _ in range(3)
        )
        context = client.get(middle.url).context
        assert (context["previous"].article, context["next"].article) == (first, last)
        assert client.get(first.url).context["previous"] is None
        assert client.get(last.url).context["next"] is None

    def test_it_is_passed_on_by_links_that_load_nothing(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        article = ArticlePageFactory(parent=index, title="Up & down", slug="up")
        html = html_of(client, article)
        address = "http%3A%2F%2Flocalhost%2Farticles%2Fup%2F"
        assert f'href="mailto:?subject=Up%20%26%20down&amp;body={address}"' in html
        assert not re.search(r'src="https?://(?!localhost)', html)

    def test_the_latest_episode_is_offered(self, client: Client, index: ArticleIndexPage) -> None:
        article = ArticlePageFactory(parent=index)
        assert 'class="promo' not in html_of(client, article)
        show = ShowFactory(title="The Slow Stairs")
        EpisodePageFactory(
            parent=show,
            title="Long ago",
            first_published_at=timezone.now() - timedelta(days=9),
        )
        latest = EpisodePageFactory(parent=show, title="Just now")
        EpisodePageFactory(parent=show, title="Not yet", live=False)
        html = html_of(client, article)
        promo = html[html.index('<section class="promo') :].split("</section>")[0]
        assert "The Slow Stairs" in promo
        assert f'src="{latest.audio_path}"' in promo
        assert "Long ago" not in promo
        assert "Not yet" not in html


def test_it_asks_as_often_with_one_of_everything_as_with_many(
    client: Client, index: ArticleIndexPage
) -> None:
    category = CategoryFactory()
    show = ShowFactory()

    def write(slug: str, blocks: int) -> ArticlePage:
        body = []
        for number in range(blocks):
            link = StandardPageFactory()
            body += [
                heading(f"Part {number}"),
                ("paragraph", f'<p>A <a linktype="page" id="{link.pk}">link</a>.</p>'),
                ("picture", {"image": PictureFactory(), "alt": "", "caption": ""}),
                ("episode", {"episode": EpisodePageFactory(parent=show), "introduction": ""}),
                ("related_links", {"heading": "", "links": [page_link(link)]}),
            ]
        article = ArticlePageFactory(
            parent=index,
            slug=slug,
            category=category,
            author=AuthorFactory(picture=PictureFactory()),
            reviewed_by=AuthorFactory(),
            reviewed_on=date(2026, 1, 1),
            hero=PictureFactory(),
            body=body,
        )
        return tagged(article, *(f"tag {number}" for number in range(blocks)))

    def queries(article: ArticlePage) -> int:
        client.get(article.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(article.url)
        return len(captured)

    # Two others, so that there are neighbours and related articles from the beginning.
    for slug in ("before", "first", "after"):
        write(slug, 1)
    few = queries(ArticlePage.objects.get(slug="first"))
    for number in range(17):
        write(f"more-{number}", 1)
    assert queries(write("long", 12)) == few
