"""Of two who reach for the same message in the same moment, one has it: the database makes the other wait and look again."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest
from django.db import connections, transaction
from django.db.models.functions import Now

from tests.texts.people import subscriber, today_at
from tests.texts.provider import Provider
from texts.models import DailyText, Message, State, StoppedBy, Subscriber, TextSettings
from texts.planning import plan_mornings
from texts.sending import send
from texts.stopping import stop

pytestmark = pytest.mark.django_db(transaction=True)

#: Long enough for the other to reach the row, and to wait for it.
A_MOMENT = 0.5


@pytest.fixture
def planned(texts: TextSettings, provider: Provider) -> Message:
    reader = subscriber(texts)
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    plan_mornings()
    return Message.objects.get()


def meanwhile(act: Callable[[], Any], *, before_commit: Callable[[], Any]) -> Any:
    """What ``act`` returns if it begins in another thread before ``before_commit`` is committed."""
    results = []

    def run() -> None:
        try:
            results.append(act())
        finally:
            connections.close_all()

    thread = Thread(target=run)
    with transaction.atomic():
        before_commit()
        thread.start()
        time.sleep(A_MOMENT)
    thread.join()
    return results[0]


def take(message: Message) -> None:
    Message.objects.filter(pk=message.pk).update(state=State.SENDING, claimed_at=Now())


def test_a_message_that_another_takes_is_not_sent(planned: Message, provider: Provider) -> None:
    assert meanwhile(lambda: send(planned), before_commit=lambda: take(planned)) is False
    assert provider.messages == []


def test_a_stop_lets_a_message_be_that_is_being_sent(planned: Message) -> None:
    mark = Subscriber.objects.get().mark
    meanwhile(lambda: stop(mark, StoppedBy.READER, how="test"), before_commit=lambda: take(planned))
    planned.refresh_from_db()
    assert planned.state == State.SENDING


def test_a_message_is_not_sent_when_a_stop_is_stored_in_that_moment(
    planned: Message, provider: Provider
) -> None:
    mark = Subscriber.objects.get().mark
    assert not meanwhile(
        lambda: send(planned), before_commit=lambda: stop(mark, StoppedBy.READER, how="test")
    )
    assert provider.messages == []
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (State.FAILED, "stopped")
