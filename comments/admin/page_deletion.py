"""Tells who is about to delete a page how many comments go with it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from comments.models import Comment, Status


def warn(request: HttpRequest, page: Page) -> None:
    """On the page that asks whether it is meant; all that Wagtail deletes along is counted."""
    if request.method == "POST":
        return
    gone = Comment.objects.exclude(status=Status.REMOVED).filter(page__path__startswith=page.path)
    if number := gone.count():
        text = ngettext(
            "%(n)d comment of readers is deleted along with it, for good.",
            "%(n)d comments of readers are deleted along with it, for good.",
            number,
        )
        messages.warning(request, text % {"n": number})
