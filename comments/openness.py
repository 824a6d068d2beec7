"""Whether readers may comment on a page now: the page, its site and the time that has passed decide."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from comments.models import Commented, CommentSettings


def takes_comments(page: Page, settings: CommentSettings) -> bool:
    """Of a specific page; who may see it at all is asked elsewhere."""
    return welcomes_comments(page, settings) and not _is_too_old(page, settings)


def welcomes_comments(page: Page, settings: CommentSettings) -> bool:
    """Whether its editor and its site want comments, be it too late for new ones: time changes nothing."""
    return isinstance(page, Commented) and page.comments_open and settings.are_open


def _is_too_old(page: Page, settings: CommentSettings) -> bool:
    if settings.closed_after_days is None or page.first_published_at is None:
        return False
    return page.first_published_at + timedelta(days=settings.closed_after_days) <= timezone.now()
