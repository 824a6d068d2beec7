"""Forgets what is no longer needed of readers and of what was sent to them."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from texts.models import DaySpending, Kind, Message, ReceivedReply, SignUp, State, Subscriber

#: A code holds for a day; another one, in case somebody complains.
SIGN_UPS_KEPT = timedelta(days=2)


def forget_old(*, days: int) -> dict[str, int]:
    """Forget words and addresses of messages, replies and the addresses of those who stopped, after ``days``.

    What was sent on which day stays, as numbers; the ledger stays; so does the mark of who stopped, and
    the sign-up of nobody. Returns how many rows each of it concerned.
    """
    now = timezone.now()
    old = now - timedelta(days=days)
    settled = Message.objects.exclude(state__in=[State.QUEUED, State.SENDING]).filter(
        created_at__lt=old
    )
    stopped = Subscriber.objects.filter(is_active=False, stopped_at__lt=old).exclude(sealed="")
    codes = Message.objects.filter(kind=Kind.CODE, created_at__lt=now - SIGN_UPS_KEPT)
    codes.exclude(body="").update(body="")
    return {
        "messages": settled.exclude(sealed="").update(sealed="", body="", subject=""),
        "replies": ReceivedReply.objects.filter(received_at__lt=old).delete()[0],
        "stopped": stopped.update(sealed="", first_name=""),
        "sign_ups": SignUp.objects.filter(created_at__lt=now - SIGN_UPS_KEPT).delete()[0],
        "days": DaySpending.objects.filter(day__lt=old.date()).delete()[0],
    }
