"""What a reader may still do with a comment of their own, by the link that they were given."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone

from cms.throttle import Limit
from comments.deciding import edit, shown_words_changed
from comments.models import Comment, ReplyAlert, Status

EDITABLE_FOR: Final = timedelta(minutes=15)
#: The bucket of one comment: each change keeps the words before it, so machines must not fill a disk.
CHANGES: Final = Limit("changes of {}", 10, int(EDITABLE_FOR.total_seconds()))

_signer = Signer(salt="comments.own")


class TooLate(Exception):
    """The time to edit is over."""


class TooOften(Exception):
    """It was changed again and again."""


def token_of(comment: Comment) -> str:
    """What stands in the address by which the author comes back; nobody can make it up."""
    return _signer.sign(str(comment.pk))


def comment_of(token: str) -> Comment | None:
    """The comment of ``token``; None where it is forged, or the comment gone."""
    try:
        pk = _signer.unsign(token)
    except BadSignature:
        return None
    there = Comment.objects.exclude(status=Status.REMOVED)
    return there.select_related("page").filter(pk=pk).first()


def may_edit(comment: Comment) -> bool:
    return timezone.now() < comment.created_at + EDITABLE_FOR


@transaction.atomic
def edit_own(comment: Comment, *, name: str, text: str) -> None:
    """Replace the words; what has been approved waits again, for nobody has read the new ones.

    Raises TooLate after EDITABLE_FOR, TooOften beyond CHANGES.
    """
    if not may_edit(comment):
        raise TooLate
    if (name, text) == (comment.name, comment.text):
        return
    if not CHANGES.allow(comment.pk):
        raise TooOften
    if comment.is_approved:
        comment.status = Status.PENDING
        comment.save(update_fields=["status"])
        shown_words_changed(comment)
    edit(comment, name=name, text=text, user=None)


@transaction.atomic
def remove(comment: Comment) -> None:
    """Take the words and all that tells of their author away; what was answered leaves its place.

    Its place is needed by the answers alone, so without any the whole row goes.
    """
    was_shown = comment.is_approved
    if comment.replies.exists():
        comment.versions.all().delete()
        ReplyAlert.objects.filter(comment=comment).delete()
        comment.status = Status.REMOVED
        comment.name = comment.email = comment.website = comment.text = comment.remark = ""
        comment.sender = comment.returning = ""
        comment.save()
    else:
        Comment.objects.filter(pk=comment.pk).delete()
    if was_shown:
        shown_words_changed(comment)
