"""What is read most now: the views of the last days, of which the latest count most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, Sum, Value, When
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.models import BasePageQuerySet
from stats.counting import first_day_of
from stats.models import PageViews

DAYS: Final = 7


def trending(root: Page, kinds: Sequence[str], *, limit: int) -> list[Page]:
    """Pages of these ``kinds`` (labels of models) below ``root``, the most read first.

    A view counts seven times today, six times yesterday, and so on. Where fewer than ``limit`` pages
    were read at all, the newest ones follow. Only pages that are public now; at most four queries.
    """
    pages = _pages(root, kinds)
    most_read = _most_read(pages, limit)
    missing = limit - len(most_read)
    if not missing:
        return most_read
    others = pages.exclude(pk__in=[page.pk for page in most_read])
    return [
        *most_read,
        *others.order_by(F("first_published_at").desc(nulls_last=True), "-pk")[:missing],
    ]


def _pages(root: Page, kinds: Sequence[str]) -> PageQuerySet:
    # Django remembers content types, so this asks once in a process.
    types = ContentType.objects.get_for_models(*map(apps.get_model, kinds)).values()
    pages = BasePageQuerySet(Page).public_now().descendant_of(root)
    return pages.filter(content_type__in=[each.pk for each in types])


def _most_read(pages: PageQuerySet, limit: int) -> list[Page]:
    first = first_day_of(DAYS)
    weight = Case(
        *(When(day=first + timedelta(days=age), then=Value(age + 1)) for age in range(DAYS)),
        default=Value(0),
    )
    ranks = (
        PageViews.objects.filter(day__gte=first, page__in=pages.values("pk"))
        .values("page")
        .annotate(score=Sum(F("count") * weight))
        .filter(score__gt=0)
        .order_by("-score", "-page")
    )
    keys = list(ranks.values_list("page", flat=True)[:limit])
    found = pages.in_bulk(keys)
    return [found[key] for key in keys if key in found]
