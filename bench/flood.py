"""A flood of comments: 10,000 from 500 addresses, over gunicorn, on ten pages of a site that knows spam.

The machines know the form: each waits as long as a person, leaves the lure empty and never repeats a
text, so the throttles and the score alone are in their way. Readers from elsewhere try meanwhile.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Event
from typing import Final, NamedTuple

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from wagtail.models import Site

from articles.models import ArticleIndexPage, ArticlePage, Category
from bench.machines import Asked, Post, Times, medians
from bench.servers import gunicorn
from bench.spam import labelled_comments, without_websites
from cms.models.throttle import Bucket
from cms.throttle import hash_of
from comments.admin.viewset import CommentViewSet
from comments.deciding import decide
from comments.models import Comment, Status
from comments.submitting import OF_A_PAGE, OF_A_SITE
from users.models import User

POSTS, ADDRESSES, PAGES = 10_000, 500, 10
#: So many of each kind has a moderator decided before.
LEARNT: Final = 50
#: One reader tries after so many posts of the machines.
A_READER_EVERY: Final = 250


class Flood(NamedTuple):
    """What became of it.

    ``machines`` and ``readers`` by status of HTTP, ``landed`` by status of comment. ``wait`` is how
    many seconds after the end the next comment is taken on each page. ``rows`` are new ones.
    """

    seconds: float
    machines: Counter[int]
    readers: Counter[int]
    landed: Counter[str]
    before: Times
    during: Times
    after: Times
    wait: list[float]
    rows: dict[str, int]
    megabytes: float


def prepare() -> None:
    """Ten articles, comments from which the score has learnt, and a first page of others that wait."""
    home = Site.objects.get(is_default_site=True).root_page
    index = home.add_child(instance=ArticleIndexPage(title="Flooded", slug="flooded"))
    category = Category.objects.create(name="Flooded", slug="flooded")
    for number in range(PAGES):
        page = ArticlePage(
            title=f"Article {number}",
            slug=f"article-{number}",
            category=category,
            body=[("paragraph", "<p>Some words to answer.</p>")],
        )
        index.add_child(instance=page).save_revision().publish()
    User.objects.create_superuser("moderator")
    pages = cycle(_pages())
    for status, texts in ((Status.SPAM, _texts()[:LEARNT]), (Status.APPROVED, _texts(good=True))):
        rows = [Comment(page=next(pages), name="A reader", text=text) for text in texts[:LEARNT]]
        for row in rows:
            row.save()
        decide(rows, status, None)
    for text in _texts(good=True)[-CommentViewSet.list_per_page :]:
        Comment(page=next(pages), name="A reader", text=text).save()


def measure(folder: Path) -> Flood:
    os.environ["BEHIND_PROXY"] = "true"
    call_command("collectstatic", interactive=False, verbosity=0)
    known, size = _rows(), _megabytes(folder)
    with gunicorn() as (address, _pid), ThreadPoolExecutor(1) as watcher:
        site = Asked(address.removeprefix("http://"), _pages()[0].url, _cookie_of_a_moderator())
        before = site.times()
        is_over = Event()
        watched = watcher.submit(site.watch, is_over)
        start = time.monotonic()
        machines, readers = _flood(site)
        seconds = time.monotonic() - start
        is_over.set()
        wait = [_seconds_until_taken(page) for page in _pages()]
        during = medians(watched.result())
        after = site.times()
    new = Comment.objects.order_by("pk")[known["comments"] :]
    return Flood(
        seconds=seconds,
        machines=machines,
        readers=readers,
        landed=Counter(new.values_list("status", flat=True)),
        before=before,
        during=during,
        after=after,
        wait=wait,
        rows={name: number - known[name] for name, number in _rows().items()},
        megabytes=_megabytes(folder) - size,
    )


def _flood(site: Asked) -> tuple[Counter[int], Counter[int]]:
    machines: Counter[int] = Counter()
    readers: Counter[int] = Counter()
    posts, readers_posts = _posts(), iter(_readers_posts())
    for first in range(0, POSTS, A_READER_EVERY):
        machines += site.send_all(posts[first : first + A_READER_EVERY])
        readers[site.send_as_a_reader(next(readers_posts))] += 1
    return machines, readers


def _posts() -> list[Post]:
    """Spam that the score has not seen, each with words of its own."""
    pages, texts = cycle(_pages()), cycle(_texts()[LEARNT:])
    return [
        Post(f"198.18.{n % ADDRESSES // 250}.{n % 250}", next(pages).pk, f"{next(texts)}\n{n}")
        for n in range(POSTS)
    ]


def _readers_posts() -> list[Post]:
    pages, texts = cycle(_pages()), cycle(_texts(good=True)[LEARNT:])
    return [
        Post(f"203.0.113.{n}", next(pages).pk, f"{next(texts)}\n{n}")
        for n in range(POSTS // A_READER_EVERY)
    ]


def _texts(*, good: bool = False) -> list[str]:
    known = without_websites(labelled_comments())
    return [each.written.text for each in known if each.is_spam is not good]


def _pages() -> Sequence[ArticlePage]:
    return ArticlePage.objects.filter(url_path__contains="/flooded/").order_by("pk")


def _cookie_of_a_moderator() -> str:
    client = Client()
    client.force_login(User.objects.get(username="moderator"))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _seconds_until_taken(page: ArticlePage) -> float:
    """What the buckets of the page and of its site say to somebody from a network of their own."""
    waits = [0.0]
    for limit, pk in ((OF_A_PAGE, page.pk), (OF_A_SITE, page.get_site().pk)):
        bucket = Bucket.objects.filter(key=hash_of(limit.key.format(pk))).first()
        if bucket:
            spent = bucket.full_at - time.time()
            waits.append(spent + limit.seconds / limit.capacity - limit.seconds)
    return max(waits)


def _rows() -> dict[str, int]:
    return {"comments": Comment.objects.count(), "buckets": Bucket.objects.count()}


def _megabytes(folder: Path) -> float:
    """Of the database's file, once what was written beside it is in it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (folder / "db.sqlite3").stat().st_size / 1e6
