"""Tells a moderator why a health text cannot be approved yet."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles.models import ReviewTask
from articles.models.review_task import points_of


def tell_before_editing(request: HttpRequest, page: Page) -> None:
    """On opening the editor: what is still open, since the button to approve is not there."""
    if request.method == "GET":
        what = _(
            "This health text cannot be approved yet. Mend this, save, and load the page again:"
        )
        _tell(request, page, what)


def tell_after_editing(request: HttpRequest, page: Page) -> None:
    """After pressing the button where what was saved with it takes the approval away."""
    if request.POST.get("workflow-action-name") == "approve":
        _tell(request, page, _("Your changes are saved, but the text was not approved."))


def _tell(request: HttpRequest, page: Page, what: str) -> None:
    task = page.current_workflow_task
    if not isinstance(task, ReviewTask) or not task.user_can_access_editor(page, request.user):
        return
    if points := points_of(page):
        listed = format_html_join("", "<li>{}</li>", ((point,) for point in points))
        messages.warning(request, format_html("{}<ul>{}</ul>", what, listed))
