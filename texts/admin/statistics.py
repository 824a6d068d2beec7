"""What went out on each day, what became of it, what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import user_passes_test
from wagtail.models import Site

from texts.admin.policy import has_any
from texts.models import Act, ConsentEvent, Kind, Message, State, Subscriber, TextSettings
from texts.models.messages import ACCEPTED

DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Sums:
    """Of the mornings' texts that were planned in some time, and of sign-ups and stops; ``parts`` are of all messages."""

    sent: int
    delivered: int
    failed: int
    unknown: int
    waiting: int
    parts: int
    asked: int
    confirmed: int
    stopped: int

    @property
    def confirmed_share(self) -> str:
        """Few who confirm among many who ask: somebody has us send codes."""
        return f"{self.confirmed / self.asked:.0%}" if self.asked else ""


#: Of the mornings' texts; codes and answers cost parts as well, but are no texts that readers wait for.
_MORNING: Final = Q(kind__in=[Kind.DAILY, Kind.SERIES])
_COUNTS: Final = {
    "sent": Count("pk", filter=_MORNING & Q(state__in=ACCEPTED)),
    "delivered": Count("pk", filter=_MORNING & Q(state=State.DELIVERED)),
    "failed": Count("pk", filter=_MORNING & Q(state=State.FAILED)),
    "unknown": Count("pk", filter=_MORNING & Q(state=State.UNKNOWN)),
    "waiting": Count("pk", filter=_MORNING & Q(state__in=[State.QUEUED, State.SENDING])),
    "parts": Sum("parts", filter=Q(state__in=ACCEPTED)),
}
_ACTS: Final = {
    "asked": Count("pk", filter=Q(act=Act.ASKED)),
    "confirmed": Count("pk", filter=Q(act=Act.CONFIRMED)),
    "stopped": Count("pk", filter=Q(act=Act.STOPPED)),
}


def sums_since(start: datetime) -> Sums:
    """All together."""
    messages = Message.objects.exclude(kind=Kind.TEST).filter(created_at__gte=start)
    acts = ConsentEvent.objects.filter(at__gte=start)
    return _sums({**messages.aggregate(**_COUNTS), **acts.aggregate(**_ACTS)})


def sums_by_day(start: datetime) -> list[tuple[date, Sums]]:
    """Latest first; days without anything are left out. Two queries."""
    messages = Message.objects.exclude(kind=Kind.TEST).filter(created_at__gte=start)
    by_day = (
        messages.annotate(day=TruncDate("created_at")).values("day").annotate(**_COUNTS).order_by()
    )
    acts = ConsentEvent.objects.filter(at__gte=start)
    acts_by_day = acts.annotate(day=TruncDate("at")).values("day").annotate(**_ACTS).order_by()
    rows: dict[date, dict[str, int | None]] = {}
    for row in (*by_day, *acts_by_day):
        rows.setdefault(row["day"], {}).update(row)
    return [(day, _sums(rows[day])) for day in sorted(rows, reverse=True)]


def _sums(row: dict[str, int | None]) -> Sums:
    return Sums(**{name: row.get(name) or 0 for name in Sums.__dataclass_fields__})


@require_safe
@user_passes_test(has_any)
def statistics(request: HttpRequest) -> HttpResponse:
    start = timezone.localtime().replace(hour=0, minute=0, second=0) - timedelta(days=DAYS - 1)
    settings = TextSettings.for_site(Site.find_for_request(request))
    days = [
        (day, sums, f"{sums.parts * settings.price:.2f}" if settings.price is not None else "")
        for day, sums in sums_by_day(start)
    ]
    context = {
        "header_title": _("Daily texts in numbers"),
        "header_icon": "table",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("texts_statistics"), "label": _("Daily texts in numbers")},
        ],
        "days": days,
        "currency": settings.currency,
        "readers": Subscriber.objects.active().count(),
    }
    return render(request, "texts/admin/statistics.html", context)
