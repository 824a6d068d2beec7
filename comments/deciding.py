"""What moderators do with comments: approve, reject, call spam, edit, delete."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cms.editions import begin_edition
from comments.alerts.tasks import tell_later
from comments.models import Comment, CommentVersion, Status
from comments.spam.learning import forget_their_own, learn, unlearn
from users.models import User


@transaction.atomic
def decide(
    comments: Iterable[Comment],
    status: Status,
    user: User | None,
    *,
    seen_at: datetime | None = None,
) -> int:
    """Give each of ``comments`` the ``status``; return how many had another one.

    What its author has removed stays removed, and what they have changed since ``seen_at`` stays as it
    is: nobody has decided on those words.
    """
    wanted = [comment.pk for comment in comments]
    locked = Comment.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    changed = locked.exclude(status__in=[status, Status.REMOVED])
    if seen_at:
        changed = changed.exclude(edited_at__gt=seen_at)
    done = 0
    for comment in changed:
        was_shown = comment.is_approved
        comment.status = status
        comment.decided_at, comment.decided_by = timezone.now(), user
        comment.save(update_fields=["status", "decided_at", "decided_by"])
        learn(comment)
        if comment.is_approved:
            tell_later(comment)
        if was_shown or comment.is_approved:
            shown_words_changed(comment)
        done += 1
    return done


@transaction.atomic
def edit(comment: Comment, *, name: str, text: str, user: User | None) -> None:
    """Replace the words of ``comment`` and keep those before; ``user`` is nobody for its author."""
    CommentVersion.objects.create(
        comment=comment, name=comment.name, text=comment.text, replaced_by=user
    )
    was_learnt = bool(comment.learnt_as)
    unlearn(comment)
    comment.name, comment.text, comment.edited_at = name, text, timezone.now()
    comment.save(update_fields=["name", "text", "digest", "edited_at"])
    # Only moderators teach: not the author, nor whatever decided of the comment as it came.
    if was_learnt and user:
        learn(comment)
    if comment.is_approved:
        shown_words_changed(comment)


@transaction.atomic
def delete(comments: Iterable[Comment]) -> None:
    """Take ``comments`` away with all that answers them; of what was learnt, what others had too stays."""
    gone = {comment.pk: comment for comment in comments}
    forget_their_own(gone.values())
    Comment.objects.filter(pk__in=gone).delete()
    for comment in {comment.page_id: comment for comment in gone.values()}.values():
        # What answered them may have been shown, whatever they were.
        shown_words_changed(comment)


def shown_words_changed(comment: Comment) -> None:
    """Readers are to see ``comment`` otherwise than before: pages that are kept are old."""
    begin_edition()
