"""Adds to the counts, and forgets old ones."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from stats.models import PageViews


def count_view(page_id: int) -> None:
    """Add one to today's views of the page; no view is lost where many come at once."""
    today = timezone.localdate()
    if _add_one(page_id, today):
        return
    try:
        with transaction.atomic():
            PageViews.objects.create(page_id=page_id, day=today, count=1)
    except IntegrityError:
        # Another reader was the first one today. (Or the page has just been deleted: then no row is left.)
        _add_one(page_id, today)


def forget_before(day: date) -> int:
    """Delete what was counted before ``day``; returns how many rows went."""
    deleted, _by_model = PageViews.objects.filter(day__lt=day).delete()
    return deleted


def first_day_of(days: int) -> date:
    """The first of the last ``days`` days, today being the last of them."""
    return timezone.localdate() - timedelta(days=days - 1)


def _add_one(page_id: int, day: date) -> bool:
    views = PageViews.objects.filter(page=page_id, day=day)
    return bool(views.update(count=F("count") + 1))
