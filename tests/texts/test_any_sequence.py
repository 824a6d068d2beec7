"""Whatever happens in whatever order: texts go to those alone who agreed after their last stop."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.models.throttle import Bucket
from tests.texts.conftest import Log
from tests.texts.people import NUMBER, code_of, let_pass, today_at, zone_where_it_is
from texts.addresses import mark_of
from texts.gateways.interface import Fate, Reply, Report
from texts.joining import Wish, ask, confirm
from texts.models import (
    Act,
    ConsentEvent,
    DailyText,
    Kind,
    Message,
    ReceivedReply,
    SignUp,
    StoppedBy,
    Subscriber,
    TextSettings,
)
from texts.planning import plan_mornings
from texts.replies import hear
from texts.sending import send_all_due
from texts.settling import heed
from texts.stopping import erase, stop

pytestmark = pytest.mark.django_db

SEQUENCES, STEPS = 100, 8


class Life:
    """One number, and what happens to it; ``agrees`` is what a person would say of it."""

    def __init__(self, texts: TextSettings, chance: random.Random) -> None:
        self.texts, self.chance = texts, chance
        self.agrees = False
        self.latest: SignUp | None = None
        self.replies = 0

    @property
    def reader(self) -> Subscriber | None:
        return Subscriber.objects.filter(mark=mark_of(NUMBER)).first()

    def sign_up(self) -> None:
        Bucket.objects.all().delete()
        home = zone_where_it_is(10)
        wish = Wish("sms", NUMBER, "", "en", home, (), "I agree.", "http://localhost/", "")
        self.latest = ask(self.texts, wish)

    def bring_the_code(self) -> None:
        is_open = self.latest and SignUp.objects.open().filter(pk=self.latest.pk).exists()
        if self.latest and is_open:
            assert confirm(self.latest, code_of(self.latest))
            self.agrees = True
        elif self.latest:
            assert confirm(self.latest, "123456") is None

    def bring_a_wrong_code(self) -> None:
        if self.latest:
            assert confirm(self.latest, "12345") is None

    def say(self, text: str) -> None:
        self.replies += 1
        hear(Reply(f"SM{self.texts.pk}-{id(self)}-{self.replies}", NUMBER, text))

    def say_stop(self) -> None:
        self.say(self.chance.choice(["STOP", "please stop", "unsubscribe", "end"]))
        self.agrees = False

    def say_start(self) -> None:
        self.say("START")

    def say_help(self) -> None:
        self.say("HELP")

    def say_something(self) -> None:
        self.say("That was nice.")

    def stop_at_the_provider(self) -> None:
        sent = Message.objects.exclude(provider_id="").filter(subscriber=self.reader).last()
        if (
            sent
            and self.reader
            and heed(Report(sent.provider_id, Fate.FAILED, key=sent.key, code="21610", stops=True))
        ):
            self.agrees = False

    def stop_by_the_practice(self) -> None:
        if self.reader:
            stop(self.reader.mark, StoppedBy.PRACTICE, how="admin")
            self.agrees = False

    def be_erased(self) -> None:
        if self.reader:
            erase(self.reader)
            self.agrees = False

    def wait_a_day(self) -> None:
        let_pass(timedelta(days=1))
        # Oldest first, as two of one reader may not share a morning even for a moment.
        for message in Message.objects.exclude(morning=None).order_by("morning"):
            Message.objects.filter(pk=message.pk).update(
                morning=message.morning - timedelta(days=1), daily_text=None
            )
        if self.reader:
            Subscriber.objects.update(series_from=self.reader.series_from - timedelta(days=1))

    def have_a_morning(self) -> None:
        plan_mornings()
        send_all_due()


ACTS: list[tuple[Callable[[Life], None], int]] = [
    (Life.sign_up, 6), (Life.bring_the_code, 9), (Life.bring_a_wrong_code, 1), (Life.say_stop, 2),
    (Life.say_start, 1), (Life.say_help, 1), (Life.say_something, 1), (Life.stop_at_the_provider, 1),
    (Life.stop_by_the_practice, 1), (Life.be_erased, 1), (Life.wait_a_day, 7), (Life.have_a_morning, 9),
]  # fmt: skip


#: How half of the lives begin.
JOINING = [Life.sign_up, Life.bring_the_code, Life.wait_a_day]


def forget_all(log: Log) -> None:
    for model in (Message, SignUp, Subscriber, ReceivedReply):
        model.objects.all().delete()
    log.path.unlink(missing_ok=True)


@pytest.mark.parametrize("seed", range(5))
def test_texts_go_only_to_who_agreed_after_the_last_stop(
    texts: TextSettings, log: Log, seed: int
) -> None:
    chance = random.Random(seed)
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(zone_where_it_is(10)))
    texts.parts_a_day = 100_000
    texts.save()
    acts, weights = zip(*ACTS, strict=True)
    mornings = 0
    for _ in range(SEQUENCES):
        forget_all(log)
        life = Life(texts, chance)
        start = JOINING if chance.random() < 0.5 else []
        for act in [*start, *chance.choices(acts, weights, k=STEPS)]:
            before, was_active = len(log.rows), bool(life.reader and life.reader.is_active)
            events = ConsentEvent.objects.count()
            act(life)
            is_active = bool(life.reader and life.reader.is_active)
            assert is_active == life.agrees, act.__name__
            daily = sum("Walk." in body for body in log.bodies[before:])
            assert not daily or life.agrees
            mornings += daily
            happened = ConsentEvent.objects.order_by("pk").values_list("act", flat=True)[events:]
            assert len(happened) == changes(act, life, was_active=was_active, is_active=is_active)
        check_the_books(life)
    assert mornings >= SEQUENCES / 10


def changes(act: Any, life: Life, *, was_active: bool, is_active: bool) -> int:
    """How many rows the ledger must have more by then."""
    if act is Life.be_erased and life.reader:
        return 1 + was_active
    if act is Life.bring_the_code:
        return int(is_active and life.latest is not None and was_confirmed_now(life))
    return int(act is Life.sign_up) + int(was_active and not is_active)


def was_confirmed_now(life: Life) -> bool:
    assert life.latest
    life.latest.refresh_from_db()
    moment = life.latest.confirmed_at
    if moment is None or getattr(life, "counted", None) == moment:
        return False
    life.counted = moment  # type: ignore[attr-defined]
    return True


def check_the_books(life: Life) -> None:
    """What the ledger says is what is the case; an end is confirmed once."""
    reader = life.reader
    if reader is None:
        return
    of_reader = ConsentEvent.objects.filter(mark=reader.mark)
    latest = of_reader.exclude(act=Act.ASKED).order_by("-pk")[0]
    assert (latest.act == Act.CONFIRMED) == reader.is_active
    stops = ConsentEvent.objects.filter(
        mark=reader.mark, act=Act.STOPPED, how__startswith="reply"
    ).count()
    assert Message.objects.filter(kind=Kind.GOODBYE).count() <= stops + SignUp.objects.count()
    assert reader.is_active == (reader.stopped_at is None)
    assert not Message.objects.filter(created_at__gt=timezone.now()).exists()
