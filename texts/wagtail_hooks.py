"""What the daily texts add to the Wagtail admin: a menu, their pages, a panel."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, re_path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from texts.admin import calendar, counter, log, readers, statistics, trying
from texts.admin.books import ConsentLedger, RepliesView
from texts.admin.dashboard import TextsPanel
from texts.admin.menu import TextsGroup
from texts.admin.policy import (
    ALL,
    EXPORT_CONSENTS,
    SEE_READERS,
    WRITE,
    OnePermissionPolicy,
)
from texts.models import ConsentEvent, DailyText, ReceivedReply, SeriesText, Subscriber

# Before the viewsets ask for them.
for written in (DailyText, SeriesText):
    register_permission_policy(
        written, OnePermissionPolicy(written, WRITE, ["add", "change", "delete", "view"])
    )
for seen, permission in (
    (Subscriber, SEE_READERS),
    (ReceivedReply, SEE_READERS),
    (ConsentEvent, EXPORT_CONSENTS),
):
    register_permission_policy(seen, OnePermissionPolicy(seen, permission, ["view"]))
register_snippet(TextsGroup)

hooks.register("register_log_actions", log.register)


@hooks.register("register_admin_urls")
def texts_urls() -> list[URLPattern]:
    of_reader = "texts/readers/<int:pk>/"
    return [
        path("texts/calendar/", calendar.month, name="texts_calendar"),
        path("texts/measure/", counter.measured, name="texts_measure"),
        re_path(
            r"^texts/try/(?P<model>dailytext|seriestext)/(?P<pk>\d+)/$",
            trying.try_text,
            name="texts_try",
        ),
        path("texts/numbers/", statistics.statistics, name="texts_statistics"),
        *_report("texts/readers/", readers.ReadersView),
        path("texts/readers/find/", readers.find, name="texts_find"),
        path(of_reader, readers.reader, name="texts_reader"),
        path(f"{of_reader}stop/", readers.stop_reader, name="texts_stop_reader"),
        path(f"{of_reader}erase/", readers.erase_reader, name="texts_erase_reader"),
        *_report("texts/consents/", ConsentLedger),
        *_report("texts/replies/", RepliesView),
    ]


def _report(base: str, view: Any) -> list[URLPattern]:
    return [
        path(base, view.as_view(), name=view.index_url_name),
        path(f"{base}results/", view.as_view(results_only=True), name=view.index_results_url_name),
    ]


@hooks.register("construct_homepage_panels")
def texts_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(TextsPanel())


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="texts", codename__in=ALL)
