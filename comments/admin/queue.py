"""The list of comments: what waits first, with buttons, keys and filters to work it off."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.views.snippets import IndexView

from cms.spreadsheets import HarmlessExport
from comments.admin.columns import (
    CommentTable,
    NameColumn,
    PageColumn,
    ScoreColumn,
    StatusColumn,
    WordsColumn,
)
from comments.admin.deciding import DECISIONS, counts_by_status
from comments.admin.filters import STATUSES, searched
from comments.admin.look import MODERATION_CSS
from comments.admin.policy import comments_to_moderate, may_see_addresses
from comments.admin.seen import now_as_text
from comments.models import Comment


class QueueView(HarmlessExport, IndexView):
    """By ascending score, what is likely good comes first: so ten thousand of them stay readable."""

    table_class = CommentTable
    default_ordering = "-created_at"
    list_display = [
        WordsColumn("text", label=_("Comment"), classname="comment-words"),
        NameColumn("name", label=_("Name"), sort_key="name"),
        PageColumn("page", label=_("Page"), sort_key="page__title"),
        StatusColumn("status", label=_("Status")),
        ScoreColumn("score", label=_("Like spam"), sort_key="score"),
        DateColumn("created_at", label=_("Sent"), sort_key="created_at"),
    ]
    is_searchable = True
    list_export = ["created_at", "status", "name", "text", "page.title", "score", "remark"]
    export_headings = {"page.title": _("Page")}
    export_filename = "comments"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if may_see_addresses(request.user):
            self.list_export = [*self.list_export, "email"]

    def get_base_queryset(self) -> QuerySet[Comment]:
        return comments_to_moderate().select_related("page", "page__locale")

    @cached_property
    def active_filters(self) -> list[Any]:
        """The status has tabs; it need not be told twice."""
        status = self.filters.form["status"].auto_id
        return [each for each in super().active_filters if each.auto_id != status]

    def search_queryset(self, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        if not self.is_searching:
            return queryset
        return searched(queryset, self.search_query, self.request.user)

    def order_queryset(self, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        """What has no score stands last, whatever the database thinks, and no two comments change places."""
        wanted = F(self.ordering.removeprefix("-"))
        if self.ordering.startswith("-"):
            return queryset.order_by(wanted.desc(nulls_last=True), "-pk")
        return queryset.order_by(wanted.asc(nulls_last=True), "pk")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return {
            **context,
            "media": context["media"] + MODERATION_CSS,
            "tabs": self._tabs(),
            "decisions": DECISIONS,
            "seen_at": now_as_text(),
        }

    def _tabs(self) -> list[dict[str, Any]]:
        """One for each status, with the number of comments that have it."""
        counts = counts_by_status()
        shown = self.filters.form["status"].value()
        return [
            {
                "status": status,
                "label": label,
                "count": counts[status],
                "is_shown": status == shown,
            }
            for status, label in STATUSES
        ]
