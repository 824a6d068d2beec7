"""Pages: made anew against a plain Wagtail page, kept against a bare view, and as the site grows."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.models import ArticleIndexPage, ArticlePage
from bench.scratch import HOST
from bench.servers import gunicorn
from bench.serving import Rates, Request, by_turns, call_of, rate_of, wrk
from bench.shows import make_show
from bench.urls import PAGE_FILE
from comments.models import Status
from demo.crowd import add_articles, add_episodes
from podcast.models import EpisodePage, Show

FEW, MANY = 20, 2_000
#: How often a page is asked for in one turn.
CALLS = 15
GZIP = {"Accept-Encoding": "gzip"}
#: Who brings a cookie of their own gets a page that was made for this one request.
ANEW = {"Cookie": "seen=1"}
PLAIN, OURS = "a plain Wagtail page", "our article page, made anew"
BARE, KEPT = "bare view, the same bytes", "our article page, kept"


class Pages(NamedTuple):
    """What was measured. Queries by kind of page, at FEW and at MANY; seconds of lists by their names."""

    queries: Mapping[str, tuple[int, int]]
    lists: Rates
    in_process: Rates
    over_gunicorn: Rates


def prepare() -> None:
    """The demo, in which an article has everything that an article can have, with FEW more of each."""
    call_command("demo", articles=FEW, episodes=FEW, stdout=io.StringIO())
    for size in (FEW, MANY):
        make_show(size)


def measure(folder: Path, *, with_wrk: bool) -> Pages:
    # In this process, which then knows the names of the files.
    call_command("collectstatic", interactive=False, verbosity=0)
    few = _queries()
    add_articles(
        ArticleIndexPage.objects.get(slug="articles", locale__language_code="en"), MANY - FEW
    )
    add_episodes(Show.objects.get(slug="podcast", locale__language_code="en"), MANY - FEW)
    many = _queries()
    queries = {kind: (few[kind], many[kind]) for kind in few}
    _write_page(folder)
    return Pages(queries, _lists(), _in_process(), _over_gunicorn() if with_wrk else {})


def _addresses() -> dict[str, str]:
    """One of each kind. The article is one that was written by hand, with all that one can have."""
    kinds = [ArticleIndexPage, Show, EpisodePage]
    pages = {kind._meta.verbose_name: kind.objects.order_by("pk")[0].url for kind in kinds}
    return {"home page": "/", "article": _article(), **pages, "search": "/search/?query=rest"}


def _article() -> str:
    articles = ArticlePage.objects.public_now()
    whole = articles.filter(tagged_items__isnull=False, reader_comments__status=Status.APPROVED)
    return whole.order_by("pk")[0].url


def _queries() -> dict[str, int]:
    return {kind: _queries_of(address) for kind, address in _addresses().items()}


def _queries_of(address: str) -> int:
    ask = call_of(WSGIHandler(), Request("", address, ANEW), times=1)
    # What Django and Wagtail remember for good is learnt by then.
    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def _requests() -> list[Request]:
    article = _article()
    return [
        Request(PLAIN, f"/plain{article}", ANEW),
        Request(OURS, article, ANEW),
        Request(BARE, "/bare/page", GZIP),
        Request(KEPT, article, GZIP),
    ]


def _lists() -> Rates:
    """CPU seconds of the first and the last page of a show's list."""
    addresses = {
        f"{FEW} episodes": f"/show-{FEW}/",
        f"{MANY:,} episodes, first page": f"/show-{MANY}/",
        f"{MANY:,} episodes, last page": f"/show-{MANY}/?page={MANY // 20}",
    }
    return by_turns(
        {
            name: _seconds(call_of(WSGIHandler(), Request(name, address, ANEW), times=CALLS))
            for name, address in addresses.items()
        }
    )


def _seconds(call: Callable[[], None]) -> Callable[[], float]:
    rate = rate_of(call, CALLS)
    return lambda: 1 / rate()


def _in_process() -> Rates:
    """Requests per CPU second, straight through the WSGI handler."""
    application = WSGIHandler()
    return by_turns(
        {
            request.name: rate_of(call_of(application, request, times=times), times)
            for request in _requests()
            for times in [CALLS if request.headers is ANEW else 20 * CALLS]
        }
    )


def _over_gunicorn() -> Rates:
    with gunicorn() as (address, _pid):
        asked = {each.name: wrk(address + each.path, each.headers) for each in _requests()}
        for measure_once in asked.values():
            measure_once()
        return by_turns(asked)


def _write_page(folder: Path) -> None:
    """Leave the gzip of the article, as it is kept, for the bare view."""
    factory = RequestFactory(headers=GZIP, SERVER_NAME=HOST)
    response = WSGIHandler()(factory.get(_article()).environ, lambda *_: len)
    (folder / PAGE_FILE).write_bytes(b"".join(response))
