"""What is read most now stands on top, and only what everybody may read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from articles.models import ArticleIndexPage
from stats.trending import trending
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    EpisodePageFactory,
    HomePageFactory,
    RecordingFactory,
    ShowFactory,
    StandardPageFactory,
)
from tests.stats.readers import was_read

ARTICLES = ["articles.ArticlePage"]


@pytest.fixture
def index(site: Site) -> ArticleIndexPage:
    return ArticleIndexPageFactory()


def article(index: Page, title: str, **fields: object) -> Page:
    return ArticlePageFactory(parent=index, title=title, **fields)


def titles(site: Site, kinds: list[str] = ARTICLES, limit: int = 5) -> list[str]:
    return [page.title for page in trending(site.root_page, kinds, limit=limit)]


def test_the_most_read_come_first(site: Site, index: Page) -> None:
    for title, times in (("Seldom", 2), ("Often", 9), ("Sometimes", 5)):
        was_read(article(index, title), times)
    assert titles(site) == ["Often", "Sometimes", "Seldom"]
    assert titles(site, limit=2) == ["Often", "Sometimes"]


def test_a_view_of_today_weighs_more_than_one_of_last_week(site: Site, index: Page) -> None:
    was_read(article(index, "Last week"), 6, days_ago=6)
    was_read(article(index, "Today"), 1)
    assert titles(site) == ["Today", "Last week"]


def test_views_of_several_days_add_up(site: Site, index: Page) -> None:
    steady = article(index, "Steady")
    for days_ago in range(3):
        was_read(steady, 2, days_ago=days_ago)
    was_read(article(index, "Once"), 4, days_ago=0)
    assert titles(site) == ["Steady", "Once"]


def test_what_was_read_long_ago_trends_no_more(site: Site, index: Page) -> None:
    week = timedelta(days=7)
    was_read(article(index, "Elder", first_published_at=timezone.now() - week), 99, days_ago=7)
    article(index, "Newer")
    assert titles(site) == ["Newer", "Elder"]


def test_where_nothing_was_counted_the_newest_stand(site: Site, index: Page) -> None:
    for title, days in (("Older", 9), ("Newest", 1), ("Old", 5)):
        article(index, title, first_published_at=timezone.now() - timedelta(days=days))
    assert titles(site, limit=2) == ["Newest", "Old"]


def test_the_newest_fill_up_what_was_read_and_none_stands_twice(site: Site, index: Page) -> None:
    was_read(article(index, "Read", first_published_at=timezone.now() - timedelta(days=9)), 1)
    article(index, "New")
    assert titles(site) == ["Read", "New"]


def test_only_public_pages_trend(site: Site, index: Page) -> None:
    private = article(index, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    expired = article(index, "Expired", expire_at=timezone.now() - timedelta(minutes=1))
    gone = article(ArticleIndexPageFactory(live=False), "Gone with its index")
    for page in (private, expired, gone, article(index, "Draft", live=False)):
        was_read(page, 50)
    was_read(article(index, "Public"), 1)
    assert titles(site) == ["Public"]


def test_only_the_kinds_that_were_asked_for_trend(site: Site, index: Page) -> None:
    was_read(article(index, "Text"), 1)
    was_read(EpisodePageFactory(title="Talk"), 2)
    was_read(StandardPageFactory(title="Imprint"), 99)
    assert titles(site) == ["Text"]
    assert titles(site, [*ARTICLES, "podcast.EpisodePage"]) == ["Talk", "Text"]


def test_pages_of_another_site_do_not_trend_here(site: Site, index: Page) -> None:
    elsewhere = HomePageFactory(parent=Page.get_first_root_node(), slug="elsewhere")
    was_read(article(ArticleIndexPageFactory(parent=elsewhere), "Theirs"), 9)
    was_read(article(index, "Ours"), 1)
    assert titles(site) == ["Ours"]


def render(site: Site, tag: str = "now_trending", page: Page | None = None) -> str:
    request: HttpRequest = RequestFactory().get("/", headers={"host": "localhost"})
    context = Context({"request": request, "page": page})
    return Template(f"{{% load stats_tags %}}{{% {tag} %}}").render(context)


def test_the_list_links_titles_and_says_what_each_is(site: Site, index: Page) -> None:
    was_read(article(index, "Text & more", slug="text"), 1)
    was_read(EpisodePageFactory(title="Talk"), 2)
    article(index, "Unread")
    html = render(site)
    assert html.index("Talk") < html.index("Text")
    assert (
        f'<a href="{index.url}text/">Text &amp; more</a> <span class="meta">Article</span>' in html
    )
    assert '<h2 id="trending-heading">Now trending</h2>' in html


def test_the_list_takes_kinds_and_a_limit(site: Site, index: Page) -> None:
    was_read(EpisodePageFactory(title="Talk"), 2)
    for number in range(4):
        article(index, f"Text {number}")
    html = render(site, 'now_trending "articles.ArticlePage" limit=3')
    assert html.count("<li>") == 3
    assert "Talk" not in html
    assert "Article<" not in html


@pytest.mark.parametrize("number", [0, 2])
def test_fewer_than_three_pages_are_no_list(site: Site, index: Page, number: int) -> None:
    for each in range(number):
        was_read(article(index, f"Text {each}"), 5)
    assert render(site).strip() == ""


def test_a_page_does_not_lead_to_itself(site: Site, index: Page) -> None:
    pages = [article(index, f"Text {number}") for number in range(7)]
    for times, page in enumerate(pages, start=1):
        was_read(page, times)
    for shown in (pages[6], pages[3]):
        html = render(site, page=shown)
        assert html.count("<li>") == 5
        assert f">{shown.title}<" not in html
    assert "Text 6" in render(site, page=pages[0])


def test_a_page_that_is_one_of_three_shows_no_list(site: Site, index: Page) -> None:
    pages = [article(index, f"Text {number}") for number in range(3)]
    assert render(site).count("<li>") == 3
    assert render(site, page=pages[0]).strip() == ""


def test_pages_share_one_list_though_each_leaves_out_itself(
    site: Site, index: Page, settings: Any
) -> None:
    settings.PAGE_MEMORY_SECONDS = 600
    reader = Client(headers={"cookie": "seen=1"})
    pages = [article(index, f"Text {number}") for number in range(4)]

    def asked_for(page: Page) -> bool:
        with CaptureQueriesContext(connection) as queries:
            html = reader.get(page.url).text
        assert html.partition("trending-heading")[2].count("<li>") >= 3
        return any("stats_pageviews" in query["sql"] for query in queries.captured_queries)

    assert [asked_for(page) for page in pages[:3]] == [True, False, False]


@pytest.mark.parametrize("is_read", [True, False])
def test_the_list_asks_as_often_for_one_page_as_for_twenty(
    site: Site, index: Page, is_read: bool
) -> None:
    show, recording = ShowFactory(), RecordingFactory()

    def add(number: int) -> None:
        for _ in range(number):
            episode = EpisodePageFactory(parent=show, recording=recording)
            for page in (ArticlePageFactory(parent=index), episode):
                if is_read:
                    was_read(page, 1)

    def cost() -> int:
        render(site)
        with CaptureQueriesContext(connection) as queries:
            render(site)
        return len(queries)

    add(5)
    few = cost()
    add(20)
    assert cost() == few <= 9
