"""What is read most now: the views of the last days, of which the latest count most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.models import BasePageQuerySet
from stats.counting import first_day_of
from stats.models import PageViews

DAYS: Final = 7


def trending(root: Page, kinds: Sequence[str], *, limit: int) -> list[Page]:
    """Pages of these ``kinds`` (labels of models) below ``root``, the most read first.

    A view counts seven times today, six times yesterday, and so on. Where fewer than ``limit`` pages
    were read at all, the newest ones follow. Only pages that are public now; in one query.
    """
    pages = _pages(root, kinds)
    scores = _scores()
    most_read = scores.filter(page__in=pages.values("pk")).order_by("-score", "-page")
    newest = pages.order_by(F("first_published_at").desc(nulls_last=True), "-pk")
    either = Q(pk__in=most_read.values("page")[:limit]) | Q(pk__in=newest.values("pk")[:limit])
    score = Subquery(scores.filter(page=OuterRef("pk")).values("score"))
    found = Page.objects.filter(either).annotate(score=Coalesce(score, 0))
    # Those that nobody has read are in order by date already.
    in_order = found.order_by(F("first_published_at").desc(nulls_last=True), "-pk")
    return sorted(in_order, key=lambda page: (page.score, page.score and page.pk), reverse=True)[
        :limit
    ]


def _pages(root: Page, kinds: Sequence[str]) -> PageQuerySet:
    # Django remembers content types, so this asks once in a process.
    types = ContentType.objects.get_for_models(*map(apps.get_model, kinds)).values()
    pages = BasePageQuerySet(Page).public_now().descendant_of(root)
    return pages.filter(content_type__in=[each.pk for each in types])


def _scores() -> QuerySet[Any, dict[str, int]]:
    """How much each page was read lately, if it was at all."""
    first = first_day_of(DAYS)
    weight = Case(
        *(When(day=first + timedelta(days=age), then=Value(age + 1)) for age in range(DAYS)),
        default=Value(0),
    )
    views = PageViews.objects.filter(day__gte=first).order_by().values("page")
    return views.annotate(score=Sum(F("count") * weight)).filter(score__gt=0)
