"""Sends those e-mails in the background, each once, and tries again where a mail server fails."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.utils import timezone
from django_tasks import task
from wagtail.models import Page

from cms.models import BasePageQuerySet
from cms.tasks import BACKGROUND
from comments.alerts.mail import ask_by_mail, tell_by_mail
from comments.models import Comment, ReplyAlert

logger = logging.getLogger(__name__)

RETRY_AFTER: Final = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=6))


def tell_later(comment: Comment) -> None:
    """``comment`` can be read from now on: tell whom it answers, and ask its author if they wish it.

    To be called in the transaction that approves it. Only now, as somebody of the practice has read
    it: a machine that types other people's addresses makes us send nothing.
    """
    if ReplyAlert.objects.filter(comment=comment, asked_at=None).exists():
        ask_to_confirm.enqueue(comment.pk)
    if ReplyAlert.objects.filter(comment=comment.parent_id, confirmed_at__isnull=False).exists():
        tell_of_reply.enqueue(comment.pk)


@task(backend=BACKGROUND)
def ask_to_confirm(comment_id: int, failures: int = 0) -> str:
    """Ask the author of the comment whether the wish is theirs. Returns what happened."""
    asked = ReplyAlert.objects.filter(comment=comment_id, comment__status="approved")
    alert = asked.select_related("comment").filter(asked_at=None).first()
    page = _page_of(alert.comment) if alert else None
    # Whoever writes the time is the one to send: two workers may have the same task.
    # Without the join, which PostgreSQL would not look at again after it waited for the other worker.
    ours = ReplyAlert.objects.filter(comment=comment_id)
    if not alert or not page or not ours.filter(asked_at=None).update(asked_at=timezone.now()):
        return "no longer asked for"
    return _try(
        lambda: ask_by_mail(alert, page),
        undo=lambda: ours.update(asked_at=None),
        again=ask_to_confirm,
        comment_id=comment_id,
        failures=failures,
    )


@task(backend=BACKGROUND)
def tell_of_reply(comment_id: int, failures: int = 0) -> str:
    """Tell the author of what the comment answers. Returns what happened."""
    replies = Comment.objects.approved().filter(pk=comment_id)
    reply = replies.filter(told_at=None).first()
    alert = _alert_for(reply) if reply else None
    page = _page_of(reply) if reply else None
    if (
        not reply
        or not alert
        or not page
        or not replies.filter(told_at=None).update(told_at=timezone.now())
    ):
        return "no longer asked for"
    return _try(
        lambda: tell_by_mail(alert, reply, page),
        undo=lambda: replies.update(told_at=None),
        again=tell_of_reply,
        comment_id=comment_id,
        failures=failures,
    )


def _alert_for(reply: Comment) -> ReplyAlert | None:
    """Nobody is told of an answer of their own."""
    return (
        ReplyAlert.objects.filter(comment=reply.parent_id, confirmed_at__isnull=False)
        .exclude(comment__email="")
        .exclude(comment__email__iexact=reply.email)
        .select_related("comment")
        .first()
    )


def _page_of(comment: Comment) -> Page | None:
    """The page, if everybody may read it."""
    return BasePageQuerySet(Page).public_now().filter(pk=comment.page_id).first()


def _try(
    send: Callable[[], None],
    *,
    undo: Callable[[], object],
    again: Any,
    comment_id: int,
    failures: int,
) -> str:
    try:
        send()
    except Exception as error:
        # Whatever a mail server does; the address stands in neither log nor row.
        undo()
        fault = type(error).__name__
        if failures == len(RETRY_AFTER):
            logger.error("The mail about comment %s was not sent (%s). Given up", comment_id, fault)
            return f"given up: {fault}"
        logger.warning("The mail about comment %s was not sent (%s)", comment_id, fault)
        later = timezone.now() + RETRY_AFTER[failures]
        again.using(run_after=later).enqueue(comment_id, failures=failures + 1)
        return f"to be tried again: {fault}"
    return "sent"
