"""Gives the demo daily texts, and some readers who got them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone
from wagtail.models import Site

from cms.models import StandardPage
from demo.content.legal import PRIVACY, TERMS
from demo.content.texts import ABOUT, DAILY, DRAFT, REPLIES, SERIES
from texts import words
from texts.addresses import mark_of, seal
from texts.gateways.interface import Reply
from texts.ledger import record
from texts.models import (
    Act,
    Channel,
    DailyText,
    Kind,
    Message,
    SeriesText,
    State,
    Subscriber,
    TextSettings,
)
from texts.rendering import render
from texts.replies import hear

NAMES: Final = ("Ida", "", "Jonas", "Mette", "Ravi", "", "Selma", "Tomas")
PAST_DAYS: Final = 5


def add_texts(site: Site) -> None:
    """Texts from some days ago to some days ahead; the readers' numbers are reserved for fiction."""
    pages = StandardPage.objects.child_of(site.root_page)
    settings, _is_new = TextSettings.objects.update_or_create(
        site=site,
        defaults={
            "are_on": True,
            "about": ABOUT,
            "countries": "US, CA, DE, GB",
            "price": "0.0083",
            "terms_page": pages.get(slug=TERMS.slug),
            "privacy_page": pages.get(slug=PRIVACY.slug),
        },
    )
    today = timezone.localdate()
    first = today - timedelta(days=PAST_DAYS)
    daily = [
        DailyText.objects.create(site=site, body=body, day=first + timedelta(days=number))
        for number, body in enumerate(DAILY)
    ]
    DailyText.objects.create(site=site, body=DRAFT)
    for position, body in enumerate(SERIES, start=1):
        SeriesText.objects.create(site=site, body=body, position=position)
    readers = [_reader(settings, number, name) for number, name in enumerate(NAMES)]
    for text in daily[:PAST_DAYS]:
        for number, reader in enumerate(readers):
            _sent(settings, reader, text, number)
    for number, (reader, answer) in enumerate(zip(readers, REPLIES, strict=False)):
        hear(Reply(f"demo-{number}", reader.address, answer))


def _reader(settings: TextSettings, number: int, name: str) -> Subscriber:
    is_mail = number % 4 == 3
    address = f"reader{number}@example.org" if is_mail else f"+1202555{100 + number:04}"
    joined = timezone.now() - timedelta(days=PAST_DAYS + 5)
    reader = Subscriber.objects.create(
        site=settings.site,
        channel=Channel.EMAIL if is_mail else Channel.SMS,
        sealed=seal(address),
        mark=mark_of(address),
        first_name=name,
        home="America/New_York",
        zones="" if is_mail else "America/New_York",
        consented_at=joined,
        series_from=joined.date(),
    )
    wording = words.consent(settings, reader.channel)
    for act in (Act.ASKED, Act.CONFIRMED):
        record(act, reader, wording=wording, page_url=f"{settings.site.root_url}/", at=joined)
    return reader


def _sent(settings: TextSettings, reader: Subscriber, text: DailyText, number: int) -> None:
    day: date = text.day or timezone.localdate()
    nine = timezone.make_aware(datetime.combine(day, settings.send_at))
    is_lost = number == 2 and day.day % 2
    Message.objects.create(
        site=settings.site,
        kind=Kind.DAILY,
        channel=reader.channel,
        subscriber=reader,
        daily_text=text,
        morning=day,
        sealed=reader.sealed,
        mark=reader.mark,
        body=render(text.body, sender=settings.sender_name, first_name=reader.first_name),
        parts=1,
        state=State.FAILED if is_lost else State.DELIVERED,
        error="30003" if is_lost else "",
        attempts=1,
        created_at=nine,
        not_before=nine,
        not_after=nine + timedelta(hours=4),
        claimed_at=nine,
        settled_at=nine,
    )
