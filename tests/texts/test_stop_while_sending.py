"""From the moment in which a stop is stored, no text leaves for that number."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connections

from tests.texts.people import subscriber, today_at
from tests.texts.provider import Provider, wait_until
from texts.models import DailyText, StoppedBy, Subscriber, TextSettings
from texts.planning import plan_mornings
from texts.sending import send_all_due
from texts.stopping import stop

READERS = 60


@pytest.mark.django_db(transaction=True)
def test_no_text_leaves_after_the_stop_is_stored(texts: TextSettings, provider: Provider) -> None:
    readers = [subscriber(texts, f"+1202555{number:04}") for number in range(READERS)]
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(readers[0].home))
    plan_mornings()
    taken: dict[str, float] = {}
    stopped: dict[str, float] = {}

    def temper(form: dict[str, str]) -> str:
        taken[form["To"]] = time.monotonic()
        return "ok"

    provider.temper = temper

    def send() -> None:
        try:
            send_all_due()
        finally:
            connections.close_all()

    workers = [threading.Thread(target=send) for _ in range(2)]
    for worker in workers:
        worker.start()
    wait_until(lambda: len(taken) >= 5)
    # From the end, so that the two meet somewhere in the middle.
    for reader in reversed(readers):
        stop(reader.mark, StoppedBy.READER, how="test")
        stopped[reader.address] = time.monotonic()
    for worker in workers:
        worker.join()
    late = {to for to, at in taken.items() if at - stopped[to] > 0.5}
    assert late == set()
    assert 5 <= len(taken) < READERS
    assert not Subscriber.objects.active().exists()
