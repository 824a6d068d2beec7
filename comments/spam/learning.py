"""Remembers what moderators said of comments, and asks it of new ones."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, QuerySet

from comments.models import Comment, SpamTrait, Status
from comments.models.spam import TOTAL
from comments.spam.reckoning import Seen, score
from comments.spam.traits import Written, traits_of

KINDS = {Status.SPAM: "spam", Status.APPROVED: "good"}


def score_of(comment: Comment) -> float | None:
    """From 0 to 1, in one query; None while moderators have said too little."""
    traits = _traits(comment)
    rows = SpamTrait.objects.filter(trait__in=[TOTAL, *traits])
    seen = {row.trait: Seen(row.spam, row.good) for row in rows}
    return score(traits, seen, seen.pop(TOTAL, Seen()))


def learn(comment: Comment) -> None:
    """Take in what has been decided of ``comment``, and take back what was decided before.

    To be called in a transaction that holds the row of ``comment``.
    """
    kind = KINDS.get(Status(comment.status), "")
    if kind == comment.learnt_as:
        return
    unlearn(comment)
    if kind:
        _count(comment, kind, 1)
        _note(comment, kind)


def unlearn(comment: Comment) -> None:
    """Take back what was learnt of ``comment``, as before its words change."""
    if comment.learnt_as:
        _count(comment, comment.learnt_as, -1)
        _note(comment, "")


def forget_their_own(comments: Iterable[Comment]) -> None:
    """Delete the traits that only one of ``comments`` had, and no other, as before they are deleted.

    They tell nothing of others, and its words could be read from them. The rest stays, or the score
    would forget all spam with the spam. To be called in a transaction.
    """
    learnt = [comment for comment in comments if comment.learnt_as]
    if learnt:
        _one_at_a_time()
    for comment in learnt:
        counts = dict.fromkeys(KINDS.values(), 0) | {comment.learnt_as: 1}
        _of_comments().filter(trait__in=_traits(comment), **counts).delete()


def _count(comment: Comment, kind: str, step: int) -> None:
    _one_at_a_time()
    traits = sorted({TOTAL, *_traits(comment)})
    SpamTrait.objects.bulk_create([SpamTrait(trait=each) for each in traits], ignore_conflicts=True)
    theirs = SpamTrait.objects.filter(trait__in=traits)
    theirs.filter(**{f"{kind}__gte": -step}).update(**{kind: F(kind) + step})
    if step < 0:
        _of_comments().filter(trait__in=traits, spam=0, good=0).delete()


def _one_at_a_time() -> None:
    """Whoever counts waits here, so no two wait for each other's traits, or delete what the other counts."""
    SpamTrait.objects.bulk_create([SpamTrait(trait=TOTAL)], ignore_conflicts=True)
    SpamTrait.objects.select_for_update().get(trait=TOTAL)


def _of_comments() -> QuerySet[SpamTrait]:
    """Without the row that counts the comments: it is always there, to be waited for."""
    return SpamTrait.objects.exclude(trait=TOTAL)


def _note(comment: Comment, kind: str) -> None:
    comment.learnt_as = kind
    comment.save(update_fields=["learnt_as"])


def _traits(comment: Comment) -> set[str]:
    return traits_of(Written(comment.name, comment.email, comment.website, comment.text))
