"""From the moment in which a stop is stored, no text leaves for that number."""

from __future__ import annotations

import threading
from datetime import datetime

import pytest
from django.db import connections
from django.utils import timezone

from tests.texts.people import subscriber, today_at
from tests.texts.provider import Provider, wait_until
from texts.models import DailyText, Message, StoppedBy, Subscriber, TextSettings
from texts.planning import plan_mornings
from texts.sending import send_all_due
from texts.stopping import stop

READERS = 60


@pytest.mark.django_db(transaction=True)
def test_no_text_is_taken_in_hand_after_the_stop_is_stored(
    texts: TextSettings, provider: Provider
) -> None:
    readers = [subscriber(texts, f"+1202555{number:04}") for number in range(READERS)]
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(readers[0].home))
    plan_mornings()

    def send() -> None:
        try:
            send_all_due()
        finally:
            connections.close_all()

    workers = [threading.Thread(target=send) for _ in range(2)]
    for worker in workers:
        worker.start()
    wait_until(lambda: len(provider.messages) >= 5)
    stored: dict[int, datetime] = {}
    # From the end, so that the two meet somewhere in the middle.
    for reader in reversed(readers):
        stop(reader.mark, StoppedBy.READER, how="test")
        stored[reader.pk] = timezone.now()
    for worker in workers:
        worker.join()
    sent = Message.objects.exclude(provider_id="")
    assert sent.count() == len(provider.messages) == len({each["to"] for each in provider.messages})
    assert [each.pk for each in sent if each.claimed_at > stored[each.subscriber_id]] == []
    assert not Subscriber.objects.active().exists()
    assert send_all_due() == 0
