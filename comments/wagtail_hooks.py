"""What comments add to the Wagtail admin: the queue, bulk actions, a panel, a report, a reader's data."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from comments.admin import known_of_address, log, page_deletion
from comments.admin.bulk import ApproveComments, DeleteComments, RejectComments, SpamComments
from comments.admin.dashboard import WaitingCommentsPanel
from comments.admin.policy import ModeratorsPolicy
from comments.admin.report import CommentsReport, CommentsReportMenuItem
from comments.admin.viewset import CommentViewSet
from comments.models import Comment

# Before the viewset asks for it.
register_permission_policy(Comment, ModeratorsPolicy(Comment))
register_snippet(CommentViewSet)

for action in (ApproveComments, RejectComments, SpamComments, DeleteComments):
    # After Wagtail's own, whose place one of them takes.
    hooks.register("register_bulk_action", action, order=10)


@hooks.register("construct_homepage_panels")
def waiting_comments_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingCommentsPanel())


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    view, results = CommentsReport.as_view(), CommentsReport.as_view(results_only=True)
    return [
        path("reports/comments/", view, name="comments_report"),
        path("reports/comments/results/", results, name="comments_report_results"),
    ]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return CommentsReportMenuItem(
        _("Comments"),
        reverse("comments_report"),
        name="comments-report",
        icon_name="comment",
        order=645,
    )


@hooks.register("register_admin_urls")
def known_of_address_urls() -> list[URLPattern]:
    base = "reports/known-of-address/"
    return [
        path(base, known_of_address.look, name="known_of_address"),
        path(f"{base}download/", known_of_address.download, name="download_known_of_address"),
        path(f"{base}erase/", known_of_address.erase_all, name="erase_address"),
    ]


@hooks.register("register_reports_menu_item")
def known_of_address_menu_item() -> MenuItem:
    return known_of_address.KnownOfAddressMenuItem(
        _("Data of a reader"),
        reverse("known_of_address"),
        name="known-of-address",
        icon_name="user",
        order=646,
    )


hooks.register("before_delete_page", page_deletion.warn)
hooks.register("register_log_actions", log.register)
