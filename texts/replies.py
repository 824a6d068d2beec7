"""Hears what readers answer, and does what they say."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import override
from wagtail.models import Site

from cms.throttle import Limit
from texts import words
from texts.addresses import mark_of, seal
from texts.gateways.interface import Reply
from texts.models import Kind, ReceivedReply, SignUp, StoppedBy, Subscriber, TextSettings
from texts.outbox import queue_answer
from texts.plain.keywords import STOP_WORDS, Meaning, meaning_of, plain
from texts.plain.numbers import NumberError, read_number
from texts.stopping import stop

#: Two machines that answer each other would never end.
ANSWERS: Final = Limit("text answers to {}", 3, int(timedelta(hours=24).total_seconds()))
#: However many numbers somebody has: the mornings' texts need the budget.
ANSWERS_IN_ALL: Final = Limit("text answers at {}", 50, int(timedelta(hours=24).total_seconds()))
#: Who plays with us gets so many characters kept.
MOST_CHARACTERS: Final = 1600


@transaction.atomic
def hear(reply: Reply) -> ReceivedReply | None:
    """Do what ``reply`` says; None where it was heard before."""
    mark = mark_of(reply.sender)
    meaning = Meaning.STOP if reply.is_stop else meaning_of(reply.text)
    keeps_words = meaning == Meaning.OTHER or not _is_one_word(reply.text)
    received, is_new = ReceivedReply.objects.get_or_create(
        provider_id=reply.provider_id,
        defaults={
            "sealed": seal(reply.sender),
            "mark": mark,
            "meaning": meaning.value,
            "text": reply.text[:MOST_CHARACTERS].replace("\x00", "") if keeps_words else "",
            "is_in_own_words": meaning == Meaning.STOP and not _is_one_word(reply.text),
        },
    )
    if not is_new:
        return None
    _answer(reply, mark, meaning)
    return received


def _answer(reply: Reply, mark: str, meaning: Meaning) -> None:
    if meaning == Meaning.STOP:
        _stop(reply, mark)
    elif meaning in (Meaning.HELP, Meaning.START) and not reply.is_answered:
        _explain(reply, mark, meaning)


def _explain(reply: Reply, mark: str, meaning: Meaning) -> None:
    subscriber = Subscriber.objects.filter(mark=mark).select_related("site").first()
    settings = _settings_of(subscriber)
    if (subscriber or _may_be_texted(reply.sender, settings)) and _may_be_answered(mark, settings):
        with override(subscriber.language if subscriber else None):
            say = words.help_ if meaning == Meaning.HELP else words.sign_up_first
            body = say(settings)
        queue_answer(settings, Kind.HELP, body, address=reply.sender, subscriber=subscriber)


def _may_be_texted(number: str, settings: TextSettings) -> bool:
    """Whether a stranger's number is one that could sign up: all others cost more than they are worth."""
    try:
        read_number(number, country="", allowed=settings.allowed_countries)
    except NumberError:
        return False
    return True


def _may_be_answered(mark: str, settings: TextSettings) -> bool:
    return ANSWERS.allow(mark) and ANSWERS_IN_ALL.allow(settings.site_id)


def _stop(reply: Reply, mark: str) -> None:
    """One confirmation for who got texts or had a code on the way; a second STOP gets none."""
    waits = SignUp.objects.open().filter(mark=mark).select_related("site").first()
    # Their words are kept with the reply, which can be erased; the ledger cannot.
    how = f"reply: {word}" if (word := _stop_word(reply.text)) else "reply in own words"
    stopped = stop(mark, StoppedBy.READER, how=how)
    told: Subscriber | SignUp | None = stopped[0] if stopped else waits
    if reply.is_answered or told is None:
        return
    settings = TextSettings.for_site(told.site)
    with override(told.language):
        body = words.goodbye(settings)
    subscriber = told if isinstance(told, Subscriber) else None
    queue_answer(settings, Kind.GOODBYE, body, address=reply.sender, subscriber=subscriber)


def _stop_word(text: str) -> str:
    """The word, if it is all that was said."""
    said = plain(text).replace(" ", "")
    return said if said in STOP_WORDS else ""


def _settings_of(subscriber: Subscriber | None) -> TextSettings:
    site = subscriber.site if subscriber else Site.objects.get(is_default_site=True)
    return TextSettings.for_site(site)


def _is_one_word(text: str) -> bool:
    return bool(_stop_word(text)) or " " not in plain(text)
