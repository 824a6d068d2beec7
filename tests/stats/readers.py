"""Readers whose browsers tell the site what they have looked at."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from stats.models import PageViews

URL = "/stats/seen/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
#: What a browser sends with every beacon.
HEADERS = {"User-Agent": FIREFOX, "Sec-Fetch-Site": "same-origin"}


def tell(
    client: Client, body: object, *, address: str = "192.0.2.1", **headers: str
) -> HttpResponse:
    """What the beacon sends; ``headers`` by their names in small letters, with "_" for "-"."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return client.post(
        URL,
        data=str(body),
        content_type="text/plain;charset=UTF-8",
        headers=HEADERS | named,
        REMOTE_ADDR=address,
    )


def views_of(page: Page) -> int:
    """Of today."""
    return sum(PageViews.objects.filter(page=page.pk).values_list("count", flat=True))


def was_read(page: Page, times: int, *, days_ago: int = 0) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    PageViews.objects.create(page_id=page.pk, day=day, count=times)
