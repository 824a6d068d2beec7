"""Only the provider is heard, and what it says twice or in the wrong order does no harm."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from django.test import Client

from tests.texts.calls import HOOK, call, reply, report
from tests.texts.people import subscriber, today_at
from tests.texts.provider import Provider
from texts.gateways.twilio import signature
from texts.models import (
    DailyText,
    Message,
    ReceivedReply,
    State,
    StoppedBy,
    Subscriber,
    TextSettings,
)
from texts.planning import plan_mornings
from texts.sending import send_all_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(texts: TextSettings, provider: Provider) -> Message:
    reader = subscriber(texts)
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    plan_mornings()
    send_all_due()
    return Message.objects.get()


def state(message: Message) -> str:
    message.refresh_from_db()
    return message.state


def test_the_signature_is_that_of_the_providers_documentation(settings: Any) -> None:
    settings.SMS_TOKEN = "12345"
    form = {
        "CallSid": "CA1234567890ABCDE", "Caller": "+14158675310", "Digits": "1234", "From": "+14158675310",
        "To": "+18005551212",
    }  # fmt: skip
    url = "https://example.com/myapp.php?foo=1&bar=2"
    # Reckoned apart from ours, by OpenSSL.
    assert signature(url, form) == "L/OH5YylLD5NRKLltdqwSvS0BnU="


def test_what_is_delivered_is_noted(client: Client, sent: Message) -> None:
    assert report(client, sent, "delivered").status_code == 204
    assert state(sent) == State.DELIVERED


@pytest.mark.parametrize("order", list(permutations(["sent", "delivered", "queued"])))
def test_reports_in_any_order_and_twice_end_the_same(
    client: Client, sent: Message, order: tuple[str, ...]
) -> None:
    for status in (*order, *order):
        assert report(client, sent, status).status_code == 204
    assert state(sent) == State.DELIVERED


@pytest.mark.parametrize("status", ["failed", "undelivered", "canceled"])
def test_what_failed_stays_failed_with_its_code(client: Client, sent: Message, status: str) -> None:
    report(client, sent, status, ErrorCode="30003")
    report(client, sent, "sent")
    assert state(sent) == State.FAILED
    assert sent.error == "30003"


def test_a_report_that_comes_before_the_answer_is_believed(client: Client, sent: Message) -> None:
    Message.objects.update(state=State.SENDING, provider_id="")
    report(client, sent, "delivered", sid="SMearly")
    assert state(sent) == State.DELIVERED
    assert sent.provider_id == "SMearly"


def test_a_report_keeps_one_from_being_sent_again(
    client: Client, sent: Message, provider: Provider
) -> None:
    Message.objects.update(state=State.QUEUED, provider_id="")
    report(client, sent, "sent")
    send_all_due()
    assert state(sent) == State.SENT
    assert len(provider.messages) == 1


def test_a_reader_who_stopped_at_the_provider_is_stopped_by_a_report(
    client: Client, sent: Message
) -> None:
    report(client, sent, "failed", ErrorCode="21610")
    reader = Subscriber.objects.get()
    assert (reader.is_active, reader.stopped_by) == (False, StoppedBy.CARRIER)


def test_a_number_that_nothing_reaches_any_more_is_stopped(client: Client, sent: Message) -> None:
    for number in range(5):
        assert Subscriber.objects.get().is_active, number
        Message.objects.update(state=State.SENT)
        report(client, sent, "undelivered", ErrorCode="30003")
    assert not Subscriber.objects.get().is_active


def test_one_that_arrives_forgives_those_that_did_not(client: Client, sent: Message) -> None:
    for _ in range(4):
        Message.objects.update(state=State.SENT)
        report(client, sent, "undelivered", ErrorCode="30003")
    Message.objects.update(state=State.SENT)
    report(client, sent, "delivered")
    assert Subscriber.objects.get().failures == 0


@pytest.mark.parametrize(
    "change",
    [
        {"form": {"Body": "GO"}},
        {"path": f"{HOOK}?key=other"},
        {"signature": ""},
        {"signature": "AAAA"},
        {"signature": "é"},
        {"token": ""},
    ],
)
def test_a_forged_call_is_refused_unread_and_unlogged(
    client: Client,
    sent: Message,
    settings: Any,
    caplog: pytest.LogCaptureFixture,
    change: dict[str, Any],
) -> None:
    form = {"MessageSid": "SM1", "From": "+12025550142", "Body": "STOP"}
    signed = change.get("signature", signature(f"http://localhost{HOOK}", form))
    settings.SMS_TOKEN = change.get("token", settings.SMS_TOKEN)
    response = client.post(
        change.get("path", HOOK),
        {**form, **change.get("form", {})},
        headers={"X-Twilio-Signature": signed},
    )
    assert response.status_code == 403
    assert not ReceivedReply.objects.exists()
    assert Subscriber.objects.get().is_active
    assert "STOP" not in caplog.text
    assert "2025550142" not in caplog.text


def test_a_signature_for_http_is_none_for_https(
    client: Client, sent: Message, settings: Any
) -> None:
    settings.SITE_URL = "https://practice.example"
    assert reply(client, "STOP").status_code == 403


def test_another_method_is_refused(client: Client, sent: Message) -> None:
    for method in (client.get, client.put, client.delete):
        assert method(HOOK).status_code == 405


def test_a_gateway_that_is_never_called_takes_no_calls(
    client: Client, texts: TextSettings, log: Any
) -> None:
    assert reply(client, "STOP").status_code == 403


def test_reports_of_strange_messages_and_states_change_nothing(
    client: Client, sent: Message
) -> None:
    assert call(client, {"MessageSid": "SMother", "MessageStatus": "failed"}).status_code == 204
    assert report(client, sent, "dancing").status_code == 204
    assert call(client, {"AccountSid": "AC"}).status_code == 204
    assert state(sent) == State.SENT
