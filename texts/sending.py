"""Takes what is due from the outbox and hands it over: each message by one worker, and never twice."""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from typing import Final

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from texts import words
from texts.asking import ask_about_unknown, give_up_lost_workers
from texts.breakers import give_back, spend, spend_regardless
from texts.gateways import gateway_for
from texts.gateways.interface import Accepted, Answer, NotNow, Outgoing, Refused, Unclear
from texts.models import Kind, Message, SignUp, State, Subscriber, TextSettings
from texts.models.messages import OF_CONSENT, MessageQuerySet
from texts.models.subscribers import Channel
from texts.settling import arrived, refused, settle
from texts.stopping import STOPPED

logger = logging.getLogger(__name__)

#: How long a provider is given to make up its mind before it is asked.
ASK_AFTER: Final = timedelta(minutes=1)
BUDGET_PAUSE: Final = timedelta(minutes=10)
SHORTEST_PAUSE: Final = timedelta(seconds=30)
LONGEST_PAUSE: Final = timedelta(minutes=30)
#: A worker that slept for so long between taking a message and sending it may be held for dead.
FRESH: Final = timedelta(minutes=1)


def send_all_due(*, seconds: float = 50) -> int:
    """Send for ``seconds`` at most; returns how many were handed over. Two may do this at once."""
    until, sent = time.monotonic() + seconds, 0
    give_up_lost_workers()
    drop_late()
    while time.monotonic() < until:
        due = Message.objects.due().select_related("subscriber__site", "site")
        batch = list(due[:20])
        if not batch:
            break
        for message in batch:
            sent += send(message)
    ask_about_unknown(until=until)
    return sent


def send(message: Message) -> bool:
    """Hand ``message`` over, if it still waits and nobody else does; False where it was not taken."""
    settings = TextSettings.for_site(message.site)
    if fault := _no_longer_wanted(message, settings):
        Message.objects.filter(pk=message.pk).give_up(fault)
        return False
    if not _claim(message):
        return False
    if not _may_spend(settings, message):
        _wait(message, BUDGET_PAUSE, "budget")
        return False
    if not _is_fresh(message):
        return False
    answer = _hand_over(message)
    _note(message, settings, answer)
    return isinstance(answer, Accepted)


def _no_longer_wanted(message: Message, settings: TextSettings) -> str:
    """Why a message is not to be sent any more, though nobody has taken it back; "" where it is."""
    readers = Subscriber.objects.active().filter(pk=message.subscriber_id or 0)
    if message.kind in OF_CONSENT and not readers.exists():
        return STOPPED
    sign_ups = SignUp.objects.open().filter(pk=message.sign_up_id or 0)
    if message.kind == Kind.CODE and not sign_ups.exists():
        return STOPPED
    is_of_morning = message.kind in (Kind.DAILY, Kind.SERIES)
    has_text = message.daily_text_id or message.series_text_id
    return "called back" if is_of_morning and not (settings.are_on and has_text) else ""


def _is_fresh(message: Message) -> bool:
    taken_at = message.claimed_at
    is_recent = taken_at is not None and timezone.now() - taken_at < FRESH
    return is_recent and _still_ours(message).exists()


def drop_late() -> int:
    """What nobody wants any more is not sent: no morning text in the evening."""
    return Message.objects.filter(not_after__lte=timezone.now()).give_up("too late")


def _claim(message: Message) -> bool:
    """One statement decides who sends it, and that its reader has not stopped a moment ago."""
    now = timezone.now()
    # Exists, not a join: of a join Django makes a subquery, and PostgreSQL does not look into that again
    # after it has waited for somebody who took the same row.
    getting_texts = Subscriber.objects.active().filter(pk=OuterRef("subscriber"))
    still_wanted = Q(subscriber=None) | Q(Exists(getting_texts)) | ~Q(kind__in=OF_CONSENT)
    waiting = Message.objects.filter(pk=message.pk, state=State.QUEUED, not_after__gt=now)
    taken = waiting.filter(still_wanted).update(
        state=State.SENDING, claimed_at=now, attempts=F("attempts") + 1, error=""
    )
    message.claimed_at, message.attempts = now, message.attempts + 1
    return bool(taken)


def _may_spend(settings: TextSettings, message: Message) -> bool:
    # That of a code was taken when it was queued (texts.breakers).
    if message.channel == Channel.EMAIL or message.kind == Kind.CODE:
        return True
    if message.kind == Kind.GOODBYE:
        spend_regardless(settings, message.parts)
        return True
    return spend(settings, message.parts)


def _hand_over(message: Message) -> Answer:
    to = message.address
    if not to:
        return Refused("no address")
    left = (message.not_after - timezone.now()).total_seconds()
    reader = message.subscriber
    outgoing = Outgoing(
        to=to,
        body=message.body,
        key=message.key,
        seconds=int(left),
        subject=" ".join(message.subject.split()),
        stop_url=words.stop_url(reader) if reader and message.channel == Channel.EMAIL else "",
    )
    return gateway_for(message.channel).send(outgoing)


def _note(message: Message, settings: TextSettings, answer: Answer) -> None:
    match answer:
        case Accepted(provider_id):
            settle(message.pk, State.SENT, provider_id=provider_id)
            if message.subscriber_id and message.channel == Channel.EMAIL:
                # No mail server says more than that.
                arrived(message.subscriber_id)
        case Refused(code):
            logger.warning(
                "Message %s to %s was refused: %s", message.pk, message.masked_address, code
            )
            _give_back(settings, message)
            settle(message.pk, State.FAILED, error=code)
            if message.subscriber:
                refused(message.subscriber, answer)
        case NotNow(seconds, code):
            _give_back(settings, message)
            # Again and again, until nobody wants it any more.
            _wait(message, _backoff(seconds, message.attempts), code)
        case Unclear(code):
            _still_ours(message).update(
                state=State.UNKNOWN, error=code, ask_at=timezone.now() + ASK_AFTER
            )


def _wait(message: Message, pause: timedelta, code: str) -> None:
    _still_ours(message).update(
        state=State.QUEUED,
        not_before=timezone.now() + pause,
        error=code,
        # Waiting for the budget is no attempt.
        attempts=message.attempts - (code == "budget"),
    )


def _still_ours(message: Message) -> MessageQuerySet:
    """Unless a report of the provider came first, or somebody gave us up for lost."""
    ours = Message.objects.filter(pk=message.pk, state=State.SENDING)
    return ours.filter(claimed_at=message.claimed_at)


def _give_back(settings: TextSettings, message: Message) -> None:
    if message.channel == Channel.SMS and message.kind != Kind.CODE:
        give_back(settings, message.parts)


def _backoff(seconds: int, attempts: int) -> timedelta:
    """Twice as long each time, from what the provider asks for."""
    asked = max(timedelta(seconds=seconds), SHORTEST_PAUSE)
    return min(asked * 2 ** min(attempts - 1, 10), LONGEST_PAUSE)
