"""Readers of the demo: how often its articles and episodes were read in the last weeks."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage
from podcast.models import EpisodePage
from stats.models import PageViews

DAYS = 28
#: Views of the best-loved page on a good day.
MOST_VIEWS = 40


def add_page_views() -> None:
    """Let every article and episode be read, some much more than others, the same in every demo."""
    chance = Random("larkmoss")  # noqa: S311 (Nobody is to be kept from guessing it.)
    pages = [*ArticlePage.objects.order_by("slug"), *EpisodePage.objects.order_by("slug")]
    chance.shuffle(pages)
    PageViews.objects.bulk_create(
        views
        for rank, page in enumerate(pages)
        for views in _views_of(page, MOST_VIEWS // (rank + 1) + 3, chance)
    )


def _views_of(page: Page, usual: int, chance: Random) -> list[PageViews]:
    today = timezone.localdate()
    counts = ((ago, chance.randint(usual // 2, usual)) for ago in range(DAYS))
    return [
        PageViews(page=page, day=today - timedelta(days=ago), count=count) for ago, count in counts
    ]
