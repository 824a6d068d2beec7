"""Of a message whose outcome nobody knows the provider is asked, and only what it surely has not is sent again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.texts.people import let_pass, subscriber, today_at
from tests.texts.provider import Provider
from texts.asking import ask_about_unknown, give_up_lost_workers
from texts.gateways import twilio
from texts.models import (
    DailyText,
    Message,
    State,
    TextSettings,
)
from texts.planning import plan_mornings
from texts.sending import send_all_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(texts: TextSettings) -> Message:
    """The text of this morning for one reader."""
    reader = subscriber(texts)
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    assert plan_mornings() == 1
    return Message.objects.get()


@pytest.mark.parametrize("fault", ["500 kept", "lost"])
def test_an_unknown_outcome_is_asked_and_never_sent_again(
    planned: Message, provider: Provider, fault: str
) -> None:
    provider.temper = lambda message: fault
    send_all_due()
    planned.refresh_from_db()
    assert planned.state == State.UNKNOWN
    provider.temper = lambda message: "ok"
    for _ in range(4):
        let_pass(timedelta(minutes=11))
        send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.provider_id) == (State.SENT, provider.messages[0]["sid"])
    assert len(provider.messages) == 1


@pytest.mark.parametrize("fault", ["500", "broken"])
def test_what_the_provider_surely_has_not_is_sent_after_it_was_asked_twice(
    planned: Message, provider: Provider, fault: str
) -> None:
    provider.temper = lambda message: fault
    send_all_due()
    provider.temper = lambda message: "ok"
    let_pass(timedelta(minutes=2))
    send_all_due()
    planned.refresh_from_db()
    assert planned.state == State.UNKNOWN
    assert provider.messages == []
    let_pass(timedelta(minutes=11))
    ask_about_unknown()
    send_all_due()
    planned.refresh_from_db()
    assert planned.state == State.SENT
    assert len(provider.messages) == 1


def test_a_provider_that_never_answers_costs_ten_seconds_and_is_asked(
    planned: Message, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert twilio.TIMEOUTS == (5, 10)
    monkeypatch.setattr(twilio, "TIMEOUTS", (1, 0.3))
    provider.temper = lambda message: "hang"
    send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (State.UNKNOWN, "ReadTimeout")
    let_pass(timedelta(minutes=2))
    ask_about_unknown()
    planned.refresh_from_db()
    assert planned.state == State.SENT


def test_a_provider_that_does_not_say_what_it_has_is_asked_again(
    planned: Message, provider: Provider
) -> None:
    provider.temper = lambda message: "lost"
    send_all_due()
    provider.listing_fails = True
    for _ in range(5):
        let_pass(timedelta(minutes=11))
        ask_about_unknown()
    planned.refresh_from_db()
    assert planned.state == State.UNKNOWN
    provider.listing_fails = False
    let_pass(timedelta(minutes=11))
    ask_about_unknown()
    planned.refresh_from_db()
    assert planned.state == State.SENT


def test_one_that_stays_unknown_for_days_is_left_so(planned: Message, provider: Provider) -> None:
    provider.temper = lambda message: "lost"
    send_all_due()
    provider.listing_fails = True
    let_pass(timedelta(days=3))
    ask_about_unknown()
    planned.refresh_from_db()
    assert planned.state == State.UNKNOWN
    assert planned.settled_at is not None
    assert planned.ask_at is None


def test_a_killed_workers_message_is_asked_about(planned: Message, provider: Provider) -> None:
    Message.objects.update(state=State.SENDING, claimed_at=timezone.now(), attempts=1)
    assert give_up_lost_workers() == 0
    provider.take({"To": planned.address, "Body": planned.body})
    let_pass(timedelta(minutes=3))
    send_all_due()
    planned.refresh_from_db()
    assert planned.state == State.SENT
    assert len(provider.messages) == 1


def test_the_same_words_of_another_day_are_not_mistaken_for_it(
    planned: Message, provider: Provider
) -> None:
    earlier = provider.take({"To": planned.address, "Body": planned.body})
    earlier["date_created"] = "Mon, 02 Nov 2026 08:00:00 +0000"
    provider.temper = lambda message: "broken"
    send_all_due()
    let_pass(timedelta(minutes=2))
    ask_about_unknown()
    planned.refresh_from_db()
    assert planned.state == State.UNKNOWN


def test_asking_ends_in_time(planned: Message, provider: Provider) -> None:
    provider.temper = lambda message: "lost"
    send_all_due()
    let_pass(timedelta(minutes=2))
    assert ask_about_unknown(until=0) == 0
    assert provider.asked["GET"] == 0


def test_one_odd_row_of_the_provider_hides_no_other(planned: Message, provider: Provider) -> None:
    provider.temper = lambda message: "lost"
    send_all_due()
    odd = provider.take({"To": planned.address, "Body": "x"})
    odd["status"], odd["date_created"] = "partially_delivered", None
    let_pass(timedelta(minutes=2))
    ask_about_unknown()
    planned.refresh_from_db()
    assert planned.state == State.SENT
