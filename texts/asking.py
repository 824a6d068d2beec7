"""Asks the provider what became of messages of which nobody knows whether it has them."""

from __future__ import annotations

import math
import time
from datetime import timedelta
from typing import Final

from django.db.models import F
from django.utils import timezone

from texts.gateways import gateway_for
from texts.gateways.interface import AskLater, CannotBeAsked, Held
from texts.models import Message, State
from texts.settling import STATES, heed

#: A worker that is so long about one message is dead: a gateway takes 15 seconds at most.
LOST_AFTER: Final = timedelta(minutes=2)
#: Clocks differ, and providers store when they please.
LEEWAY: Final = timedelta(minutes=2)
NEXT_QUESTION: Final = timedelta(minutes=10)
#: A provider that has it not, asked so often over so long, will not have it any more.
ENOUGH: Final = 2
MOST_AT_ONCE: Final = 100
#: Then it is left as unknown: it was handed over, or it was not.
GIVEN_UP_AFTER: Final = timedelta(days=2)


def give_up_lost_workers() -> int:
    """What a killed worker was sending may have been sent."""
    now = timezone.now()
    lost = Message.objects.filter(state=State.SENDING, claimed_at__lt=now - LOST_AFTER)
    return lost.update(state=State.UNKNOWN, error="worker lost", ask_at=now)


def ask_about_unknown(*, until: float = math.inf) -> int:
    """Ask about all for which it is time, ``until`` then (monotonic); returns how many are known now."""
    due = Message.objects.filter(state=State.UNKNOWN, ask_at__lte=timezone.now())
    known = 0
    for message in due.order_by("ask_at")[:MOST_AT_ONCE]:
        if time.monotonic() > until:
            break
        known += _ask_about(message)
    return known


def _ask_about(message: Message) -> bool:
    now = timezone.now()
    ours = Message.objects.filter(pk=message.pk, state=State.UNKNOWN, ask_at=message.ask_at)
    # Whoever writes the time of the next question asks this one.
    if not ours.update(ask_at=now + NEXT_QUESTION, questions=F("questions") + 1):
        return False
    unknown = Message.objects.filter(pk=message.pk, state=State.UNKNOWN)
    try:
        held = _found(message)
    except CannotBeAsked:
        return bool(unknown.update(ask_at=None, settled_at=now))
    except AskLater:
        unknown.update(questions=F("questions") - 1)
        if message.not_after < now - GIVEN_UP_AFTER:
            unknown.update(ask_at=None, settled_at=now)
        return False
    if held:
        return _recognised(message, held)
    if message.questions + 1 < ENOUGH:
        return False
    # The provider surely has it not: so it is not a second one that goes out now.
    return bool(unknown.update(state=State.QUEUED, ask_at=None, questions=0, not_before=now))


def _found(message: Message) -> Held | None:
    """The message among those that the provider has, unless it is one that we know already."""
    held = gateway_for(message.channel).sent_to(message.address)
    known = set(
        Message.objects.filter(provider_id__in=[each.provider_id for each in held])
        .exclude(pk=message.pk)
        .values_list("provider_id", flat=True)
    )
    since = (message.claimed_at or message.created_at) - LEEWAY
    for each in held:
        is_same = each.key == message.key if each.key else each.body == message.body
        is_late_enough = each.created_at is None or each.created_at >= since
        if is_same and is_late_enough and each.provider_id not in known:
            return each
    return None


def _recognised(message: Message, held: Held) -> bool:
    Message.objects.filter(pk=message.pk).update(provider_id=held.provider_id)
    heed(held)
    return Message.objects.filter(pk=message.pk, state=STATES[held.fate]).exists()
