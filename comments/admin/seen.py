"""When a moderator saw the words on which they decide: they may be others by the time the decision comes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models import Comment

FIELD: Final = "seen_at"
CHANGED_SINCE: Final = _("Its author has changed it since. Please read it again.")


def now_as_text() -> str:
    """The present moment as a form carries it: seconds since 1970."""
    return f"{timezone.now().timestamp():.6f}"


def seen_at_of(request: HttpRequest) -> datetime | None:
    """What the form says; None where it says nothing that could be true."""
    return moment_of(request.POST.get(FIELD, ""))


def moment_of(text: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(text), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def has_changed_since(comment: Comment, seen_at: datetime | None) -> bool:
    return bool(seen_at and comment.edited_at and comment.edited_at > seen_at)
