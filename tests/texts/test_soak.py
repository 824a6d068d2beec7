"""Three days of many readers with a provider of bad temper, and workers that are killed.

Workers are processes of their own that get SIGKILL at random moments. The provider refuses, breaks connections,
answers 500 with and without having taken the message; its reports come late, twice and in any order; readers
stop in the middle of it. Time passes by making the outbox older. TEXTS_READERS=1000 has a thousand of them.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone

from tests.processes import start_manage
from tests.texts.calls import reply, report
from tests.texts.people import let_pass, subscriber, today_at, zone_where_it_is
from tests.texts.provider import ACCOUNT, SENDER, TOKEN, Provider, wait_until
from texts.addresses import mark_of
from texts.models import (
    DailyText,
    DaySpending,
    Kind,
    Message,
    State,
    Subscriber,
    TextSettings,
)
from texts.planning import plan_mornings
from texts.sending import send_all_due

READERS: Final = int(os.environ.get("TEXTS_READERS", "200"))
DAYS: Final = 3
KILLS: Final = (2, 2, 1)
#: Of a hundred messages.
TEMPERS: Final = {"ok": 88, "429": 4, "500": 2, "500 kept": 2, "lost": 2, "broken": 1, "21610": 1}
STOPS_A_DAY: Final = READERS // 50


@contextmanager
def worker(provider: Provider) -> Iterator[Any]:
    process = start_manage(
        "send_daily_text",
        "--seconds",
        "300",
        SMS_GATEWAY="twilio",
        SMS_URL=provider.url,
        SMS_ACCOUNT=ACCOUNT,
        SMS_TOKEN=TOKEN,
        SMS_FROM=SENDER,
    )
    yield process
    assert process.stderr
    process.stderr.close()


class Soak:
    """The days, one after the other."""

    def __init__(self, texts: TextSettings, provider: Provider, client: Client) -> None:
        self.texts, self.provider, self.client = texts, provider, client
        self.chance = random.Random(20_26)
        self.stopped: dict[str, int] = {}
        self.refused: set[str] = set()
        provider.temper = self.temper

    def temper(self, form: dict[str, str]) -> str:
        if form["Body"].startswith("Larkmoss: You are stopped"):
            return "ok"
        fault = self.chance.choices(list(TEMPERS), list(TEMPERS.values()))[0]
        if fault == "21610":
            self.refused.add(form["To"])
        return fault

    def have_a_day(self, number: int) -> None:
        DailyText.objects.create(
            site=self.texts.site, body=f"Day {number}.", day=today_at(zone_where_it_is(10))
        )
        for _ in range(KILLS[number]):
            self.kill_a_worker()
        self.some_readers_stop()
        self.send_with_two_workers()
        self.settle_the_rest()
        self.reports_come()
        self.night_falls()

    def kill_a_worker(self) -> None:
        taken = len(self.provider.messages)
        with worker(self.provider) as process:
            until = taken + self.chance.randint(1, max(READERS // 10, 2))
            wait_until(
                lambda: len(self.provider.messages) >= until or process.poll() is not None, 120
            )
            process.kill()
            process.wait()

    def some_readers_stop(self) -> None:
        active = list(Subscriber.objects.active().order_by("pk"))
        for reader in self.chance.sample(active, STOPS_A_DAY):
            reply(
                self.client,
                self.chance.choice(["STOP", "please stop", "Unsubscribe"]),
                sender=reader.address,
            )
            self.stopped[reader.address] = len(self.provider.to(reader.address))

    def send_with_two_workers(self) -> None:
        with worker(self.provider) as one, worker(self.provider) as other:
            assert [one.wait(300), other.wait(300)] == [0, 0]

    def settle_the_rest(self) -> None:
        open_states = [State.QUEUED, State.SENDING, State.UNKNOWN]
        for _ in range(60):
            if not Message.objects.filter(state__in=open_states, settled_at=None).exists():
                return
            # Mornings last for as long as it takes here: only waiting times pass.
            let_pass(timedelta(minutes=11))
            Message.objects.update(not_after=F("not_after") + timedelta(minutes=11))
            send_all_due()
        raise AssertionError("the outbox never came to rest")

    def reports_come(self) -> None:
        """Late, twice, and in any order."""
        sent = list(Message.objects.filter(state=State.SENT))
        calls = [(message, status) for message in sent for status in ("sent", "delivered") * 2]
        calls = self.chance.sample(calls, min(len(calls), 400))
        for message, status in calls:
            assert report(self.client, message, status).status_code == 204

    def night_falls(self) -> None:
        let_pass(timedelta(days=1))
        a_day_earlier(DailyText.objects.all(), "day")
        a_day_earlier(Message.objects.exclude(morning=None), "morning")
        a_day_earlier(DaySpending.objects.all(), "day")


def a_day_earlier(rows: Any, name: str) -> None:
    """By a detour, since yesterday's row may still stand where today's is to go (PostgreSQL looks row by row)."""
    for days in (-1000, 999):
        rows.update(**{name: F(name) + timedelta(days=days)})


@pytest.fixture
def soak(texts: TextSettings, provider: Provider, client: Client) -> Soak:
    texts.parts_a_day = READERS * 3
    texts.save()
    for number in range(READERS):
        subscriber(texts, f"+1{200 + number // 10_000}555{number:04}")
    return Soak(texts, provider, client)


@pytest.mark.django_db(transaction=True)
def test_nobody_gets_a_text_twice_nor_after_a_stop_and_every_outcome_is_known(soak: Soak) -> None:
    for number in range(DAYS):
        soak.have_a_day(number)
    daily = [each for each in soak.provider.messages if "Day " in each["body"]]
    times = Counter((each["to"], each["body"]) for each in daily)
    assert [key for key, n in times.items() if n > 1] == []
    for address, before in soak.stopped.items():
        later = [each["body"] for each in soak.provider.to(address)[before:]]
        assert len(later) <= 1, later
        assert all(body.startswith("Larkmoss: You are stopped") for body in later)
    assert_books_agree(soak, daily)


def assert_books_agree(soak: Soak, daily: list[dict[str, Any]]) -> None:
    """What we say was sent is what the provider has, and nothing is open."""
    messages = Message.objects.filter(kind=Kind.DAILY)
    states = Counter(messages.values_list("state", flat=True))
    assert set(states) <= {State.SENT, State.DELIVERED, State.FAILED}
    sent = messages.filter(state__in=[State.SENT, State.DELIVERED])
    assert set(sent.values_list("provider_id", flat=True)) == {each["sid"] for each in daily}
    errors = set(messages.filter(state=State.FAILED).values_list("error", flat=True))
    assert errors <= {"stopped", "21610"}
    # All but those who were stopped, by themselves or the provider, had something each day.
    gone = len(soak.stopped) + len(soak.refused)
    assert sum(states.values()) >= DAYS * (READERS - gone)
    assert (
        states[State.SENT] + states[State.DELIVERED]
        >= DAYS * (READERS - gone) - states[State.FAILED]
    )
    assert states[State.DELIVERED] > 0
    gone_marks = [mark_of(address) for address in (*soak.refused, *soak.stopped)]
    assert not Subscriber.objects.active().filter(mark__in=gone_marks).exists()
    assert plan_mornings() == 0
    assert Message.objects.filter(created_at__gt=timezone.now()).count() == 0
