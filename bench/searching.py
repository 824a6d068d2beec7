"""Measures the search at 10,000 pages on both databases, against the bare full-text query of the same index.

``python -m bench.searching`` does so on the database of the environment and prints JSON: Wagtail's
index decides with its import which database it is for, so each has a process of its own.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import quantiles
from typing import Any

PAGES = 10_000
QUERIES = 25
ROUNDS = 5
Times = tuple[float, float, float, float]

#: A rare word stands on no more pages than this.
RARE = 100


@dataclass(frozen=True, slots=True)
class Searching:
    """95th percentiles in seconds of one search.

    ``bare`` is the full-text query for the best twenty keys, ``fetched`` the same with their pages;
    ``found`` what a stranger may see of the first 200, ``answer`` all that the view puts on a page.
    """

    database: str
    words: str
    bare: float
    fetched: float
    found: float
    answer: float


def measure_on_both(folder: Path) -> Iterator[Searching]:
    """SQLite, and PostgreSQL where its programs are there."""
    # By name: the tests are not typed.
    postgresql = import_module("tests.postgresql")
    yield from _in_a_process("SQLite", f"sqlite:///{folder}/search.sqlite3")
    if programs := postgresql.find_programs():
        with postgresql.private_server(programs) as url:
            yield from _in_a_process("PostgreSQL", url)


def _in_a_process(database: str, url: str) -> Iterator[Searching]:
    command = [sys.executable, "-m", "bench.searching"]
    environment = {**os.environ, "DATABASE_URL": url}
    output = subprocess.run(  # noqa: S603 (our own module)
        command, env=environment, check=True, stdout=subprocess.PIPE
    ).stdout
    for figures in json.loads(output):
        yield Searching(database=database, **figures)


def measure() -> list[dict[str, Any]]:
    """Rare words, common words, and both together."""
    from bench.shows import prepare_database

    prepare_database()
    _make_pages()
    _analyze()
    rare, common = _words()
    times = {"rare": list(map(_times, rare)), "common": list(map(_times, common))}
    times["all"] = times["rare"] + times["common"]
    return [{"words": name, **_percentiles(rows)} for name, rows in times.items()]


def _percentiles(rows: list[Times]) -> dict[str, float]:
    columns = (quantiles(column, n=20)[-1] for column in zip(*rows, strict=True))
    return dict(zip(("bare", "fetched", "found", "answer"), columns, strict=True))


def _make_pages() -> None:
    """Pages of some 400 words, half of them common ones."""
    from wagtail.models import Site

    from bench.shows import notes, sentence
    from cms.models import StandardPage
    from demo.crowd import add_children

    chance = random.Random(PAGES)  # noqa: S311 (texts, not secrets)
    sentences = [sentence(chance) for _ in range(5_000)]

    def page(n: int) -> StandardPage:
        body = [("paragraph", notes(chance, sentences))]
        return StandardPage(title=chance.choice(sentences)[:60], slug=f"page-{n}", body=body)

    home = Site.objects.get(is_default_site=True).root_page
    add_children(home, page, range(1, PAGES + 1))


def _analyze() -> None:
    """PostgreSQL does so by itself, sooner or later."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _words() -> tuple[list[str], list[str]]:
    """Words on few pages, and those on most."""
    from cms.models import SearchEntry
    from cms.search.words import words_of

    pages: Counter[str] = Counter()
    for text in SearchEntry.objects.values_list("text", flat=True).iterator():
        pages.update(set(words_of(text.lower())))
    rare = sorted(word for word, number in pages.items() if number <= RARE and len(word) > 4)
    chosen = random.Random(5).sample(rare, QUERIES)  # noqa: S311 (no secret)
    return chosen, [word for word, _number in pages.most_common(QUERIES)]


def _times(word: str) -> Times:
    """Seconds for one word: the four of ``Searching``, in turns.

    The best of each, since other work on the machine only ever adds.
    """
    from django.test import RequestFactory
    from wagtail.models import Page

    from cms.search.asking import Searched
    from cms.search.fulltext import ENTRIES, full_text
    from cms.search.words import terms_of
    from cms.views.search import search

    request = RequestFactory().get("/search/", {"query": word})
    terms = terms_of([word], "en")

    def bare() -> list[int]:
        return full_text().hits(ENTRIES, terms, kind="", limit=20)

    acts: tuple[Callable[[], object], ...] = (
        bare,
        lambda: Page.objects.in_bulk(bare()),
        lambda: Searched.for_request(request).written(terms),
        # The template, with menu and footer, is every page's and not rendered yet.
        lambda: search(request),
    )
    rounds = [[_seconds(act) for act in acts] for _ in range(ROUNDS)]
    only_keys, fetched, found, answer = map(min, zip(*rounds, strict=True))
    return only_keys, fetched, found, answer


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> None:
    import django

    django.setup()
    sys.stdout.write(json.dumps(measure()))


if __name__ == "__main__":
    main()
