"""Lets readers of the demo comment as they would: each from a place of their own, and moderated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from comments.deciding import decide
from comments.models import Comment, CommentSettings, Status
from comments.submitting import Words, reply_as_practice, submit
from demo.content.comments import TALKS
from demo.content.types import Remark

#: How long a moderator of the demo takes.
DECIDED_AFTER = timedelta(hours=3)


def add_comments(site: Site) -> None:
    """Under the pages that ``demo.content.comments`` names, which are published."""
    settings = CommentSettings.for_site(site)
    # For examples alone (RFC 5737), and one for each, as no place may send so many at once.
    networks = (f"192.0.2.{number}" for number in range(1, 255))
    for talk in TALKS:
        page = Page.objects.descendant_of(site.root_page).get(slug=talk.page).specific
        for remark in talk.remarks:
            _say(remark, None, page, settings, networks)


def _say(
    remark: Remark,
    parent: Comment | None,
    page: Page,
    settings: CommentSettings,
    networks: Iterator[str],
) -> None:
    """Store ``remark`` and all that answers it."""
    if parent and not remark.email:
        comment = reply_as_practice(parent=parent, text=remark.text, name=remark.name, user=None)
        _put_back(comment, remark, decided_after=timedelta())
    else:
        words = Words(remark.name, remark.email, remark.text)
        comment = submit(
            page=page, parent=parent, words=words, settings=settings, network=next(networks)
        )
        decide([comment], Status(remark.status), None)
        _put_back(comment, remark, decided_after=DECIDED_AFTER)
    for reply in remark.replies:
        _say(reply, comment, page, settings, networks)


def _put_back(comment: Comment, remark: Remark, *, decided_after: timedelta) -> None:
    """To when it was said: the services know of no time but now."""
    said = timezone.now() - timedelta(days=remark.days_ago)
    moments: dict[str, Any] = {"created_at": said}
    if remark.status != Status.PENDING:
        moments["decided_at"] = said + decided_after
    Comment.objects.filter(pk=comment.pk).update(**moments)
