"""The archives of an index: what is in them, what is not, and their feeds."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from articles.models import ArticleIndexPage, ArticlePage, Category
from cms.models import Author
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryFactory,
    PictureFactory,
    SiteSettingsFactory,
)

ARCHIVES = ["category/rest/", "tag/back/", "author/maren/", "2026/03/"]


@pytest.fixture
def index(site: object) -> ArticleIndexPage:
    return ArticleIndexPageFactory(title="Articles", slug="articles")


@pytest.fixture
def rest(db: None) -> Category:
    return CategoryFactory(name="Rest", slug="rest", description="Evenings & nights.")


@pytest.fixture
def maren(db: None) -> Author:
    return AuthorFactory(name="Maren", slug="maren", about="Walks to work.")


@pytest.fixture
def article(index: ArticleIndexPage, rest: Category, maren: Author) -> ArticlePage:
    """In each of ARCHIVES."""
    return write(index, category=rest, author=maren, title="Found")


def write(index: ArticleIndexPage, **fields: Any) -> ArticlePage:
    page = ArticlePageFactory(parent=index, **{"date": date(2026, 3, 31), **fields})
    page.tags.add("back")
    page.save()
    return page


@pytest.mark.parametrize("path", ARCHIVES)
class TestEveryArchive:
    def test_it_holds_what_belongs_to_it(
        self, client: Client, index: ArticleIndexPage, article: ArticlePage, path: str
    ) -> None:
        ArticlePageFactory(parent=index, title="Elsewhere", date=date(2026, 4, 1))
        elsewhere = ArticleIndexPageFactory(slug="others")
        write(elsewhere, category=article.category, author=article.author, title="Another index")
        response = client.get(f"/articles/{path}")
        assert [page.title for page in response.context["articles"]] == ["Found"]
        address = f"http://localhost/articles/{path}"
        assert f'<link rel="canonical" href="{address}">' in response.text
        for kind in ("feed.xml", "feed.json"):
            assert f'title="Articles – {response.context["archive"].title}"' in response.text
            assert f'href="{address}{kind}"' in response.text

    @pytest.mark.parametrize(
        "state",
        [
            {"live": False},
            {"expire_at": timezone.now() - timedelta(seconds=1)},
            {"private": True},
            {"withdrawn index": True},
        ],
        ids=["draft", "expired", "private", "below a withdrawn index"],
    )
    def test_what_no_stranger_may_see_makes_no_archive(
        self,
        client: Client,
        index: ArticleIndexPage,
        article: ArticlePage,
        path: str,
        state: dict[str, Any],
    ) -> None:
        if "private" in state:
            PageViewRestriction.objects.create(page=article, restriction_type="login")
        elif "withdrawn index" in state:
            index.unpublish()
        else:
            ArticlePage.objects.filter(pk=article.pk).update(**state)
        for name in ("", "feed.xml", "feed.json"):
            assert client.get(f"/articles/{path}{name}").status_code == 404
        if index.live:
            html = client.get("/articles/").text
            assert f'href="/articles/{path}"' not in html

    def test_its_feed_names_it_and_holds_its_articles_alone(
        self, client: Client, index: ArticleIndexPage, article: ArticlePage, path: str
    ) -> None:
        SiteSettingsFactory(practice_name="Larkmoss")
        ArticlePageFactory(parent=index, title="Elsewhere", date=date(2026, 4, 1))
        response = client.get(f"/articles/{path}feed.xml")
        feed = feedparser.parse(io.BytesIO(response.content))
        assert not feed.bozo
        title = client.get(f"/articles/{path}").context["archive"].title
        assert feed.feed.title == f"Larkmoss: Articles – {title}"
        assert feed.feed.link == f"http://localhost/articles/{path}"
        assert [entry.title for entry in feed.entries] == ["Found"]
        assert (
            client.get(
                f"/articles/{path}feed.xml", headers={"if-none-match": response["ETag"]}
            ).status_code
            == 304
        )
        json = client.get(f"/articles/{path}feed.json").json()
        assert json["feed_url"] == f"http://localhost/articles/{path}feed.json"
        assert [item["title"] for item in json["items"]] == ["Found"]
        assert client.post(f"/articles/{path}feed.xml").status_code == 405
        assert client.get(f"/articles/{path}feed/1.xml").status_code == 404

    def test_its_old_address_leads_to_the_new_one_when_the_index_moves(
        self,
        client: Client,
        index: ArticleIndexPage,
        article: ArticlePage,
        path: str,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ) -> None:
        index.save_revision().publish()
        index.slug = "texts"
        with django_capture_on_commit_callbacks(execute=True):
            index.save_revision().publish()
        for name in ("", "feed.xml", "feed.json"):
            response = client.get(f"/articles/{path}{name}")
            assert response.status_code == 301
            assert response["Location"].removeprefix("http://localhost") == f"/texts/{path}{name}"

    def test_it_asks_as_often_for_one_article_as_for_twelve(
        self, client: Client, index: ArticleIndexPage, rest: Category, maren: Author, path: str
    ) -> None:
        def queries(address: str) -> int:
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            return len(captured)

        addresses = [f"/articles/{path}", f"/articles/{path}feed.xml"]

        def add() -> None:
            write(index, category=rest, author=maren, hero=PictureFactory())

        add()
        one = [queries(address) for address in addresses]
        for _ in range(11):
            add()
        assert [queries(address) for address in addresses] == one


@pytest.mark.parametrize(
    "path",
    [
        "category/nothing/",
        "tag/nothing/",
        "author/nobody/",
        "tag/",
        "2026/13/",
        "2026/00/",
        "0000/01/",
        "2026/3/",
        "2026/04/",
        "99999/01/",
        "٢٠٢٦/03/",
        "category/rest/more/",
    ],
)
def test_what_is_not_there_is_404(client: Client, article: ArticlePage, path: str) -> None:
    for name in ("", "feed.xml", "feed.json"):
        assert client.get(f"/articles/{path}{name}").status_code == 404


def test_an_empty_category_is_404_and_not_named(
    client: Client, article: ArticlePage, index: ArticleIndexPage
) -> None:
    CategoryFactory(name="Empty shelf", slug="empty")
    assert client.get("/articles/category/empty/").status_code == 404
    assert "Empty shelf" not in client.get("/articles/").text


def test_the_index_names_topics_and_months_newest_first(
    client: Client, article: ArticlePage, index: ArticleIndexPage
) -> None:
    for day in (date(2025, 12, 1), date(2026, 1, 2), date(2026, 3, 1)):
        ArticlePageFactory(parent=index, date=day)
    response = client.get("/articles/")
    assert response.context["months"] == [date(2026, 3, 1), date(2026, 1, 1), date(2025, 12, 1)]
    assert [topic.name for topic in response.context["topics"]] == ["back"]
    for path in ("2026/03/", "2025/12/", "tag/back/"):
        assert f'href="/articles/{path}"' in response.text


def test_a_slip_in_a_date_breaks_no_page(client: Client, index: ArticleIndexPage) -> None:
    ArticlePageFactory(parent=index, date=date(202, 1, 2))
    assert 'href="/articles/0202/01/"' in client.get("/articles/").text
    assert client.get("/articles/0202/01/").status_code == 200


def test_the_second_page_of_an_archive_has_its_own_address(
    client: Client, index: ArticleIndexPage
) -> None:
    for _ in range(13):
        write(index)
    canonical = '<link rel="canonical" href="http://localhost/articles/tag/back/?page=2">'
    assert canonical in client.get("/articles/tag/back/?page=2").text


@pytest.mark.parametrize("number", ["x", "0", "-1", "999", "1e9", ""])
def test_a_nonsensical_page_number_shows_the_nearest_page(
    client: Client, article: ArticlePage, number: str
) -> None:
    assert client.get("/articles/tag/back/", {"page": number}).status_code == 200


def test_a_tag_is_the_same_however_its_letters_are_written(
    client: Client, index: ArticleIndexPage
) -> None:
    for title, tag in (("One", "Sleep"), ("Another", "sleep")):
        page = ArticlePageFactory(parent=index, title=title)
        page.tags.add(tag)
        page.save()
    response = client.get("/articles/tag/sleep/")
    assert {page.title for page in response.context["articles"]} == {"One", "Another"}
