"""Readers are heard in their own words, answered once, and never by a loop."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.texts.calls import reply
from tests.texts.people import code_of, sign_up, subscriber, type_code
from tests.texts.provider import Provider
from texts.models import (
    Act,
    ConsentEvent,
    Kind,
    Message,
    ReceivedReply,
    StoppedBy,
    Subscriber,
    TextSettings,
)
from texts.sending import send_all_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(texts: TextSettings, provider: Provider) -> Subscriber:
    return subscriber(texts)


def answers() -> list[tuple[str, str]]:
    return list(Message.objects.order_by("pk").values_list("kind", "body"))


@pytest.mark.parametrize(
    "text", ["STOP", "stop.", "ＳＴＯＰ", "Please stop texting me", "UNSUBSCRIBE"]
)
def test_a_stop_stops_and_is_confirmed_once(
    client: Client, reader: Subscriber, provider: Provider, text: str
) -> None:
    assert reply(client, text).status_code == 204
    reader.refresh_from_db()
    assert (reader.is_active, reader.stopped_by) == (False, StoppedBy.READER)
    event = ConsentEvent.objects.get()
    assert (event.act, event.wording) == (Act.STOPPED, "")
    # A reader's own words cannot be taken out of the ledger again, so they are not in it.
    assert event.how in ("reply: STOP", "reply: UNSUBSCRIBE", "reply in own words")
    reply(client, "STOP")
    send_all_due()
    assert len(provider.messages) == 1
    assert provider.messages[0]["body"].startswith("Larkmoss: You are stopped")
    assert "http://localhost/texts/" in provider.messages[0]["body"]


def test_a_call_that_comes_twice_is_heard_once(client: Client, reader: Subscriber) -> None:
    for _ in range(2):
        assert reply(client, "HELP", sid="SMsame").status_code == 204
    assert ReceivedReply.objects.count() == 1
    assert Message.objects.count() == 1


def test_an_old_stop_that_is_played_again_stops_nobody_who_has_signed_up_anew(
    client: Client, reader: Subscriber
) -> None:
    reply(client, "STOP", sid="SMold")
    Subscriber.objects.update(is_active=True)
    reply(client, "STOP", sid="SMold")
    reader.refresh_from_db()
    assert reader.is_active


def test_help_is_answered_in_every_state_and_changes_none(
    client: Client, reader: Subscriber
) -> None:
    reply(client, "help")
    reader.refresh_from_db()
    assert reader.is_active
    (kind, body), *_rest = answers()
    assert kind == Kind.HELP
    for part in ("Larkmoss", "+1 202-555-0199", "STOP", "rates may apply"):
        assert part in body
    reply(client, "STOP")
    reply(client, "INFO")
    reply(client, "HELP", sender="+12025550177")
    assert [kind for kind, _body in answers()] == [Kind.HELP, Kind.GOODBYE, Kind.HELP, Kind.HELP]
    assert not ConsentEvent.objects.exclude(act=Act.STOPPED).exists()


def test_start_starts_nothing_without_consent(client: Client, reader: Subscriber) -> None:
    reply(client, "STOP")
    reply(client, "START")
    reader.refresh_from_db()
    assert not reader.is_active
    assert "please sign up at http://localhost/texts/" in answers()[-1][1]


def test_a_stop_while_a_code_is_on_its_way_ends_the_sign_up(
    client: Client, texts: TextSettings, provider: Provider
) -> None:
    url = sign_up(client).url
    code = code_of()
    reply(client, "STOP")
    assert type_code(client, url, code).status_code == 422
    assert Message.objects.filter(kind=Kind.GOODBYE).count() == 1


def test_a_stranger_who_says_stop_is_not_written_to(client: Client, reader: Subscriber) -> None:
    reply(client, "STOP", sender="+12025550177")
    assert answers() == []


def test_two_machines_do_not_answer_each_other_for_ever(client: Client, reader: Subscriber) -> None:
    for _ in range(10):
        reply(client, "HELP")
    assert len(answers()) == 3


def test_where_the_provider_has_answered_we_do_not(client: Client, reader: Subscriber) -> None:
    reply(client, "HELP", OptOutType="HELP")
    reply(client, "STOP", OptOutType="STOP")
    reader.refresh_from_db()
    assert not reader.is_active
    assert answers() == []


def test_what_the_provider_takes_for_a_stop_is_one(client: Client, reader: Subscriber) -> None:
    reply(client, "Basta", OptOutType="STOP")
    reader.refresh_from_db()
    assert not reader.is_active


def test_strangers_from_far_away_are_not_explained_anything(
    client: Client, reader: Subscriber
) -> None:
    for number in ("+447400123456", "+18005550199", "12345"):
        reply(client, "HELP", sender=number)
    assert answers() == []


def test_many_strangers_do_not_use_up_the_budget(client: Client, reader: Subscriber) -> None:
    for number in range(60):
        reply(client, "HELP", sender=f"+1202555{number:04}")
    assert len(answers()) == 50


def test_words_of_their_own_are_kept_and_marked(client: Client, reader: Subscriber) -> None:
    reply(client, "Thank you, that was lovely")
    reply(client, "I do not want these texts any more")
    reply(client, "STOP")
    kept = ReceivedReply.objects.order_by("pk").values_list("meaning", "text", "is_in_own_words")
    assert list(kept) == [
        ("other", "Thank you, that was lovely", False),
        ("stop", "I do not want these texts any more", True),
        ("stop", "", False),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00STOP", "S" * 5000, "<script>alert(1)</script>", "🛑"]
)
def test_anything_can_be_answered(client: Client, reader: Subscriber, text: str) -> None:
    assert reply(client, text).status_code == 204


def test_it_is_answered_in_the_language_of_the_reader(
    client: Client, texts: TextSettings, provider: Any
) -> None:
    subscriber(texts, language="de")
    reply(client, "STOP")
    assert "gestoppt" in answers()[0][1] or "keine" in answers()[0][1]
