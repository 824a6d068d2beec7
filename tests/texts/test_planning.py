"""Each reader gets one text on each of their mornings, whoever plans it and however often."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection, connections
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.texts.people import subscriber, today_at, zone_where_it_is
from texts.models import Channel, DailyText, Kind, Message, SeriesText, Subscriber, TextSettings
from texts.planning import plan_mornings

pytestmark = pytest.mark.django_db


def write(texts: TextSettings, body: str, *, days: int = 0, language: str = "en") -> DailyText:
    """The text of today, as the zone has it in which it is ten."""
    day = today_at(zone_where_it_is(10)) + timedelta(days=days)
    return DailyText.objects.create(site=texts.site, body=body, day=day, language=language)


def bodies() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("body", flat=True))


def test_a_reader_gets_the_text_of_the_day_with_sender_and_name(texts: TextSettings) -> None:
    reader = subscriber(texts, first_name="Ada")
    write(texts, "Good morning, {first_name|friend}! Walk.")
    write(texts, "Not today.", days=1)
    assert plan_mornings() == 1
    message = Message.objects.get()
    assert message.body == "Larkmoss: Good morning, Ada! Walk."
    assert (message.kind, message.address, message.parts) == (Kind.DAILY, "+12025550142", 1)
    assert message.morning == today_at(reader.home)
    assert timedelta() < message.not_after - timezone.now() <= timedelta(hours=3)


def test_planning_again_plans_nothing_more(texts: TextSettings) -> None:
    subscriber(texts)
    write(texts, "Walk.")
    assert [plan_mornings() for _ in range(3)] == [1, 0, 0]


@pytest.mark.parametrize("hour", [8, 13, 20, 23, 3])
def test_at_other_hours_nobody_gets_anything(texts: TextSettings, hour: int) -> None:
    reader = subscriber(texts, hour=hour)
    DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    assert plan_mornings() == 0


def test_readers_far_apart_have_mornings_of_their_own(texts: TextSettings) -> None:
    subscriber(texts, "+12025550142", hour=10)
    subscriber(texts, "+12025550143", hour=6)
    write(texts, "Walk.")
    assert plan_mornings() == 1


def test_a_number_that_may_be_where_it_is_night_waits(texts: TextSettings) -> None:
    subscriber(texts, hour=10, zones=zone_where_it_is(7))
    write(texts, "Walk.")
    assert plan_mornings() == 0


def test_after_an_outage_of_a_day_nobody_gets_yesterdays_text(texts: TextSettings) -> None:
    subscriber(texts)
    write(texts, "Yesterday.", days=-1)
    write(texts, "Today.")
    plan_mornings()
    assert bodies() == ["Larkmoss: Today."]


def test_drafts_and_sites_that_are_off_send_nothing(texts: TextSettings) -> None:
    subscriber(texts)
    DailyText.objects.create(site=texts.site, body="A draft.")
    assert plan_mornings() == 0
    write(texts, "Walk.")
    texts.are_on = False
    texts.save()
    assert plan_mornings() == 0


def test_newcomers_get_their_own_texts_first_and_then_those_of_all(texts: TextSettings) -> None:
    today = today_at(zone_where_it_is(10))
    reader = subscriber(texts, series_from=today)
    subscriber(texts, "+12025550149", series_from=today + timedelta(days=1))
    for position in (1, 2):
        SeriesText.objects.create(site=texts.site, body=f"Newcomer {position}.", position=position)
    write(texts, "All.")
    for _ in range(3):
        assert plan_mornings() == 1
        a_day_passes(reader)
    assert bodies() == ["Larkmoss: Newcomer 1.", "Larkmoss: Newcomer 2.", "Larkmoss: All."]


def a_day_passes(reader: Subscriber) -> None:
    """For one reader: what they got they got a day earlier."""
    for message in Message.objects.filter(subscriber=reader).order_by("morning"):
        message.morning -= timedelta(days=1)
        message.save()
    Subscriber.objects.filter(pk=reader.pk).update(series_from=F("series_from") - timedelta(days=1))


def test_a_newcomers_text_comes_once_even_if_it_is_moved(texts: TextSettings) -> None:
    reader = subscriber(texts, series_from=today_at(zone_where_it_is(10)))
    first = SeriesText.objects.create(site=texts.site, body="Newcomer.", position=1)
    write(texts, "All.")
    plan_mornings()
    Message.objects.update(morning=today_at(reader.home) - timedelta(days=1))
    reader.series_from -= timedelta(days=1)
    reader.save()
    first.position = 2
    first.save()
    plan_mornings()
    assert bodies() == ["Larkmoss: Newcomer.", "Larkmoss: All."]


def test_a_newcomer_whose_first_morning_was_lost_begins_with_the_first_text(
    texts: TextSettings,
) -> None:
    today = today_at(zone_where_it_is(10))
    subscriber(texts, series_from=today - timedelta(days=1))
    for position in (1, 2):
        SeriesText.objects.create(site=texts.site, body=f"Newcomer {position}.", position=position)
    plan_mornings()
    assert bodies() == ["Larkmoss: Newcomer 1."]


def test_who_has_been_here_for_long_gets_none_of_the_newcomers_texts(texts: TextSettings) -> None:
    subscriber(texts)
    SeriesText.objects.create(site=texts.site, body="Newcomer.", position=1)
    write(texts, "All.")
    plan_mornings()
    assert bodies() == ["Larkmoss: All."]


def test_a_reader_gets_the_language_that_there_is(texts: TextSettings) -> None:
    subscriber(texts, "+12025550142", language="de")
    subscriber(texts, "+12025550143", language="es")
    write(texts, "Walk.")
    write(texts, "Gehen Sie.", language="de")
    plan_mornings()
    assert bodies() == ["Larkmoss: Gehen Sie.", "Larkmoss: Walk."]


def test_the_edition_by_mail_has_a_subject_and_no_parts(texts: TextSettings) -> None:
    subscriber(texts, "ada@reader.example", channel=Channel.EMAIL)
    write(texts, "Walk.")
    plan_mornings()
    message = Message.objects.get()
    reader = Subscriber.objects.get()
    assert message.body == (
        f"Walk.\n\n-- \nTo stop these e-mails: http://localhost/texts/stop/{reader.key}/\n"
    )
    assert message.subject == "The daily text of Larkmoss"
    assert (message.channel, message.parts) == (Channel.EMAIL, 0)


def test_it_costs_no_more_queries_for_many_readers(texts: TextSettings) -> None:
    write(texts, "Walk.")
    numbers = [f"+1202555{number:04}" for number in range(100, 140)]

    def queries(readers: list[str]) -> int:
        for number in readers:
            subscriber(texts, number)
        with CaptureQueriesContext(connection) as captured:
            plan_mornings()
        return len(captured)

    assert queries(numbers[:2]) == queries(numbers[2:])


@pytest.mark.django_db(transaction=True)
def test_two_who_plan_at_once_plan_once(texts: TextSettings) -> None:
    for number in range(100, 150):
        subscriber(texts, f"+1202555{number:04}")
    write(texts, "Walk.")

    def plan() -> None:
        try:
            plan_mornings()
        finally:
            connections.close_all()

    threads = [Thread(target=plan) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Message.objects.count() == 50
