"""What a reader may still do with a comment of their own, by the link that they were given."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone

from cms.throttle import Limit
from comments.deciding import edit, shown_words_changed
from comments.judging import judge
from comments.models import Comment, CommentSettings, ReplyAlert, Status
from comments.spam.learning import score_of, unlearn

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
    in_time = timezone.now() < comment.created_at + EDITABLE_FOR
    return in_time and not is_turned_down(comment)


def is_turned_down(comment: Comment) -> bool:
    """Whether a moderator has decided against it; what was only taken for spam may still be found there."""
    return comment.status in {Status.REJECTED, Status.SPAM} and comment.decided_at is not None


@transaction.atomic
def edit_own(
    comment: Comment, *, name: str, text: str, settings: CommentSettings, network: str
) -> None:
    """Replace the words by others that nobody has read: they are judged anew, and wait even if these did not.

    ``network`` is where the author is now (``cms.visitors``). Raises TooLate after EDITABLE_FOR or what a
    moderator has decided against it, TooOften beyond CHANGES.
    """
    _hold(comment)
    if not may_edit(comment):
        raise TooLate
    if (name, text) == (comment.name, comment.text):
        return
    if not CHANGES.allow(comment.pk):
        raise TooOften
    was_shown = comment.is_approved
    if was_shown:
        comment.status = Status.PENDING
    edit(comment, name=name, text=text, user=None)
    _judge_anew(comment, settings, network)
    if was_shown:
        shown_words_changed(comment)


def _hold(comment: Comment) -> None:
    """A moderator may be deciding at this moment, and must not approve other words than were there.

    Raises Comment.DoesNotExist where it was removed meanwhile.
    """
    there = Comment.objects.exclude(status=Status.REMOVED)
    comment.refresh_from_db(from_queryset=there.select_for_update())


def _judge_anew(comment: Comment, settings: CommentSettings, network: str) -> None:
    """And store its status; a change never makes it better off than it was."""
    comment.score = score_of(comment)
    verdict = judge(comment, settings, network=network, is_trusted=False)
    if verdict.status == Status.SPAM:
        comment.status, comment.remark = verdict.status, verdict.remark
    comment.decided_at = comment.decided_by = None
    comment.save(update_fields=["score", "status", "remark", "decided_at", "decided_by"])


@transaction.atomic
def remove(comment: Comment) -> None:
    """Take the words and all that tells of their author away; what was answered leaves its place.

    Its place is needed by the answers alone, so without any the whole row goes.
    """
    _hold(comment)
    was_shown = comment.is_approved
    unlearn(comment)
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
