"""Forgets what is no longer needed of readers, and answers whoever asks what we know of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils import timezone

from comments.models import Comment, CommentVersion, ReplyAlert, Status
from comments.models.comments import CommentQuerySet
from comments.own import remove
from comments.senders import forget_former_salts
from comments.spam.learning import forget_their_own


def forget_old(*, address_days: int, spam_days: int) -> dict[str, int]:
    """Forget addresses, marks and former words after ``address_days``, what was turned down after ``spam_days``.

    An address stays while its owner, who has confirmed it, is told of replies. Comments that are
    shown stay with name and text. What is turned down is kept from then on, so that the decision can be
    taken back. Returns how many rows each of it concerned.
    """
    now = timezone.now()
    old, turned_down = now - timedelta(days=address_days), now - timedelta(days=spam_days)
    forget_former_salts()
    ReplyAlert.objects.filter(comment__created_at__lt=turned_down, confirmed_at=None).delete()
    return {
        "comments": _delete_turned_down(turned_down),
        "addresses": _forget_addresses(old),
        "versions": CommentVersion.objects.filter(replaced_at__lt=old).delete()[0],
    }


def known_of(email: str) -> list[dict[str, Any]]:
    """All that is stored with ``email``, as plain values: the right of access (GDPR article 15)."""
    return [_as_values(comment) for comment in stored_with(email).order_by("pk")]


def stored_with(email: str) -> CommentQuerySet:
    """The comments with ``email``, whatever its case, with all that belongs to them."""
    return _of(email).select_related("page", "alert").prefetch_related("versions")


@transaction.atomic
def erase(email: str) -> int:
    """Remove all comments with ``email``; what was answered leaves its place. Returns how many."""
    theirs = list(_of(email).select_for_update())
    for comment in theirs:
        remove(comment)
    return len(theirs)


def _of(email: str) -> CommentQuerySet:
    known = Comment.objects.exclude(email="")
    return known.filter(email__iexact=email.strip())


@transaction.atomic
def _delete_turned_down(before: Any) -> int:
    """An answer that can still be read needs the place of what it answers, so the words alone go."""
    answered = Exists(Comment.objects.filter(parent=OuterRef("pk")))
    turned_down = Comment.objects.filter(status__in=[Status.SPAM, Status.REJECTED])
    old = turned_down.alias(since=Coalesce("decided_at", "created_at")).filter(since__lt=before)
    for comment in old.filter(answered):
        remove(comment)
    alone = list(old)
    forget_their_own(alone)
    Comment.objects.filter(pk__in=[comment.pk for comment in alone]).delete()
    return len(alone)


def _forget_addresses(before: Any) -> int:
    old = Comment.objects.filter(created_at__lt=before)
    told = Exists(ReplyAlert.objects.filter(comment=OuterRef("pk"), confirmed_at__isnull=False))
    old.exclude(sender="", returning="").update(sender="", returning="")
    return old.exclude(email="").exclude(told).update(email="")


def _as_values(comment: Comment) -> dict[str, Any]:
    alert = getattr(comment, "alert", None)
    return {
        "page": comment.page.title,
        "name": comment.name,
        "email": comment.email,
        "website": comment.website,
        "text": comment.text,
        "status": comment.status,
        "sent": comment.created_at.isoformat(),
        "edited": comment.edited_at and comment.edited_at.isoformat(),
        "like_spam": comment.score,
        "remark": comment.remark,
        "mark_of_network": comment.sender,
        "mark_of_browser": comment.returning,
        "former": [
            {"name": version.name, "text": version.text, "until": version.replaced_at.isoformat()}
            for version in comment.versions.all()
        ],
        "replies_by_email": bool(alert and alert.confirmed_at),
    }
