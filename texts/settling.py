"""Writes down what became of a message, in whatever order it is heard."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from texts.gateways.interface import Fate, Refused, Report
from texts.models import Message, State, StoppedBy, Subscriber
from texts.stopping import stop

#: What may still become of a message in each state. The last two are final: a late "sent" changes nothing.
MAY_BECOME: Final = {
    State.SENT: (State.QUEUED, State.SENDING, State.UNKNOWN),
    State.DELIVERED: (State.QUEUED, State.SENDING, State.UNKNOWN, State.SENT),
    State.FAILED: (State.QUEUED, State.SENDING, State.UNKNOWN, State.SENT),
}
STATES: Final = {
    Fate.SENT: State.SENT,
    Fate.DELIVERED: State.DELIVERED,
    Fate.FAILED: State.FAILED,
}
#: Whom nothing has reached so often has another number by now.
MOST_FAILURES: Final = 5


def settle(pk: int, state: State, *, provider_id: str = "", error: str = "") -> bool:
    """Move the message to ``state``, if it may still go there; False where it was there already."""
    known = Message.objects.filter(pk=pk)
    if provider_id:
        known.filter(provider_id="").update(provider_id=provider_id)
    return bool(
        known.filter(state__in=MAY_BECOME[state]).update(
            state=state, error=error, settled_at=timezone.now(), ask_at=None
        )
    )


@transaction.atomic
def heed(report: Report) -> bool:
    """Note a report of the provider; False where it is of no message of ours, or says nothing new."""
    message = _message_of(report)
    if message is None:
        return False
    state = STATES[report.fate]
    if not settle(message.pk, state, provider_id=report.provider_id, error=report.code):
        return False
    if message.subscriber and (report.stops or state == State.FAILED):
        refused(message.subscriber, report)
    elif message.subscriber_id and state == State.DELIVERED:
        arrived(message.subscriber_id)
    return True


def arrived(subscriber_id: int) -> None:
    """Something reached the reader, so what did not before was no sign that nothing does."""
    Subscriber.objects.filter(pk=subscriber_id, failures__gt=0).update(failures=0)


def refused(subscriber: Subscriber, why: Refused | Report) -> None:
    """What it means for the reader that a provider did not send or deliver."""
    if why.stops:
        stop(subscriber.mark, StoppedBy.CARRIER, how=f"error {why.code}")
    elif why.is_gone:
        bounced(subscriber)


def bounced(subscriber: Subscriber) -> None:
    """Stop whom nothing reaches any more."""
    rows = Subscriber.objects.filter(pk=subscriber.pk)
    rows.update(failures=F("failures") + 1)
    if rows.filter(failures__gte=MOST_FAILURES, is_active=True).exists():
        stop(subscriber.mark, StoppedBy.CARRIER, how="not reached")


def _message_of(report: Report) -> Message | None:
    """By our own name for it, or else by the provider's."""
    messages = Message.objects.select_related("subscriber")
    by_key = messages.filter(key=report.key).first() if report.key else None
    return by_key or messages.filter(provider_id=report.provider_id).first()
