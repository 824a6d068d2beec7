"""Whatever the provider does, a message goes out once or not at all, and what became of it is known."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from tests.receivers import closed_port
from tests.texts.people import let_pass, subscriber, today_at
from tests.texts.provider import Provider
from texts import sending
from texts.breakers import parts_on
from texts.models import (
    DailyText,
    Message,
    State,
    StoppedBy,
    Subscriber,
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


def spent(texts: TextSettings) -> int:
    return parts_on(texts.site_id, timezone.now().date())


def test_what_the_provider_takes_is_sent(
    planned: Message, provider: Provider, texts: TextSettings
) -> None:
    assert send_all_due() == 1
    planned.refresh_from_db()
    assert planned.state == State.SENT
    assert planned.provider_id == provider.messages[0]["sid"]
    assert provider.messages[0]["body"] == "Larkmoss: Walk."
    assert provider.messages[0]["callback"] == f"http://localhost/texts/hook/?key={planned.key}"
    # The provider may not keep it until the night.
    assert 0 < int(provider.messages[0]["validity"]) <= 3 * 3600
    assert spent(texts) == 1
    assert send_all_due() == 0


@pytest.mark.parametrize("fault", ["429"])
def test_what_is_not_taken_now_is_sent_later_and_later(
    planned: Message, provider: Provider, texts: TextSettings, fault: str
) -> None:
    provider.temper = lambda message: fault
    waits = []
    for _ in range(4):
        send_all_due()
        planned.refresh_from_db()
        assert (planned.state, planned.error) == (State.QUEUED, fault)
        waits.append(round((planned.not_before - timezone.now()).total_seconds()))
        Message.objects.update(not_before=timezone.now())
    assert waits == [30, 60, 120, 240]
    provider.temper = lambda message: "ok"
    assert send_all_due() == 1
    assert len(provider.messages) == 1
    assert spent(texts) == 1


def test_a_provider_that_is_busy_for_an_hour_loses_nothing(
    planned: Message, provider: Provider, texts: TextSettings
) -> None:
    provider.temper = lambda message: "429"
    for _ in range(12):
        send_all_due()
        let_pass(timedelta(minutes=5))
    provider.temper = lambda message: "ok"
    let_pass(timedelta(minutes=30))
    send_all_due()
    planned.refresh_from_db()
    assert planned.state == State.SENT
    assert spent(texts) == 1


def test_where_nobody_listens_nothing_was_sent_and_it_waits(
    planned: Message, provider: Provider, settings: Any
) -> None:
    settings.SMS_URL = closed_port().rstrip("/")
    send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (State.QUEUED, "NeverConnected")


def test_who_has_stopped_at_the_provider_is_stopped_here(
    planned: Message, provider: Provider, texts: TextSettings
) -> None:
    provider.temper = lambda message: "21610"
    send_all_due()
    planned.refresh_from_db()
    reader = Subscriber.objects.get()
    assert (planned.state, planned.error) == (State.FAILED, "21610")
    assert (reader.is_active, reader.stopped_by) == (False, StoppedBy.CARRIER)
    assert spent(texts) == 0


def test_a_number_that_does_not_exist_fails_and_the_reader_stays(
    planned: Message, provider: Provider
) -> None:
    provider.temper = lambda message: "21211"
    send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (State.FAILED, "21211")
    assert Subscriber.objects.get().is_active


def test_a_wrong_password_of_ours_is_no_fault_of_readers(
    planned: Message, provider: Provider, settings: Any
) -> None:
    settings.SMS_TOKEN = "wrong"
    send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (State.QUEUED, "20003")
    assert Subscriber.objects.get().failures == 0


@pytest.mark.parametrize(("code", "stays"), [("21606", True), ("30034", True), ("21211", False)])
def test_only_a_number_that_is_gone_is_stopped_after_five_mornings(
    planned: Message, provider: Provider, code: str, stays: bool
) -> None:
    provider.temper = lambda message: code
    for _ in range(5):
        Message.objects.update(state=State.QUEUED)
        send_all_due()
    assert Subscriber.objects.get().is_active == stays


def test_a_text_can_be_called_back(planned: Message, provider: Provider) -> None:
    TextSettings.objects.update(are_on=False)
    send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (State.FAILED, "called back")
    Message.objects.update(state=State.QUEUED)
    TextSettings.objects.update(are_on=True)
    DailyText.objects.all().delete()
    send_all_due()
    planned.refresh_from_db()
    assert planned.error == "called back"
    assert provider.messages == []


def test_what_can_never_be_sent_holds_up_nobody(
    planned: Message, provider: Provider, texts: TextSettings
) -> None:
    """Readers who stopped between their planning and now."""
    for number in range(30):
        reader = subscriber(texts, f"+1202555{number:04}", is_active=False)
        planned.pk, planned.key, planned.subscriber = None, f"k{number}", reader
        planned.not_before = timezone.now() - timedelta(minutes=1)
        planned.save()
    assert send_all_due(seconds=5) == 1
    assert Message.objects.filter(error="stopped").count() == 30


def test_a_worker_that_slept_sends_nothing_any_more(planned: Message, provider: Provider) -> None:
    assert sending._claim(planned)
    planned.claimed_at -= timedelta(minutes=3)
    assert not sending._is_fresh(planned)


def test_what_is_late_is_dropped(planned: Message, provider: Provider) -> None:
    let_pass(timedelta(hours=4))
    send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (State.FAILED, "too late")
    assert provider.messages == []


def test_over_the_budget_it_waits(
    planned: Message, provider: Provider, texts: TextSettings
) -> None:
    TextSettings.objects.update(parts_a_day=0)
    send_all_due()
    planned.refresh_from_db()
    assert (planned.state, planned.error, planned.attempts) == (State.QUEUED, "budget", 0)
    assert provider.messages == []
    TextSettings.objects.update(parts_a_day=10)
    let_pass(timedelta(minutes=10))
    assert send_all_due() == 1


def test_no_number_stands_in_the_log(
    planned: Message, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    provider.temper = lambda message: "lost"
    with caplog.at_level("DEBUG"):
        send_all_due()
        let_pass(timedelta(minutes=2))
        Message.objects.update(state=State.QUEUED, provider_id="")
        provider.temper = lambda message: "21211"
        send_all_due()
    assert "21211" in caplog.text
    assert "2025550142" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_many_who_send_at_once_send_each_once(texts: TextSettings, provider: Provider) -> None:
    for number in range(100, 140):
        reader = subscriber(texts, f"+1202555{number:04}")
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    plan_mornings()

    def work() -> None:
        try:
            send_all_due()
        finally:
            connections.close_all()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(provider.messages) == 40
    assert len({message["to"] for message in provider.messages}) == 40
    assert set(Message.objects.values_list("state", flat=True)) == {State.SENT}
    assert spent(texts) == 40
