"""No view is lost where many readers come at once, and old counts are forgotten."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from stats.counting import count_view
from stats.models import PageViews
from tests.factories import StandardPageFactory
from tests.stats.readers import tell, views_of, was_read

READERS = 8
VIEWS_EACH = 10


@pytest.mark.django_db(transaction=True)
def test_views_that_come_at_once_are_all_counted(site: Site) -> None:
    page = StandardPageFactory()
    start = Barrier(READERS, timeout=30)

    def read() -> None:
        try:
            start.wait()
            for _ in range(VIEWS_EACH):
                count_view(page.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(READERS) as readers:
        for reading in [readers.submit(read) for _ in range(READERS)]:
            reading.result()
    assert PageViews.objects.count() == 1
    assert views_of(page) == READERS * VIEWS_EACH


@pytest.mark.django_db(transaction=True)
def test_a_page_that_was_deleted_meanwhile_does_not_matter(site: Site) -> None:
    page = StandardPageFactory()
    key = page.pk
    page.delete()
    count_view(key)
    assert not PageViews.objects.exists()


def test_a_view_costs_few_queries_however_many_pages_there_are(client: Client, site: Site) -> None:
    page = StandardPageFactory()
    tell(client, page.pk)

    def cost(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            tell(client, page.pk, address=address)
        return len(queries)

    one = cost("192.0.2.2")
    for _ in range(19):
        was_read(StandardPageFactory(), 3)
    assert cost("192.0.2.3") == one <= 4


def purge(**options: int) -> str:
    output = io.StringIO()
    call_command("purge_page_views", stdout=output, **options)
    return output.getvalue()


@pytest.fixture
def leaflet(site: Site) -> Page:
    page = StandardPageFactory()
    for days_ago in (0, 1, 399, 400, 900):
        was_read(page, 1, days_ago=days_ago)
    return page


def test_the_last_400_days_are_kept(leaflet: Page) -> None:
    assert purge() == "Forgot 2 daily counts.\n"
    assert views_of(leaflet) == 3


def test_another_number_of_days_can_be_kept(leaflet: Page) -> None:
    purge(days=1)
    assert views_of(leaflet) == 1


def test_today_cannot_be_forgotten(leaflet: Page) -> None:
    with pytest.raises(CommandError, match="at least one day"):
        purge(days=0)
    assert views_of(leaflet) == 5
