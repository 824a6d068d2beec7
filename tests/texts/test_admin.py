"""Editors write ahead, see what it costs and how it comes; readers' numbers are shown to few."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests.comments.moderators import client_of, member
from tests.texts.conftest import Log
from tests.texts.people import subscriber, today_at
from texts import words
from texts.admin.policy import ALL
from texts.models import (
    DailyText,
    Message,
    SeriesText,
    StoppedBy,
    TextSettings,
)
from texts.planning import plan_mornings
from texts.sending import send_all_due
from texts.stopping import stop
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(texts: TextSettings) -> Client:
    return client_of(member("editor", "write_texts"))


def form(texts: TextSettings, **changed: Any) -> dict[str, Any]:
    return {"body": "Walk.", "day": "", "language": "en", "site": texts.site_id, **changed}


def tomorrow(days: int = 1) -> date:
    return timezone.localdate() + timedelta(days=days)


def test_the_next_free_day_is_found(editor: Client, texts: TextSettings) -> None:
    for days in (1, 2, 4):
        DailyText.objects.create(site=texts.site, body="x", day=tomorrow(days))
    add = reverse("texts_daily:add")
    editor.post(add, form(texts, on_next_free_day="on"))
    editor.post(add, form(texts, on_next_free_day="on", body="Later."))
    days = dict(DailyText.objects.exclude(body="x").values_list("body", "day"))
    assert days == {"Walk.": tomorrow(3), "Later.": tomorrow(5)}


def test_a_day_has_one_text_in_a_language(editor: Client, texts: TextSettings) -> None:
    add = reverse("texts_daily:add")
    day = str(tomorrow())
    assert editor.post(add, form(texts, day=day)).status_code == 302
    response = editor.post(add, form(texts, day=day, body="Another thought."))
    page = response.content.decode()
    assert "There is a text for that day already." in page
    assert "Another thought." in page
    assert editor.post(add, form(texts, day=day, language="de")).status_code == 302


def test_a_day_that_is_over_takes_no_text(editor: Client, texts: TextSettings) -> None:
    response = editor.post(reverse("texts_daily:add"), form(texts, day=str(tomorrow(-5))))
    assert "That day is over" in response.content.decode()


def test_typographers_signs_are_stored_plain(editor: Client, texts: TextSettings) -> None:
    editor.post(reverse("texts_daily:add"), form(texts, body="“It’s” fine…"))
    assert DailyText.objects.get().body == '"It\'s" fine...'


def measured(editor: Client, texts: TextSettings, body: str) -> dict[str, Any]:
    response = editor.post(reverse("texts_measure"), {"body": body, "site": texts.site_id})
    return json.loads(response.content)


def test_the_counter_says_parts_cost_and_how_it_comes(editor: Client, texts: TextSettings) -> None:
    TextSettings.objects.update(price="0.01")
    for number in range(3):
        subscriber(texts, f"+1202555{number:04}")
    told = measured(editor, texts, "Hi {first_name|friend}")
    assert told["text"] == "Larkmoss: Hi Alexandra"
    assert told["count"] == "1 part, 138 characters left in it. 0.03 USD for 3 readers."
    assert "ж makes it more expensive" in measured(editor, texts, "ж")["count"]
    assert measured(editor, texts, "{x}")["faults"] == [
        "{x} means nothing. There is {first_name|friend}."
    ]
    assert measured(editor, texts, "a" * 200)["count"].startswith("2 parts")


def test_the_calendar_shows_what_is_written_and_what_is_missing(
    editor: Client, texts: TextSettings
) -> None:
    DailyText.objects.create(site=texts.site, body="On Christmas.", day=date(2030, 12, 25))
    DailyText.objects.create(site=texts.site, body="In the drawer.")
    page = editor.get(reverse("texts_calendar"), {"month": "2030-12"}).content.decode()
    assert "On Christmas." in page
    assert "In the drawer." in page
    assert "?day=2030-12-24" in page
    assert "?day=2030-12-25" not in page
    past = editor.get(reverse("texts_calendar"), {"month": "2020-02"}).content.decode()
    assert "?day=2020" not in past
    assert "29 February" in past


@pytest.mark.parametrize("month", ["", "2030", "2030-13", "x", "0001-01", "9999-12", "2030-1-1"])
def test_a_month_that_is_none_shows_this_one(editor: Client, month: str) -> None:
    response = editor.get(reverse("texts_calendar"), {"month": month})
    assert response.status_code == 200
    assert f"{timezone.localdate():%Y}" in response.content.decode()


def test_the_calendar_leads_to_a_form_with_the_day(editor: Client) -> None:
    page = editor.get(reverse("texts_daily:add") + "?day=2030-12-24").content.decode()
    assert 'value="2030-12-24"' in page


@pytest.mark.parametrize("model", ["dailytext", "seriestext"])
def test_an_editor_sends_a_text_to_oneself(
    editor: Client, texts: TextSettings, log: Log, mailoutbox: list[EmailMessage], model: str
) -> None:
    kinds = {"dailytext": DailyText, "seriestext": SeriesText}
    more = {"position": 1} if model == "seriestext" else {}
    text = kinds[model].objects.create(site=texts.site, body="Hi {first_name|you}.", **more)
    url = reverse("texts_try", args=[model, text.pk])
    assert "Larkmoss: Hi you." in editor.get(url).content.decode()
    User.objects.update(email="editor@practice.example")
    subscriber(texts)
    for to in ("202 555 0142", "editor@practice.example"):
        assert editor.post(url, {"to": to}).status_code == 302
    send_all_due()
    assert log.bodies == ["Larkmoss: Hi you."]
    assert [mail.body for mail in mailoutbox] == ["Hi you."]
    assert "no phone number" in editor.post(url, {"to": "me"}).text
    for stranger in ("202 555 0143", "stranger@reader.example"):
        assert "Sign up with it first" in editor.post(url, {"to": stranger}).text
    assert Message.objects.count() == 2


def test_lists_cost_no_more_queries_for_many_rows(texts: TextSettings) -> None:
    boss = client_of(member("boss", *ALL))
    names = [
        "texts_daily:list",
        "texts_readers",
        "texts_consents",
        "texts_statistics",
        "texts_calendar",
    ]

    def add(start: int) -> None:
        for number in range(start, start + 10):
            reader = subscriber(texts, f"+1202555{number:04}")
            DailyText.objects.create(site=texts.site, body="Walk.", day=tomorrow(number))
            stop(reader.mark, StoppedBy.READER, how="test")

    def queries() -> dict[str, int]:
        counts = {}
        for name in names:
            boss.get(reverse(name))
            with CaptureQueriesContext(connection) as captured:
                boss.get(reverse(name))
            counts[name] = len(captured)
        return counts

    add(1)
    few = queries()
    add(11)
    assert queries() == few


def test_what_was_sent_is_shown_as_sent_and_not_changed(
    editor: Client, texts: TextSettings, log: Log
) -> None:
    reader = subscriber(texts)
    text = DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    plan_mornings()
    send_all_due()
    url = reverse("texts_daily:edit", args=[text.pk])
    assert "Sent: 1, delivered: 0, failed: 0" in editor.get(url).text
    response = editor.post(url, form(texts, day=str(tomorrow(3)), body="Run."))
    assert "It has been sent already" in response.text
    text.refresh_from_db()
    assert text.body == "Walk."


def test_the_next_free_day_needs_a_language(editor: Client, texts: TextSettings) -> None:
    sent = form(texts, on_next_free_day="on", language="")
    assert editor.post(reverse("texts_daily:add"), sent).status_code == 200


def test_the_words_in_another_language_are_those_of_that_language(texts: TextSettings) -> None:
    texts.about = "sleep"
    with override("de"):
        assert texts.about_here == ""
    texts.translations = [("words", {"language": "de", "about": "Schlaf"})]
    with override("de"):
        assert texts.about_here == "Schlaf"
        assert "Schlaf" in words.consent(texts, "sms")
    assert texts.about_here == "sleep"


def test_texts_that_were_sent_stay_in_the_books_when_they_are_deleted(
    editor: Client, texts: TextSettings, log: Log
) -> None:
    reader = subscriber(texts)
    text = DailyText.objects.create(site=texts.site, body="Walk.", day=today_at(reader.home))
    plan_mornings()
    send_all_due()
    editor.post(reverse("texts_daily:delete", args=[text.pk]))
    assert not DailyText.objects.exists()
    assert Message.objects.get().body == "Larkmoss: Walk."


def test_settings_without_pages_to_read_are_refused(texts: TextSettings) -> None:
    boss = client_of(member("boss", "change_textsettings"))
    url = reverse("wagtailsettings:edit", args=["texts", "textsettings", texts.site_id])
    given = {
        "are_on": "on", "sender": "", "about": "", "send_at": "09:00", "countries": "us ca", "parts_a_day": "1000",
        "currency": "USD", "translations-count": "0",
    }  # fmt: skip
    assert "must be able to read it" in boss.post(url, given).content.decode()
    wrong = {**given, "countries": "Atlantis", "send_at": "22:00"}
    page = boss.post(url, wrong).content.decode()
    assert "is no country" in page
    assert "Between 9:00 and 12:00" in page
    pages = {"terms_page": texts.terms_page_id, "privacy_page": texts.privacy_page_id}
    assert boss.post(url, {**given, **pages}).status_code == 302
    assert TextSettings.objects.get().allowed_countries == {"US", "CA"}
