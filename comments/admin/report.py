"""The admin's report "Comments": how many came, what became of them, and how long readers waited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.functional import cached_property
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from cms.spreadsheets import HarmlessExport
from comments.admin.policy import may_moderate
from comments.models import Comment, Status

DAYS, MONTHS = 31, 12
BY_DAY: Final = "day"

#: When a comment came, what it is, and when that was decided.
Row = tuple[datetime, str, datetime | None]


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a day, and the readers' comments that came in it as they stand now."""

    name: str
    received: int
    approved: int
    rejected: int
    spam: int
    #: Half of them were decided sooner; None where nobody has decided on any.
    waited: timedelta | None

    @property
    def spam_share(self) -> str:
        return f"{self.spam / self.received:.0%}"

    @property
    def waited_words(self) -> str:
        if self.waited is None:
            return ""
        now = timezone.now()
        return timesince(now - self.waited, now, depth=1)

    @property
    def hours_waited(self) -> float | None:
        return None if self.waited is None else round(self.waited.total_seconds() / 3600, 2)


def period_of(name: str, rows: list[Row]) -> Period:
    statuses = [status for _came, status, _decided in rows]
    waited = [(decided - came).total_seconds() for came, _status, decided in rows if decided]
    return Period(
        name=name,
        received=len(rows),
        approved=statuses.count(Status.APPROVED),
        rejected=statuses.count(Status.REJECTED),
        spam=statuses.count(Status.SPAM),
        waited=timedelta(seconds=median(waited)) if waited else None,
    )


class CommentsReport(HarmlessExport, ReportView):
    """By month, or by day (``?by=day``); the latest first; nothing of it names anybody."""

    model = Comment
    page_title = gettext_lazy("Comments")
    header_icon = "comment"
    index_url_name = "comments_report"
    index_results_url_name = "comments_report_results"
    any_permission_required = ["view"]
    columns = [
        Column("name", label=gettext_lazy("Received in")),
        NumberColumn("received", label=gettext_lazy("Received")),
        NumberColumn("approved", label=gettext_lazy("Approved")),
        NumberColumn("rejected", label=gettext_lazy("Rejected")),
        NumberColumn("spam", label=gettext_lazy("Spam")),
        Column("spam_share", label=gettext_lazy("Share of spam")),
        Column("waited_words", label=gettext_lazy("Median time until decided")),
    ]
    list_export = ["name", "received", "approved", "rejected", "spam", "spam_share", "hours_waited"]
    export_headings = {
        **{column.name: column.label for column in columns},
        "hours_waited": gettext_lazy("Median hours until decided"),
    }

    @cached_property
    def is_by_day(self) -> bool:
        return self.request.GET.get("by") == BY_DAY

    def get_page_subtitle(self) -> str:
        return _("Last 31 days") if self.is_by_day else _("Last 12 months")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse(self.index_url_name)
        if self.is_by_day:
            return [HeaderButton(_("By month"), url, icon_name="calendar-alt")]
        return [HeaderButton(_("By day"), f"{url}?by={BY_DAY}", icon_name="calendar-alt")]

    def get_filename(self) -> str:
        return "comments-report"

    def get_queryset(self) -> list[Period]:
        """Grouped here, as SQLite knows no median; three columns of a year are little."""
        received = Comment.objects.filter(is_from_practice=False, created_at__gte=self._start())
        periods: dict[date, list[Row]] = {}
        for row in received.values_list("created_at", "status", "decided_at").iterator():
            periods.setdefault(self._first_day(row[0]), []).append(row)
        latest_first: Iterable[date] = sorted(periods, reverse=True)
        return [period_of(self._name(first), periods[first]) for first in latest_first]

    def _start(self) -> datetime:
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        if self.is_by_day:
            return today - timedelta(days=DAYS - 1)
        months = today.year * 12 + today.month - MONTHS
        return today.replace(year=months // 12, month=months % 12 + 1, day=1)

    def _first_day(self, moment: datetime) -> date:
        day = timezone.localdate(moment)
        return day if self.is_by_day else day.replace(day=1)

    def _name(self, first: date) -> str:
        return first.isoformat() if self.is_export or self.is_by_day else format_date(first, "F Y")


class CommentsReportMenuItem(MenuItem):
    """In the menu for whom it concerns."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_moderate(request.user)
