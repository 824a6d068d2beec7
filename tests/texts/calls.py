"""Calls of the provider, signed as it signs them."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.http import HttpResponse
from django.test import Client

from texts.gateways.twilio import signature
from texts.models import Message

HOOK = "/texts/hook/"
_numbers = count(1)


def call(client: Client, form: dict[str, str], *, path: str = HOOK, **headers: str) -> HttpResponse:
    signed = {"X-Twilio-Signature": signature(f"http://localhost{path}", form), **headers}
    return client.post(path, form, headers=signed)


def reply(
    client: Client, text: str, *, sender: str = "+12025550142", sid: str = "", **more: str
) -> HttpResponse:
    """Somebody answers to a text."""
    form = {"MessageSid": sid or f"SMreply{next(_numbers)}", "From": sender, "Body": text, **more}
    return call(client, form)


def report(client: Client, message: Message, status: str, **more: Any) -> HttpResponse:
    """The provider says what became of ``message``."""
    sid = more.pop("sid", message.provider_id) or f"SM{message.key}"
    form = {"MessageSid": sid, "MessageStatus": status, **more}
    return call(client, form, path=f"{HOOK}?key={message.key}")
