"""The month of daily texts: what is written, what is missing."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import user_passes_test
from wagtail.models import Site

from texts.admin.policy import may_write
from texts.models import DailyText


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of the month."""

    date: date
    is_other_month: bool
    is_today: bool
    is_past: bool
    texts: list[DailyText]


@require_safe
@user_passes_test(may_write)
def month(request: HttpRequest) -> HttpResponse:
    """``?month=2026-12``; whatever else is said there shows the present month."""
    today = timezone.localdate()
    first = _first_of(request.GET.get("month", ""), today)
    # Django counts from Sunday, Python from Monday.
    weekday = (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7
    dates = Calendar(weekday).monthdatescalendar(first.year, first.month)
    texts = _texts_of(request, dates[0][0], dates[-1][-1])
    weeks = [
        [
            Day(day, day.month != first.month, day == today, day < today, texts.get(day, []))
            for day in week
        ]
        for week in dates
    ]
    return render(
        request,
        "texts/admin/calendar.html",
        {
            "header_title": _("Calendar of daily texts"),
            "header_icon": "calendar-alt",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": reverse("texts_daily:list"), "label": _("Daily texts")},
                {"url": reverse("texts_calendar"), "label": _("Calendar")},
            ],
            "weeks": weeks,
            "weekdays": [WEEKDAYS[(weekday + number) % 7] for number in range(7)],
            "first": first,
            "before": _moved(first, -1),
            "after": _moved(first, 1),
            "drafts": DailyText.objects.filter(day=None).order_by("-pk")[:20],
            "add_url": reverse("texts_daily:add"),
        },
    )


def _texts_of(request: HttpRequest, start: date, end: date) -> dict[date, list[DailyText]]:
    texts: dict[date, list[DailyText]] = {}
    site = Site.find_for_request(request)
    written = DailyText.objects.filter(day__range=(start, end)).order_by("day", "pk")
    # The site's own language first.
    for text in sorted(written, key=lambda each: each.language != django_settings.LANGUAGE_CODE):
        if text.day and (site is None or text.site_id == site.pk):
            texts.setdefault(text.day, []).append(text)
    return texts


def _first_of(named: str, today: date) -> date:
    try:
        first = date.fromisoformat(f"{named}-01")
    except ValueError:
        return today.replace(day=1)
    # Calendars need the months beside it, too.
    return first if 1900 < first.year < 2200 else today.replace(day=1)


def _moved(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
