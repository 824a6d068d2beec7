"""Who keeps the readers sees what there is of them, numbers masked, and the books; editors see sums."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.comments.moderators import client_of, member
from tests.texts.calls import reply
from tests.texts.conftest import Log
from tests.texts.people import join, sign_up, subscriber, today_at
from texts.models import (
    ConsentEvent,
    DailyText,
    StoppedBy,
    TextSettings,
)
from texts.planning import plan_mornings
from texts.sending import send_all_due
from texts.stopping import stop

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(texts: TextSettings) -> Client:
    return client_of(member("editor", "write_texts"))


@pytest.fixture
def keeper(texts: TextSettings) -> Client:
    """May see readers, but not their numbers."""
    return client_of(member("keeper", "see_readers", "export_consents"))


def test_numbers_are_masked_for_who_may_not_see_them(keeper: Client, texts: TextSettings) -> None:
    reader = subscriber(texts, first_name="Ada")
    pages = [reverse("texts_readers"), reverse("texts_reader", args=[reader.pk])]
    for url in pages:
        page = keeper.get(url).content.decode()
        assert "+12…42" in page
        assert "2025550142" not in page
    seer = client_of(member("seer", "see_readers", "see_numbers"))
    for url in pages:
        assert "+12025550142" in seer.get(url).content.decode()


def test_a_reader_is_found_by_number_and_stopped(keeper: Client, texts: TextSettings) -> None:
    reader = subscriber(texts)
    response = keeper.post(reverse("texts_find"), {"address": "(202) 555-0142"})
    assert response.url == reverse("texts_reader", args=[reader.pk])
    keeper.post(reverse("texts_stop_reader", args=[reader.pk]))
    reader.refresh_from_db()
    assert (reader.is_active, reader.stopped_by) == (False, StoppedBy.PRACTICE)
    nobody = keeper.post(reverse("texts_find"), {"address": "202 555 0100"}, follow=True)
    assert "Nobody with that number" in nobody.content.decode()


def test_erasing_asks_first(keeper: Client, texts: TextSettings) -> None:
    reader = subscriber(texts)
    url = reverse("texts_erase_reader", args=[reader.pk])
    assert "cannot be brought back" in keeper.post(url).content.decode()
    reader.refresh_from_db()
    assert reader.sealed
    keeper.post(url, {"confirmed": "1"})
    reader.refresh_from_db()
    assert (reader.sealed, reader.is_active) == ("", False)


def test_the_ledger_can_be_exported_and_names_nobody(
    client: Client, keeper: Client, texts: TextSettings
) -> None:
    reader = join(client, first_name="Ada")
    stop(reader.mark, StoppedBy.READER, how="=1+1")
    response = keeper.get(reverse("texts_consents"), {"export": "csv"})
    body = b"".join(response.streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(body)))
    assert len(rows) == ConsentEvent.objects.count() == 3
    assert "2025550142" not in body
    assert "Ada" not in body
    assert "192.0.2.1" not in body
    # A spreadsheet would reckon with what a reader wrote.
    assert any("'=1+1" in row.values() for row in rows)


def test_what_readers_answer_is_listed_and_inert(
    client: Client, keeper: Client, texts: TextSettings, provider: Any
) -> None:
    subscriber(texts)
    reply(client, "<script>alert(1)</script>")
    page = keeper.get(reverse("texts_replies")).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
    assert "2025550142" not in page


def test_the_panel_counts_and_warns(
    editor: Client, client: Client, texts: TextSettings, log: Log
) -> None:
    reader = subscriber(texts)
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    plan_mornings()
    send_all_due()
    stopped = subscriber(texts, "+12025550143")
    stop(stopped.mark, StoppedBy.READER, how="test")
    page = " ".join(editor.get("/admin/").content.decode().split())
    for shown in (
        "<dt>Readers</dt><dd>1</dd>", "<dt>Sent</dt><dd>1</dd>", "<dt>Stopped</dt><dd>1</dd>", "None for tomorrow.",
    ):  # fmt: skip
        assert shown in page
    TextSettings.objects.update(parts_a_day=1)
    assert "budget of today is spent" in editor.get("/admin/").content.decode()
    assert "Daily texts" not in client_of(member("other")).get("/admin/").content.decode()


def test_the_numbers_show_that_few_confirm(
    client: Client, keeper: Client, texts: TextSettings
) -> None:
    join(client)
    for number in range(3):
        sign_up(client, f"202 555 010{number}", address=f"192.0.2.{number + 10}")
    assert "1 (25%)" in keeper.get(reverse("texts_statistics")).content.decode()
