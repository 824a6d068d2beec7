"""Readers of daily texts: who signs up, and who gets them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from cms.guarded_form import LURE, OPENED
from tests.comments.readers import FROM_OUR_PAGE
from tests.contact_forms import opened
from texts.addresses import mark_of, seal
from texts.models import Channel, Kind, Message, SignUp, Subscriber, TextSettings

URL = "/texts/"
NUMBER = "+12025550142"


def agreed(client: Client, by: str = "sms") -> str:
    """What the form says of the words that it shows; nothing where there is no form."""
    found = re.search(r'name="agreed" value="(\w+)"', client.get(f"{URL}?by={by}").text)
    return found[1] if found else ""


def sign_up(
    client: Client, phone: str = "(202) 555-0142", *, address: str = "192.0.2.1", **typed: Any
) -> HttpResponse:
    """What a browser sends, a minute after the page was opened."""
    form = {
        "by": "sms",
        "phone": phone,
        "first_name": "",
        "consent": "on",
        "agreed": typed.pop("agreed", None) or agreed(client, typed.get("by", "sms")),
        LURE: "",
        OPENED: opened(60),
    }
    extra = {"HTTP_REFERER": "http://testserver/articles/sleep/?from=mail", "REMOTE_ADDR": address}
    return client.post(URL, {**form, **typed}, headers=FROM_OUR_PAGE, **extra)


def sign_up_by_mail(
    client: Client, email: str = "ada@reader.example", **typed: Any
) -> HttpResponse:
    typed.setdefault("home", "America/New_York")
    return sign_up(client, by="email", phone="", email=email, **typed)


def code_of(sign_up_: SignUp | None = None) -> str:
    """What is in the latest message with a code."""
    codes = Message.objects.filter(kind=Kind.CODE)
    latest = (codes.filter(sign_up=sign_up_) if sign_up_ else codes).latest("pk")
    found = re.search(r"\b\d{6}\b", latest.body)
    assert found
    return found[0]


def type_code(client: Client, url: str, code: str, **extra: Any) -> HttpResponse:
    return client.post(url, {"code": code}, headers=FROM_OUR_PAGE, **extra)


def join(client: Client, phone: str = "(202) 555-0142", **typed: Any) -> Subscriber:
    """The whole way of a reader."""
    url = sign_up(client, phone, **typed).url
    assert type_code(client, url, code_of()).status_code == 303
    return Subscriber.objects.latest("pk")


def zone_where_it_is(hour: int) -> str:
    """A zone whose clock shows that hour now."""
    east = (hour - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-east:+d}" if east else "Etc/GMT"


def today_at(zone: str) -> date:
    return datetime.now(ZoneInfo(zone)).date()


def subscriber(
    settings: TextSettings, number: str = NUMBER, *, hour: int = 10, **fields: Any
) -> Subscriber:
    """Somebody who agreed ten days ago and for whom it is that hour; no number of theirs says otherwise."""
    home = fields.pop("home", None) or zone_where_it_is(hour)
    joined = timezone.now() - timedelta(days=10)
    defaults: dict[str, Any] = {
        "channel": Channel.SMS,
        "consented_at": joined,
        "series_from": joined.date(),
    }
    return Subscriber.objects.create(
        site=settings.site,
        sealed=seal(number),
        mark=mark_of(number),
        home=home,
        **{**defaults, **fields},
    )


def let_pass(gone: timedelta) -> None:
    """Time passes for the outbox: everything in it is so much older."""
    moments = ("created_at", "not_before", "not_after", "claimed_at", "ask_at", "settled_at")
    Message.objects.update(**{name: F(name) - gone for name in moments})
    SignUp.objects.update(created_at=F("created_at") - gone, expires_at=F("expires_at") - gone)
