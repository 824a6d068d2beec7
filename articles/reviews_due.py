"""The admin's report of health texts that somebody should read again with fresh eyes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.models import ArticlePage

#: How long before a review is due it is listed.
NOTICE: Final = timedelta(days=60)
#: Whom it concerns: who has one of these permissions for some page.
CONCERNED: Final = ["change", "publish"]


class ReviewsDueView(PageReportView):
    """Published health texts whose review is due soon, overdue, or has never been; the worst first."""

    page_title = _("Reviews due")
    header_icon = "calendar-check"
    results_template_name = "articles/admin/reviews_due_results.html"
    index_url_name = "reviews_due"
    index_results_url_name = "reviews_due_results"
    list_export = ["title", "reviewed_by", "reviewed_on", "review_due"]
    export_headings = {
        "reviewed_by": _("Reviewed by"),
        "reviewed_on": _("Reviewed on"),
        "review_due": _("Review due"),
    }
    any_permission_required = CONCERNED

    def get_queryset(self) -> Any:
        mine = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, CONCERNED
        )
        due = Q(review_due__lte=timezone.localdate() + NOTICE)
        never = Q(reviewed_on__isnull=True) | Q(reviewed_by__isnull=True)
        texts = ArticlePage.objects.live().filter(
            due | never, health_text=True, pk__in=mine.values("pk")
        )
        self.queryset = (
            texts.select_related("reviewed_by", "content_type")
            .prefetch_workflow_states()
            .annotate_approved_schedule()
            .order_by(F("review_due").asc(nulls_first=True), "title", "pk")
        )
        return super().get_queryset()


class ReviewsDueMenuItem(MenuItem):
    """In the menu for whom it concerns."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return policy.user_has_any_permission(request.user, CONCERNED)
