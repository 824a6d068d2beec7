"""Puts what we say into the outbox, from which ``texts.sending`` takes it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import override

from texts import words
from texts.addresses import mark_of, seal
from texts.models import Channel, Kind, Message, SignUp, Subscriber, TextSettings
from texts.models.subscribers import EXPIRES_AFTER
from texts.plain.segments import fold, measure
from texts.tasks import send_soon

#: An answer that is later than this answers nobody any more.
ANSWER_HOLDS: Final = timedelta(hours=1)


def queue_code(settings: TextSettings, sign_up: SignUp, code: str, confirm_url: str) -> Message:
    with override(sign_up.language):
        if sign_up.channel == Channel.EMAIL:
            subject = words.confirm_subject(settings)
            body = words.code_by_mail(settings, code, confirm_url)
        else:
            subject, body = "", words.code(settings, code)
    return _queue(
        settings,
        Kind.CODE,
        body,
        sign_up=sign_up,
        channel=sign_up.channel,
        sealed=sign_up.sealed,
        mark=sign_up.mark,
        subject=subject,
        # A mail server may take its time; a code by text is waited for.
        holds=EXPIRES_AFTER if sign_up.channel == Channel.EMAIL else ANSWER_HOLDS,
    )


def queue_welcome(settings: TextSettings, subscriber: Subscriber) -> Message:
    with override(subscriber.language):
        body, subject = words.welcome(settings, subscriber), ""
        if subscriber.channel == Channel.EMAIL:
            body = words.with_way_out(body, subscriber)
            subject = words.welcome_subject(settings)
    return _queue(
        settings,
        Kind.WELCOME,
        body,
        subscriber=subscriber,
        channel=subscriber.channel,
        sealed=subscriber.sealed,
        mark=subscriber.mark,
        subject=subject,
    )


def queue_answer(
    settings: TextSettings, kind: Kind, body: str, *, address: str, subscriber: Subscriber | None
) -> Message:
    """An answer to a reply by text message, to whoever sent it."""
    return _queue(
        settings,
        kind,
        body,
        subscriber=subscriber,
        channel=Channel.SMS,
        sealed=seal(address),
        mark=mark_of(address),
    )


def queue_test(
    settings: TextSettings, *, channel: str, address: str, body: str, subscriber: Subscriber | None
) -> Message:
    """To an editor, who wants to see a text as it comes."""
    subject = words.subject(settings) if channel == Channel.EMAIL else ""
    return _queue(
        settings,
        Kind.TEST,
        body,
        channel=channel,
        sealed=seal(address),
        mark=mark_of(address),
        subject=subject,
        subscriber=subscriber,
    )


def _queue(
    settings: TextSettings, kind: Kind, body: str, *, holds: timedelta = ANSWER_HOLDS, **fields: Any
) -> Message:
    text = fold(body)
    message = Message.objects.create(
        site_id=settings.site_id,
        kind=kind,
        body=text,
        parts=measure(text).parts if fields["channel"] == Channel.SMS else 0,
        not_after=timezone.now() + holds,
        **fields,
    )
    send_soon(message)
    return message
