"""Machines do not spend the budget, and readers do not pay for them."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone

from cms.models.throttle import Bucket
from tests.texts.people import code_of, sign_up, sign_up_by_mail, subscriber, today_at
from texts.breakers import (
    OF_A_BLOCK,
    code_parts_on,
    give_back,
    is_alarm,
    may_get_code,
    parts_on,
    spend,
)
from texts.joining import Wish, ask, confirm
from texts.models import (
    DailyText,
    Kind,
    Message,
    SignUp,
    Subscriber,
    TextSettings,
)
from texts.plain.numbers import block_of
from texts.planning import plan_mornings
from texts.sending import send_all_due

pytestmark = pytest.mark.django_db

ATTACKED = 50
SIGN_UPS = 5000


def wish(number: str) -> Wish:
    return Wish("sms", number, "", "en", "UTC", (), "I agree.", "", "")


def codes() -> list[str]:
    return [each.address for each in Message.objects.filter(kind=Kind.CODE)]


def test_a_block_gets_ten_codes_an_hour(texts: TextSettings) -> None:
    for number in range(15):
        ask(texts, wish(f"+1202555{number:04}"))
    ask(texts, wish("+12025560001"))
    assert Counter(block_of(number) for number in codes()) == {"+1202555": 10, "+1202556": 1}


def test_the_budget_is_never_overdrawn_and_codes_take_half(texts: TextSettings) -> None:
    texts.parts_a_day = 10
    assert [spend(texts, 2, is_code=True) for _ in range(4)] == [True, True, False, False]
    assert spend(texts, 6)
    assert not spend(texts, 1)
    give_back(texts, 6)
    assert spend(texts, 1)
    assert parts_on(texts.site_id, timezone.now().date()) == 5


def test_who_is_refused_by_a_limit_takes_nothing_from_the_budget(texts: TextSettings) -> None:
    for _ in range(3):
        ask(texts, wish("+12025550142"))
    assert code_parts_on(texts.site_id, timezone.now().date()) == 1


def test_mails_cost_no_budget(client: Client, texts: TextSettings) -> None:
    sign_up_by_mail(client)
    assert parts_on(texts.site_id, timezone.now().date()) == 0
    assert Message.objects.count() == 1


def test_a_stop_is_confirmed_whatever_the_budget_says(texts: TextSettings, log: Any) -> None:
    reader = subscriber(texts)
    from texts.outbox import queue_answer

    TextSettings.objects.update(parts_a_day=0)
    queue_answer(texts, Kind.GOODBYE, "Stopped.", address=reader.address, subscriber=reader)
    send_all_due()
    assert log.bodies == ["Stopped."]


def test_pumping_stops_at_the_breakers_and_honest_readers_are_served(texts: TextSettings) -> None:
    """5,000 sign-ups over 50 blocks, and among them 50 readers, each from a block of their own."""
    chance = random.Random(6)
    machines = [
        f"+1{200 + number % ATTACKED}555{chance.randrange(10**4):04}" for number in range(SIGN_UPS)
    ]
    readers = [f"+1{300 + number}777{chance.randrange(10**4):04}" for number in range(50)]
    everybody = machines + readers
    chance.shuffle(everybody)
    for number in everybody:
        sign_up_ = ask(texts, wish(number))
        if number in readers:
            assert confirm(sign_up_, code_of(sign_up_))
    served = Counter(block_of(number) for number in codes())
    assert Subscriber.objects.count() == 50
    attacked = {block: n for block, n in served.items() if block.endswith("555")}
    assert len(attacked) == ATTACKED
    assert max(attacked.values()) <= OF_A_BLOCK.capacity
    assert is_alarm(texts)
    # The alarm is a quarter of the budget; a few more trickle through it.
    spent = code_parts_on(texts.site_id, timezone.now().date())
    assert texts.parts_a_day * 0.25 <= spent < texts.parts_a_day * 0.5
    assert SignUp.objects.count() == SIGN_UPS + 50


def test_pumping_slowly_does_not_use_up_the_codes_of_the_day(texts: TextSettings) -> None:
    """So many sign-ups an hour from each block as limits let through, for six hours."""
    for _ in range(6):
        for number in range(ATTACKED * 10):
            ask(texts, wish(f"+1{200 + number % ATTACKED}555{random.randrange(10**4):04}"))
        Bucket.objects.update(full_at=F("full_at") - 60 * 60)
    reader = ask(texts, wish("+13057770142"))
    assert confirm(reader, code_of(reader))


def test_who_gets_no_code_for_somebody_elses_fault_may_ask_again(texts: TextSettings) -> None:
    for number in range(10):
        ask(texts, wish(f"+1202555{number:04}"))
    ask(texts, wish("+12025550142"))
    Bucket.objects.update(full_at=F("full_at") - 60 * 60)
    ask(texts, wish("+12025550142"))
    assert "+12025550142" in codes()


def test_under_attack_the_mornings_texts_still_go_out(texts: TextSettings, log: Any) -> None:
    texts.parts_a_day = 20
    texts.save()
    for number in range(40):
        ask(texts, wish(f"+1{300 + number}5550100"))
    for number in range(5):
        reader = subscriber(texts, f"+1202555{number:04}")
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    plan_mornings()
    send_all_due()
    assert sum("Walk." in body for body in log.bodies) == 5


def test_what_cannot_be_counted_is_not_sent(texts: TextSettings) -> None:
    texts.parts_a_day = 0
    sign_up_ = ask(texts, wish("+12025550142"))
    assert not may_get_code(texts, sign_up_, 1)
    assert codes() == []


def test_a_number_that_waits_for_its_code_is_answered_like_any_other(
    client: Client, texts: TextSettings
) -> None:
    TextSettings.objects.update(parts_a_day=0)
    assert sign_up(client).status_code == 303
