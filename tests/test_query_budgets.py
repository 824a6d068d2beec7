"""What a page costs in queries: within the budget of its type, and the same for one item and for twenty.

A page that shows more may need a larger budget: raise it here, in the same commit, and say why. None
may grow with the site.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from articles.models import ArticleIndexPage, ArticlePage
from cms.models import StandardPage
from home.models import HomePage
from podcast.models import EpisodePage, Show
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryFactory,
    EpisodePageFactory,
    PictureFactory,
    RecordingFactory,
    ShowFactory,
    SiteSettingsFactory,
    StandardPageFactory,
    TranscriptFactory,
)
from texts.models import TextSettings

#: Queries of one GET, with every row that a page can show filled in. No page and no part of one is
#: kept here; Wagtail's own memory of the sites' addresses and of drawn pictures is full.
BUDGETS: Final = {
    HomePage: 14,
    ArticleIndexPage: 13,
    # One more than it needs: its own pictures and those of its neighbours are fetched apart, so that
    # known neighbours cost nothing (below).
    ArticlePage: 20,
    Show: 11,
    EpisodePage: 13,
    StandardPage: 7,
    "search": 9,
}
#: The same for the first GET of a new process, in which that memory is empty too.
FIRST: Final = {
    HomePage: 17,
    ArticleIndexPage: 16,
    ArticlePage: 23,
    Show: 17,
    EpisodePage: 18,
    StandardPage: 10,
    "search": 12,
}
#: With the parts known that pages share (``cms.parts``), for a reader who gets a page of his own.
OF_KNOWN_PARTS: Final = {
    HomePage: 8,
    ArticleIndexPage: 9,
    ArticlePage: 6,
    Show: 7,
    EpisodePage: 7,
    StandardPage: 3,
    "search": 5,
}


def fill(site: Site) -> None:
    """One of everything, each with all that its page and its card show."""
    SiteSettingsFactory(logo=PictureFactory())
    site.root_page.specific.__class__.objects.update(
        picture=PictureFactory(), practitioner=AuthorFactory(picture=PictureFactory())
    )
    imprint = StandardPageFactory(
        slug="imprint", title="Imprint", show_in_footer=True, show_in_menus=True
    )
    TextSettings.objects.create(
        site=site, are_on=True, terms_page=imprint, privacy_page=imprint, countries="US"
    )
    ArticleIndexPageFactory(slug="articles", title="Articles", show_in_menus=True)
    ShowFactory(slug="podcast", title="Podcast", show_in_menus=True)
    add_article()
    add_episode()


def add_article() -> ArticlePage:
    """With an author, a picture and a category of its own, so that none is fetched for another's sake."""
    body = [
        ("heading", {"text": "Why", "level": "2"}),
        ("paragraph", "<p>Some words of the house.</p>"),
        ("picture", {"image": PictureFactory(), "alt": "", "caption": ""}),
    ]
    article = ArticlePageFactory(
        parent=ArticleIndexPage.objects.get(),
        category=CategoryFactory(),
        author=AuthorFactory(picture=PictureFactory()),
        reviewed_by=AuthorFactory(picture=PictureFactory()),
        reviewed_on=date(2026, 1, 1),
        hero=PictureFactory(),
        body=body,
    )
    # What others share with it, so that it has something to read next.
    article.tags.add("rest")
    article.save()
    return article


def add_episode() -> EpisodePage:
    person = {
        "author": AuthorFactory(),
        "name": "",
        "role": "cast/host",
        "picture": None,
        "link": "",
    }
    return EpisodePageFactory(
        parent=Show.objects.get(),
        recording=RecordingFactory(),
        artwork=PictureFactory(),
        transcripts=[("transcript", TranscriptFactory())],
        extras=[("person", person)],
        show_notes="<p>Words of the house.</p>",
    )


def address_of(kind: type[Page] | str, site: Site) -> str:
    if isinstance(kind, str):
        return "/search/?query=words"
    if kind is HomePage:
        return site.root_page.url
    # The one in the middle: it has neighbours on both sides.
    pages = list(kind.objects.order_by("pk"))
    return pages[len(pages) // 2].url


def counter(client: Client) -> Callable[[str], int]:
    """Counts the queries of a GET, when its pictures are drawn and Django knows its content types."""

    def count(url: str) -> int:
        for _ in range(2):
            assert client.get(url).status_code == 200
        return queries_now(client, url)

    return count


def queries_now(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def over(budgets: dict[Any, int], site: Site, queries_of: Callable[[str], int]) -> dict[Any, int]:
    """By how many queries each page that is over its budget is over it."""
    costs = {kind: queries_of(address_of(kind, site)) for kind in budgets}
    return {kind: cost - budgets[kind] for kind, cost in costs.items() if cost > budgets[kind]}


@pytest.fixture
def queries_of(client: Client) -> Callable[[str], int]:
    return counter(client)


def test_every_page_keeps_its_budget_however_much_there_is(
    site: Site, queries_of: Callable[[str], int]
) -> None:
    def costs() -> dict[Any, int]:
        return {kind: queries_of(address_of(kind, site)) for kind in BUDGETS}

    fill(site)
    # Three of each: an article with two neighbours shows more than one without.
    for _ in range(2):
        add_article()
        add_episode()
    few = costs()
    for _ in range(17):
        add_article()
        add_episode()
        StandardPageFactory(show_in_footer=True, show_in_menus=True)
    many = costs()
    assert {kind: cost for kind, cost in many.items() if cost > few[kind]} == {}
    assert {kind: cost for kind, cost in few.items() if cost > BUDGETS[kind]} == {}


def test_a_page_made_of_known_parts_costs_less(
    site: Site, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PAGE_MEMORY_SECONDS = 600
    # The edition is asked for once a second, whichever page comes then.
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    client = Client(headers={"cookie": "seen=1"})
    fill(site)
    for _ in range(2):
        add_article()
        add_episode()
    assert over(OF_KNOWN_PARTS, site, counter(client)) == {}


def test_the_first_reader_of_a_process_waits_for_few_more(
    site: Site, client: Client, queries_of: Callable[[str], int]
) -> None:
    fill(site)
    for _ in range(2):
        add_article()
        add_episode()

    def first(url: str) -> int:
        queries_of(url)
        cache.clear()
        return queries_now(client, url)

    assert over(FIRST, site, first) == {}


def test_what_hides_pages_costs_the_same_for_one_branch_and_for_twenty(
    site: Site, queries_of: Callable[[str], int]
) -> None:
    def hide_a_branch() -> None:
        closed = ArticleIndexPageFactory(live=False)
        ArticlePageFactory(parent=closed)

    fill(site)
    hide_a_branch()
    one = queries_of("/articles/")
    for _ in range(19):
        hide_a_branch()
    assert queries_of("/articles/") == one
