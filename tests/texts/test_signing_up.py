"""A reader signs up: what is taken, what is kept, and that no answer tells what is known of a number."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.guarded_form import LURE, OPENED
from tests.comments.readers import FROM_OUR_PAGE
from tests.contact_forms import opened
from tests.factories import ArticlePageFactory
from tests.texts.people import (
    NUMBER,
    URL,
    agreed,
    code_of,
    join,
    sign_up,
    sign_up_by_mail,
    subscriber,
)
from texts import words
from texts.models import Act, ConsentEvent, Kind, Message, SignUp, StoppedBy, TextSettings
from texts.stopping import stop

pytestmark = pytest.mark.django_db


def test_a_number_is_kept_until_its_code_comes_back(client: Client, texts: TextSettings) -> None:
    response = sign_up(client, first_name="  Ada ")
    assert response.status_code == 303
    kept = SignUp.objects.get()
    assert (kept.address, kept.first_name, kept.home) == (NUMBER, "Ada", "America/New_York")
    message = Message.objects.get()
    assert (message.kind, message.address) == (Kind.CODE, NUMBER)
    assert re.fullmatch(r"Larkmoss: \d{6} is your code .*", message.body)
    assert message.parts == 1


def test_the_ledger_has_exactly_what_was_read_and_where(
    client: Client, texts: TextSettings
) -> None:
    page = client.get(URL).content.decode()
    sign_up(client)
    event = ConsentEvent.objects.get()
    assert (event.act, event.wording) == (Act.ASKED, words.consent(texts, "sms"))
    assert event.wording in page
    assert event.page_url == "http://testserver/articles/sleep/"
    assert "192.0.2.1" not in event.network
    assert len(event.network) == 64


def test_the_consent_says_all_that_it_must(texts: TextSettings, client: Client) -> None:
    texts.about = "sleep"
    texts.save()
    page = client.get(URL).content.decode()
    for part in (
        "Larkmoss", "automated", "one each morning, about sleep", "no condition of anything",
        "Message and data rates may apply", "HELP", "STOP", 'href="/terms/"', 'href="/privacy/"',
    ):  # fmt: skip
        assert part in page, part
    box = re.search(r"<input[^>]*name=\"consent\"[^>]*>", page)
    assert box
    assert "checked" not in box[0]


def test_a_reader_by_mail_is_asked_for_the_zone_where_there_are_several(
    client: Client, texts: TextSettings
) -> None:
    assert "Where you are" in client.get(f"{URL}?by=email").text
    assert sign_up_by_mail(client, home="").status_code == 422
    assert sign_up_by_mail(client, home="Asia/Tokyo").status_code == 422
    assert sign_up_by_mail(client, home="America/Denver").status_code == 303
    assert SignUp.objects.get().home == "America/Denver"
    TextSettings.objects.update(countries="DE")
    assert "Where you are" not in client.get(f"{URL}?by=email").text
    assert sign_up_by_mail(client, "tom@reader.example", home="").status_code == 303
    assert SignUp.objects.latest("pk").home == "Europe/Berlin"


@pytest.mark.parametrize(
    ("typed", "words_"),
    [
        ({"consent": ""}, "Please tick the box"),
        ({"phone": "12"}, "no such number"),
        ({"phone": "abc"}, "no phone number"),
        ({"phone": "+44 7400 123456"}, "no texts to that country"),
        ({"phone": "+49 30 901820"}, "takes no texts"),
        ({"first_name": "www.example.com"}, "made of letters"),
        ({"first_name": "Call 555"}, "made of letters"),
        ({LURE: "http://spam.example"}, "work of a machine"),
        ({"by": "email", "email": "nobody"}, "valid email"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    client: Client, texts: TextSettings, typed: dict[str, str], words_: str
) -> None:
    response = sign_up(client, **{"first_name": "Ada", **typed})
    page = response.content.decode()
    assert response.status_code == 422
    assert words_ in page
    for value in (typed.get("phone"), typed.get("first_name", "Ada"), typed.get("email")):
        assert not value or f'value="{value}"' in page
    assert not SignUp.objects.exists()
    assert not Message.objects.exists()


def test_words_that_were_changed_meanwhile_are_to_be_read_again(
    client: Client, texts: TextSettings
) -> None:
    former = agreed(client)
    TextSettings.objects.update(about="sleep")
    response = sign_up(client, agreed=former)
    assert response.status_code == 422
    assert "Please read it once more" in response.text
    assert agreed(client) in response.text
    assert not SignUp.objects.exists()


def test_a_machine_that_is_very_quick_is_slowed_down(client: Client, texts: TextSettings) -> None:
    response = sign_up(client, **{OPENED: opened(0)})
    assert response.status_code == 422
    assert "very quick" in response.content.decode()


@pytest.mark.parametrize("name", ["Ada", "Jean-Luc", "O’Brien", "María José", "Zoë", "李", "J. R."])
def test_people_have_all_kinds_of_names(client: Client, texts: TextSettings, name: str) -> None:
    assert sign_up(client, first_name=name).status_code == 303


def test_a_number_that_may_be_in_several_zones_asks_where_the_reader_is(
    client: Client, texts: TextSettings
) -> None:
    texts.countries = "AU"
    texts.save()
    response = sign_up(client, "+61 412 345 678")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Where you are" in page
    assert "Sydney (" in page
    assert 'value="+61 412 345 678"' in page
    assert sign_up(client, "+61 412 345 678", home="Europe/Berlin").status_code == 422
    assert sign_up(client, "+61 412 345 678", home="Australia/Perth").status_code == 303
    kept = SignUp.objects.get()
    assert kept.home == "Australia/Perth"
    assert "Australia/Sydney" in kept.zones


def test_the_field_in_the_footer_leads_to_the_whole_form(
    client: Client, texts: TextSettings
) -> None:
    response = client.post(URL, {"phone": "202 555 0142", "begin": "1"}, headers=FROM_OUR_PAGE)
    assert response.status_code == 200
    assert 'value="202 555 0142"' in response.content.decode()
    assert "Please look at this again" not in response.content.decode()
    assert not SignUp.objects.exists()


def test_the_form_stands_on_the_first_page_on_articles_and_in_every_footer(
    client: Client, texts: TextSettings
) -> None:
    article = ArticlePageFactory()
    for url in ("/", article.url):
        page = client.get(url).content.decode()
        assert 'id="daily-texts"' in page
        assert 'name="consent"' in page
    assert 'id="texts_footer_phone"' in client.get("/terms/").content.decode()


def test_a_site_without_daily_texts_shows_nothing_of_them(
    client: Client, texts: TextSettings
) -> None:
    texts.are_on = False
    texts.save()
    assert "texts_" not in client.get("/").content.decode()
    assert client.get(URL).status_code == 404
    assert sign_up(client).status_code == 404


def without_tokens(page: str) -> str:
    """Nor what is the reader's own: the last digits of the number that they typed in."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|\+12…\d\d', "", page)


def test_known_unknown_and_stopped_numbers_get_the_same_answer(
    client: Client, texts: TextSettings
) -> None:
    subscriber(texts, "+12025550143")
    stopped = subscriber(texts, "+12025550144")
    stop(stopped.mark, StoppedBy.READER, how="test")

    def answers(phone: str, address: str) -> list[Any]:
        first = sign_up(client, phone, address=address)
        page = client.get(first.url).content.decode()
        again = sign_up(client, phone, address=address)
        wrong = client.post(first.url, {"code": "x"}, headers=FROM_OUR_PAGE).content.decode()
        known = dict(first.headers)
        known.pop("Location")
        return [
            first.status_code,
            known,
            without_tokens(page),
            again.status_code,
            without_tokens(wrong),
        ]

    unknown, active, ended = (
        answers(f"202 555 014{digit}", f"192.0.2.{digit}") for digit in (5, 3, 4)
    )
    assert unknown == active == ended


def test_a_number_gets_one_code_a_day_and_nobody_is_told(
    client: Client, texts: TextSettings
) -> None:
    first, second = sign_up(client), sign_up(client, "+1 202-555-0142")
    assert second.status_code == first.status_code == 303
    assert Message.objects.filter(kind=Kind.CODE).count() == 1
    assert SignUp.objects.count() == 2


def test_whoever_sends_many_forms_is_asked_to_wait(client: Client, texts: TextSettings) -> None:
    for digit in range(3):
        assert sign_up(client, f"202 555 010{digit}").status_code == 303
    response = sign_up(client, "202 555 0109")
    assert response.status_code == 429
    assert response["Retry-After"] == "1200"
    assert 'value="+1 202-555-0109"' in response.content.decode()
    assert sign_up(client, "202 555 0109", address="192.0.2.2").status_code == 303


def test_an_address_gets_its_code_and_a_link_by_mail(client: Client, texts: TextSettings) -> None:
    sign_up_by_mail(client)
    message = Message.objects.get()
    assert message.address == "ada@reader.example"
    assert message.subject == "Please confirm: daily texts of Larkmoss"
    link = re.search(r"http://localhost(/texts/confirm/\S+)", message.body)
    assert link
    assert f'value="{code_of()}"' in client.get(link[1]).content.decode()


def test_in_another_language_all_of_it_is_said_in_that_language(
    client: Client, texts: TextSettings, german_home: Any
) -> None:
    found = re.search(r'name="agreed" value="(\w+)"', client.get("/de/texts/").text)
    assert found
    response = client.post(
        "/de/texts/",
        {
            "by": "sms",
            "phone": "2025550142",
            "consent": "on",
            "agreed": found[1],
            LURE: "",
            OPENED: opened(60),
        },
        headers=FROM_OUR_PAGE,
    )
    assert response.url.startswith("/de/texts/confirm/")
    assert SignUp.objects.get().language == "de"
    assert "Code" in Message.objects.get().body
    assert "is your code" not in Message.objects.get().body


def test_nothing_that_was_typed_lies_readable_in_the_database(
    client: Client, texts: TextSettings
) -> None:
    reader = join(client)
    reader.refresh_from_db()
    for row in (SignUp.objects.get(), reader, *Message.objects.all(), *ConsentEvent.objects.all()):
        values = " ".join(str(getattr(row, each.attname)) for each in row._meta.concrete_fields)
        assert "2025550142" not in values, row
        assert "555-0142" not in values, row


def test_an_old_sign_up_is_open_no_longer(texts: TextSettings, client: Client) -> None:
    sign_up(client)
    assert SignUp.objects.open().exists()
    SignUp.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert not SignUp.objects.open().exists()
