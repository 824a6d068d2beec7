"""The admin's report "Page views": what was read most in the last thirty days."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from stats.counting import first_day_of

DAYS: Final = 30
#: Who may do any of this with a page may know how often it is read.
PERMISSIONS: Final = ["add", "change", "publish"]


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


class PageViewsReport(ReportView):
    """Pages that this person works on, the most read first; no page that nobody has read."""

    model = Page
    page_title = _("Page views")
    page_subtitle = _("Last 30 days")
    header_icon = "view"
    index_url_name = "page_views_report"
    index_results_url_name = "page_views_report_results"
    any_permission_required = PERMISSIONS
    columns = [
        TitleColumn("title", label=_("Title"), get_url=edit_url),
        Column("page_type_display_name", label=_("Type")),
        NumberColumn("times", label=_("Views")),
    ]
    list_export = ["title", "page_type_display_name", "times"]
    export_headings = {
        "title": _("Title"),
        "page_type_display_name": _("Type"),
        "times": _("Views"),
    }

    @cached_property
    def permission_policy(self) -> Any:
        return policy_registry.get_by_type(Page)

    def get_filename(self) -> str:
        return "page-views"

    def get_base_queryset(self) -> QuerySet[Page]:
        pages = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, PERMISSIONS
        )
        read = pages.filter(views__day__gte=first_day_of(DAYS))
        return read.annotate(times=Sum("views__count")).order_by("-times", "-pk")


class PageViewsMenuItem(MenuItem):
    """In the menu for whom the report has anything."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_any_permission(request.user, PERMISSIONS))
