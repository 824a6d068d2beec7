"""The daily texts: whether the time of an answer tells known numbers, and what a morning of many readers costs."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Site

from bench.machines import EarlierSigner
from cms.guarded_form import LURE, OPENED, SALT
from cms.models import SiteSettings
from cms.models.throttle import Bucket
from texts import words
from texts.addresses import keyed, mark_of, seal
from texts.models import DailyText, Message, StoppedBy, Subscriber, TextSettings
from texts.planning import plan_mornings
from texts.sending import send_all_due
from texts.stopping import stop

ROUNDS: Final = 400
READERS: Final = 10_000
KINDS: Final = ("unknown", "active", "stopped")


class Measured(NamedTuple):
    """``answers``: milliseconds by what is known of a number; ``planning`` and ``sending`` in seconds."""

    answers: dict[str, float]
    planning: float
    queries: int
    sending: float


def prepare() -> None:
    """A site that has daily texts and readers whose morning it is."""
    site = Site.objects.get(is_default_site=True)
    page = Page.objects.get(pk=site.root_page_id)
    SiteSettings.objects.update_or_create(
        site=site, defaults={"practice_name": "Practice", "country": "US"}
    )
    TextSettings.objects.create(
        site=site, are_on=True, terms_page=page, privacy_page=page, parts_a_day=10**6
    )
    Subscriber.objects.bulk_create(
        _reader(site, number)
        for kind, many in (("active", READERS), ("stopped", ROUNDS))
        for number in _numbers(kind, many)
    )
    for number in _numbers("stopped", ROUNDS):
        stop(mark_of(number), StoppedBy.READER, how="bench")


def _reader(site: Site, number: str) -> Subscriber:
    joined = timezone.now() - timedelta(days=10)
    return Subscriber(
        site=site,
        channel="sms",
        sealed=seal(number),
        mark=mark_of(number),
        home=_home(),
        consented_at=joined,
        series_from=joined.date(),
    )


def measure(folder: Path) -> Measured:
    settings.SMS_GATEWAY, settings.SMS_URL = "file", str(folder / "texts.log")
    settings.ALLOWED_HOSTS = ["*"]
    call_command("collectstatic", interactive=False, verbosity=0)
    answers = _answers()
    Message.objects.all().delete()
    day = datetime.now(UTC).astimezone(timezone.get_fixed_timezone(_east() * 60)).date()
    DailyText.objects.create(site=Site.objects.get(is_default_site=True), body="Walk.", day=day)
    with CaptureQueriesContext(connection) as captured:
        planning = _seconds(lambda: plan_mornings())
    sending = _seconds(lambda: send_all_due(seconds=600))
    return Measured(answers, planning, len(captured), sending)


def _answers() -> dict[str, float]:
    """The median of each kind; they take turns, so that whatever else the machine does meets all alike."""
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    numbers = {kind: _numbers(kind, ROUNDS) for kind in KINDS}
    for number in range(ROUNDS):
        for kind in KINDS:
            Bucket.objects.all().delete()
            form = _form(numbers[kind][number])
            start = time.perf_counter()
            response = client.post("/texts/", form)
            times[kind].append(time.perf_counter() - start)
            if response.status_code != 303:
                raise RuntimeError(f"A sign-up was answered {response.status_code}")
    return {kind: median(values) * 1000 for kind, values in times.items()}


def _form(number: str) -> dict[str, str]:
    site = Site.objects.get(is_default_site=True)
    agreed = keyed("wording", words.consent(TextSettings.for_site(site), "sms"))
    typed = {"by": "sms", "phone": number, "consent": "on", "agreed": agreed}
    return {**typed, LURE: "", OPENED: EarlierSigner(salt=SALT).sign("opened")}


def _numbers(kind: str, many: int) -> list[str]:
    exchange = 200 + 100 * KINDS.index(kind)
    return [f"+1202{exchange + number // 10_000}{number % 10_000:04}" for number in range(many)]


def _east() -> int:
    """Hours east of Greenwich where it is ten o'clock."""
    return (10 - datetime.now(UTC).hour + 12) % 24 - 12


def _home() -> str:
    return f"Etc/GMT{-_east():+d}" if _east() else "Etc/GMT"


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
