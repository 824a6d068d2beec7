"""Makes a demo site big: thousands of episodes and articles in seconds, for tests of load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from articles.models import ArticleIndexPage, ArticlePage, ArticleTag
from podcast.feeds import touch_feeds
from podcast.models import EpisodePage, Show

BATCH = 500

AnyPage = TypeVar("AnyPage", bound=Page)


def add_episodes(show: Show, number: int) -> None:
    """Add ``number`` episodes to ``show``, sharing the recordings of those it has."""
    patterns = list(show.episodes.filter(number__isnull=False))
    first = _next_step(show)

    def episode(n: int) -> EpisodePage:
        pattern = patterns[n % len(patterns)]
        return EpisodePage(
            title=f"{pattern.title} ({n})",
            slug=f"episode-{n}",
            season=1 + n // 50,
            number=1 + n % 50,
            summary=pattern.summary,
            show_notes=pattern.show_notes,
            recording=pattern.recording,
            first_published_at=timezone.now() - timedelta(days=365, hours=n),
        )

    add_children(show, episode, range(first, first + number))
    touch_feeds(Show.objects.filter(pk=show.pk))


def add_articles(index: ArticleIndexPage, number: int) -> None:
    """Add ``number`` articles to ``index``, with the texts, pictures and tags of those it has."""
    patterns = list(index.articles)
    tags = {pattern.pk: list(pattern.tags.all()) for pattern in patterns}
    first = _next_step(index)

    def article(n: int) -> ArticlePage:
        pattern = patterns[n % len(patterns)]
        written = timezone.now() - timedelta(days=365, hours=n)
        page = ArticlePage(
            title=f"{pattern.title} ({n})",
            slug=f"article-{n}",
            category=pattern.category,
            author=pattern.author,
            date=timezone.localdate(written),
            excerpt=pattern.lead,
            hero=pattern.hero,
            body=pattern.body,
            first_published_at=written,
        )
        page.tagged_items.add(*(ArticleTag(tag=tag) for tag in tags[pattern.pk]))
        return page

    add_children(index, article, range(first, first + number))


def add_children(parent: Page, make: Callable[[int], AnyPage], numbers: range) -> None:
    """Write pages straight into the tables: Wagtail's way takes a dozen queries for each.

    ``numbers`` are the pages' places among the parent's children, from ``_next_step`` on.
    """
    for start in range(0, len(numbers), BATCH):
        batch = [_placed(make(n), parent, n) for n in numbers[start : start + BATCH]]
        with transaction.atomic():
            _insert(batch)
            ArticleTag.objects.bulk_create(_tags_of(batch))
            Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(batch))
        get_search_backend().add_bulk(type(batch[0]), batch)


def _tags_of(pages: Iterable[Page]) -> Iterator[ArticleTag]:
    for page in pages:
        if isinstance(page, ArticlePage):
            yield from page.tagged_items.all()


def _next_step(parent: Page) -> int:
    """The number of the next child in the tree's own count, which never gives one out twice."""
    last = parent.get_last_child()
    return int(last.path[-last.steplen :], len(last.alphabet)) + 1 if last else 1


def _placed(page: AnyPage, parent: Page, step: int) -> AnyPage:
    page.path = parent._get_path(parent.path, parent.depth + 1, step)
    page.depth = parent.depth + 1
    page.url_path = f"{parent.url_path}{page.slug}/"
    page.draft_title = page.title
    page.locale_id = parent.locale_id
    page.content_type = ContentType.objects.get_for_model(type(page))
    page.last_published_at = page.first_published_at
    return page


def _insert(pages: list[AnyPage]) -> None:
    columns = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in columns}) for page in pages]
    for page, row in zip(pages, Page.objects.bulk_create(rows), strict=True):
        page.pk = page.id = row.pk
        # Raw: only the row of the page's own table, since its Page row is written.
        page.save_base(raw=True, force_insert=True)
