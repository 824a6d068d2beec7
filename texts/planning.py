"""Puts the mornings' texts into the outbox, for every reader whose morning it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from django.conf import settings as django_settings
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import override

from texts import words
from texts.composing import compose, shortener_of
from texts.models import (
    Channel,
    DailyText,
    Kind,
    Message,
    SeriesText,
    Subscriber,
    TextSettings,
)
from texts.models.subscribers import SubscriberQuerySet
from texts.models.writing import Written
from texts.plain.hours import Window, window_now
from texts.plain.segments import measure

CHUNK: Final = 500
#: So many mornings later than planned a newcomer may still get the last text of theirs.
LATE_MORNINGS: Final = 3


def plan_mornings() -> int:
    """Queue what is due now, on all sites; returns how many. To be called as often as one likes.

    A morning that has passed is over: after an outage nobody gets yesterday's text.
    """
    now = timezone.now()
    everywhere = TextSettings.objects.filter(are_on=True).select_related("site")
    return sum(_plan_site(settings, now) for settings in everywhere)


def _plan_site(settings: TextSettings, now: datetime) -> int:
    readers = Subscriber.objects.active().filter(site=settings.site_id)
    places = readers.order_by("home", "zones").values_list("home", "zones").distinct()
    planned = 0
    for home, zones in places:
        window = window_now(now, clock=settings.send_at, home=home, zones=zones.split())
        if window.holds(now):
            here = readers.filter(home=home, zones=zones, series_from__lte=window.day)
            planned += _plan_readers(settings, here, window)
    return planned


def _plan_readers(settings: TextSettings, readers: SubscriberQuerySet, window: Window) -> int:
    has_one = Exists(Message.objects.filter(subscriber=OuterRef("pk"), morning=window.day))
    texts = Texts(settings, window.day)
    waiting = readers.exclude(has_one).select_related("site").order_by("pk")
    planned, last = 0, 0
    while chunk := list(waiting.filter(pk__gt=last)[:CHUNK]):
        last = chunk[-1].pk
        messages = list(texts.for_readers(chunk, window))
        # Whoever planned the same a moment ago has won.
        Message.objects.bulk_create(messages, ignore_conflicts=True)
        planned += len(messages)
    return planned


class Texts:
    """What there is for one day: the text of the day, and the texts for newcomers, by language."""

    def __init__(self, settings: TextSettings, day: date) -> None:
        self.settings, self.day = settings, day
        self.daily = {
            each.language: each for each in DailyText.objects.filter(site=settings.site_id, day=day)
        }
        self.series = {
            (each.position, each.language): each
            for each in SeriesText.objects.filter(site=settings.site_id)
        }
        self.shorten = shortener_of(settings)

    def for_readers(self, readers: list[Subscriber], window: Window) -> Iterator[Message]:
        had = self._series_had_by(readers)
        for reader in readers:
            text = self._series_for(reader, had[reader.pk]) or self._of_the_day(reader)
            if text:
                yield self._message(reader, text, window)

    def _series_had_by(self, readers: list[Subscriber]) -> dict[int, set[int]]:
        had: dict[int, set[int]] = defaultdict(set)
        sent = Message.objects.filter(subscriber__in=readers, series_text__isnull=False)
        for subscriber, text in sent.values_list("subscriber", "series_text"):
            had[subscriber].add(text)
        return had

    def _series_for(self, reader: Subscriber, had: set[int]) -> SeriesText | None:
        """The next one that the reader has not had: a morning that was lost puts none off for good."""
        mornings = (self.day - reader.series_from).days + 1
        positions = sorted({position for position, _language in self.series})
        # Who has been here for longer is no newcomer, whatever is written for those by now.
        if not positions or mornings > positions[-1] + LATE_MORNINGS:
            return None
        for position in positions:
            text = _in_language(self.series, position, reader.language)
            if text and text.pk not in had and position <= mornings:
                return text
        return None

    def _of_the_day(self, reader: Subscriber) -> DailyText | None:
        return self.daily.get(reader.language) or self.daily.get(django_settings.LANGUAGE_CODE)

    def _message(self, reader: Subscriber, text: Written, window: Window) -> Message:
        is_mail = reader.channel == Channel.EMAIL
        body = compose(
            text,
            self.settings,
            channel=reader.channel,
            first_name=reader.first_name,
            shorten=self.shorten,
        )
        return Message(
            site=self.settings.site,
            kind=Kind.SERIES if isinstance(text, SeriesText) else Kind.DAILY,
            channel=reader.channel,
            subscriber=reader,
            series_text=text if isinstance(text, SeriesText) else None,
            daily_text=text if isinstance(text, DailyText) else None,
            morning=self.day,
            sealed=reader.sealed,
            mark=reader.mark,
            subject=self._subject(reader.language) if is_mail else "",
            body=self._mail(body, reader) if is_mail else body,
            parts=0 if is_mail else measure(body).parts,
            not_after=window.closes,
        )

    def _mail(self, body: str, reader: Subscriber) -> str:
        with override(reader.language):
            return words.with_way_out(body, reader)

    def _subject(self, language: str) -> str:
        with override(language):
            return words.subject(self.settings)


def _in_language(
    series: dict[tuple[int, str], SeriesText], position: int, language: str
) -> SeriesText | None:
    own = series.get((position, language))
    return own or series.get((position, django_settings.LANGUAGE_CODE))
