"""A stop holds at once, everywhere, and for ever."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from wagtail.models import Site

from tests.texts.conftest import Log
from tests.texts.people import code_of, join, sign_up, subscriber, today_at, type_code
from texts.models import (
    Act,
    ConsentEvent,
    DailyText,
    Kind,
    Message,
    State,
    StoppedBy,
    Subscriber,
    TextSettings,
)
from texts.planning import plan_mornings
from texts.sending import send_all_due
from texts.stopping import erase, stop

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(texts: TextSettings) -> Subscriber:
    reader = subscriber(texts, first_name="Ada")
    DailyText.objects.create(site=texts.site, body="Walk a little.", day=today_at(reader.home))
    return reader


def test_the_link_shows_first_and_stops_when_the_button_is_pressed(
    client: Client, reader: Subscriber
) -> None:
    url = f"/texts/stop/{reader.key}/"
    page = client.get(url).content.decode()
    assert "+12…42" in page
    assert "2025550142" not in page
    reader.refresh_from_db()
    assert reader.is_active
    response = client.post(url)
    assert "You have been unsubscribed" in response.content.decode()
    reader.refresh_from_db()
    assert (reader.is_active, reader.stopped_by) == (False, StoppedBy.READER)
    event = ConsentEvent.objects.get()
    assert (event.act, event.how, event.mark) == (Act.STOPPED, "web", reader.mark)


def test_a_mail_program_stops_with_one_click_and_may_do_so_twice(reader: Subscriber) -> None:
    program = Client(enforce_csrf_checks=True)
    for _ in range(2):
        body = {"List-Unsubscribe": "One-Click"}
        assert program.post(f"/texts/stop/{reader.key}/", body).status_code == 200
    assert ConsentEvent.objects.count() == 1


def test_it_works_where_the_texts_are_off(
    client: Client, texts: TextSettings, reader: Subscriber
) -> None:
    texts.are_on = False
    texts.save()
    assert client.post(f"/texts/stop/{reader.key}/").status_code == 200
    reader.refresh_from_db()
    assert not reader.is_active


def test_what_waits_is_not_sent_any_more(texts: TextSettings, reader: Subscriber, log: Log) -> None:
    assert plan_mornings() == 1
    stop(reader.mark, StoppedBy.READER, how="test")
    send_all_due()
    message = Message.objects.get()
    assert (message.state, message.error) == (State.FAILED, "stopped")
    assert plan_mornings() == 0
    assert log.rows == []


def test_a_stop_between_planning_and_sending_is_seen_at_the_last_moment(
    texts: TextSettings, reader: Subscriber, log: Log
) -> None:
    plan_mornings()
    # As if it were committed when the worker has the message in hand already.
    Subscriber.objects.update(is_active=False)
    send_all_due(seconds=0.5)
    assert log.rows == []


def test_a_stop_ends_a_code_that_is_on_its_way(
    client: Client, texts: TextSettings, log: Log
) -> None:
    url = sign_up(client).url
    code, mark = code_of(), Message.objects.get().sign_up.mark
    stop(mark, StoppedBy.READER, how="test")
    assert type_code(client, url, code).status_code == 422
    send_all_due()
    assert log.rows == []


def test_it_holds_on_all_sites(texts: TextSettings, reader: Subscriber) -> None:
    other = Site.objects.create(hostname="other.example", port=80, root_page=texts.site.root_page)
    elsewhere = subscriber(TextSettings.objects.create(site=other, are_on=True))
    assert len(stop(reader.mark, StoppedBy.READER, how="test")) == 2
    elsewhere.refresh_from_db()
    assert not elsewhere.is_active


def test_erasing_leaves_a_mark_and_nothing_else(
    client: Client, texts: TextSettings, log: Log
) -> None:
    reader = join(client, first_name="Ada")
    send_all_due()
    erase(reader)
    reader.refresh_from_db()
    assert (reader.sealed, reader.first_name, reader.is_active) == ("", "", False)
    assert set(Message.objects.values_list("sealed", "body")) == {("", "")}
    acts = ConsentEvent.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == [Act.ASKED, Act.CONFIRMED, Act.STOPPED, Act.ERASED]
    assert Message.objects.filter(kind=Kind.DAILY).count() == 0


@pytest.mark.parametrize("statement", ["UPDATE {} SET how = 'x'", "DELETE FROM {}"])
def test_the_database_itself_keeps_the_ledger_as_it_is(reader: Subscriber, statement: str) -> None:
    stop(reader.mark, StoppedBy.READER, how="test")
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format("texts_consentevent"))
    assert ConsentEvent.objects.get().how == "test"
