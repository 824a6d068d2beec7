"""The commands for timers: sending, and forgetting."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from tests.background import work
from tests.cms.kept_pages import Commit
from tests.processes import start_manage
from tests.texts.calls import reply
from tests.texts.conftest import Log
from tests.texts.people import join, let_pass, sign_up, subscriber, today_at
from texts.models import (
    ConsentEvent,
    DailyText,
    Message,
    ReceivedReply,
    SignUp,
    State,
    StoppedBy,
    Subscriber,
    TextSettings,
)
from texts.stopping import stop

pytestmark = pytest.mark.django_db


def run(name: str, **options: Any) -> str:
    out = StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue()


def test_one_command_plans_and_sends(texts: TextSettings, log: Log) -> None:
    reader = subscriber(texts)
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    assert run("send_daily_text") == "Texts planned: 1, handed over: 1\n"
    assert run("send_daily_text") == "Texts planned: 0, handed over: 0\n"
    assert log.bodies == ["Larkmoss: Walk."]


@pytest.mark.django_db(transaction=True)
def test_two_timers_at_once_send_once(texts: TextSettings, log: Log) -> None:
    for number in range(20):
        reader = subscriber(texts, f"+1202555{number:04}")
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    # The processes read their gateway from the environment.
    environment = {"SMS_GATEWAY": "file", "SMS_URL": str(log.path)}
    timers = [start_manage("send_daily_text", **environment) for _ in range(2)]
    assert [timer.wait(120) for timer in timers] == [0, 0]
    assert len(log.rows) == 20
    assert len({row["to"] for row in log.rows}) == 20


def test_a_code_does_not_wait_for_a_timer(
    client: Client, texts: TextSettings, log: Log, commit: Commit
) -> None:
    with commit():
        sign_up(client)
    work()
    assert "is your code" in log.bodies[0]


def test_old_words_and_addresses_are_forgotten_and_the_books_stay(
    client: Client, texts: TextSettings, provider: Any
) -> None:
    reader = join(client)
    run("send_daily_text")
    reply(client, "Thank you")
    stop(reader.mark, StoppedBy.READER, how="test")
    events = ConsentEvent.objects.count()
    gone = timedelta(days=91)
    let_pass(gone)
    ReceivedReply.objects.update(received_at=timezone.now() - gone)
    Subscriber.objects.update(stopped_at=timezone.now() - gone)
    assert run("forget_texts") == (
        "Messages forgotten: 2, replies: 1, stopped readers: 1, sign-ups: 1\n"
    )
    reader.refresh_from_db()
    assert (reader.sealed, reader.is_active) == ("", False)
    assert {(each.sealed, each.body) for each in Message.objects.all()} == {("", "")}
    assert Message.objects.filter(state=State.SENT).count() == 1
    assert ConsentEvent.objects.count() == events
    assert not SignUp.objects.exists()


def test_what_is_young_and_who_gets_texts_stays(
    client: Client, texts: TextSettings, log: Log
) -> None:
    reader = join(client)
    run("send_daily_text")
    Subscriber.objects.update(consented_at=timezone.now() - timedelta(days=900))
    run("forget_texts")
    reader.refresh_from_db()
    assert reader.address == "+12025550142"
    assert Message.objects.exclude(body="").count() == 1
    assert SignUp.objects.count() == 1


def test_a_day_is_too_short_to_keep(texts: TextSettings) -> None:
    with pytest.raises(CommandError, match="two days"):
        run("forget_texts", days=1)
