"""What a health text still needs before it may be published, as sentences for the moderator."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from articles.models import ArticlePage

#: What a review is of. Who corrects a tag or a picture need not have the text reviewed again.
REVIEWED_FIELDS: Final = ("title", "excerpt", "body")


def open_points(article: ArticlePage) -> list[str]:
    """What keeps the latest draft of ``article`` from being approved; empty for other texts."""
    draft = article.get_latest_revision_as_object()
    if not draft.health_text:
        return []
    return [*_missing(draft), *_outdated(draft)]


def words_changed_on(article: ArticlePage) -> date | None:
    """The day since which the latest draft has said what it says; None without a revision."""
    since = words = None
    for revision in article.revisions.order_by("-created_at", "-pk").iterator(chunk_size=10):
        these = [revision.content.get(field) for field in REVIEWED_FIELDS]
        if words is not None and these != words:
            break
        words, since = these, revision.created_at
    return timezone.localdate(since) if since else None


def _missing(draft: ArticlePage) -> list[str]:
    points = []
    if not draft.reviewed_by:
        points.append(_("Nobody is named as its reviewer."))
    if not draft.reviewed_on:
        points.append(_("The day of the review is missing."))
    if not draft.sources:
        points.append(_("It names no source."))
    return points


def _outdated(draft: ArticlePage) -> list[str]:
    points = []
    changed = words_changed_on(draft)
    if draft.reviewed_on and changed and draft.reviewed_on < changed:
        points.append(_("The words have changed since the review."))
    if draft.is_review_overdue:
        points.append(_("The day on which it was to be reviewed again has passed."))
    return points
