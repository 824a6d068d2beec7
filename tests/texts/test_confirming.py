"""Only who knows the code becomes a reader."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.models.throttle import Bucket
from tests.comments.readers import FROM_OUR_PAGE
from tests.texts.people import (
    code_of,
    join,
    let_pass,
    sign_up,
    sign_up_by_mail,
    today_at,
    type_code,
)
from texts.models import Act, Channel, ConsentEvent, Kind, Message, Subscriber, TextSettings

pytestmark = pytest.mark.django_db


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_right_code_makes_a_reader_and_welcomes_them(
    client: Client, texts: TextSettings
) -> None:
    url = sign_up(client, first_name="Ada").url
    response = type_code(client, url, code_of())
    assert (response.status_code, response.url) == (303, "/texts/welcome/?by=sms")
    assert "tomorrow morning" in client.get(response.url).content.decode()
    reader = Subscriber.objects.get()
    assert (reader.address, reader.first_name, reader.is_active) == ("+12025550142", "Ada", True)
    assert reader.series_from == today_at("America/New_York") + timedelta(days=1)
    welcome = Message.objects.get(kind=Kind.WELCOME)
    assert welcome.body.startswith("Larkmoss: Welcome!")
    for part in ("STOP", "HELP", "rates may apply", f"http://localhost/texts/stop/{reader.key}/"):
        assert part in welcome.body
    acts = ConsentEvent.objects.order_by("pk").values_list("act", "mark", "wording")
    assert [act for act, _mark, _wording in acts] == [Act.ASKED, Act.CONFIRMED]
    assert len({mark for _act, mark, _wording in acts}) == 1
    assert acts[0][2] == acts[1][2] != ""


@pytest.mark.parametrize("style", ["{}{}{}{}{}{}", "{}{}{} {}{}{}", " {}-{}-{}-{}-{}-{} "])
def test_a_code_may_be_typed_with_spaces(client: Client, texts: TextSettings, style: str) -> None:
    url = sign_up(client).url
    assert type_code(client, url, style.format(*code_of())).status_code == 303


def test_a_wrong_code_makes_nobody_and_five_end_it(client: Client, texts: TextSettings) -> None:
    url = sign_up(client).url
    code = code_of()
    for _ in range(4):
        response = type_code(client, url, wrong(code))
        assert response.status_code == 422
        assert "That is not the code" in response.content.decode()
    assert "Too many wrong codes" in type_code(client, url, wrong(code)).text
    assert type_code(client, url, code).status_code == 422
    assert not Subscriber.objects.exists()


def test_a_stranger_who_guesses_does_not_keep_the_owner_out(
    client: Client, texts: TextSettings
) -> None:
    stranger = sign_up(client, address="192.0.2.9").url
    code = code_of()
    for _ in range(5):
        type_code(client, stranger, wrong(code))
    assert type_code(client, sign_up(client).url, code).status_code == 303


def test_signing_up_again_and_again_gives_no_more_than_twenty_five_tries(
    client: Client, texts: TextSettings
) -> None:
    urls = [sign_up(client, address=f"192.0.2.{number}").url for number in range(6)]
    code = code_of()
    for url in urls[:5]:
        for _ in range(5):
            type_code(client, url, wrong(code))
    assert type_code(client, urls[-1], code).status_code == 422


def test_the_code_of_this_morning_confirms_a_sign_up_of_this_evening(
    client: Client, texts: TextSettings
) -> None:
    sign_up(client)
    later = sign_up(client, first_name="Ada").url
    assert type_code(client, later, code_of()).status_code == 303
    assert Subscriber.objects.get().first_name == "Ada"


def test_a_code_is_good_for_a_day_and_for_one_use(client: Client, texts: TextSettings) -> None:
    url = sign_up(client).url
    let_pass(timedelta(hours=24, seconds=1))
    assert "too old" in type_code(client, url, code_of()).text
    assert not Subscriber.objects.exists()
    other = sign_up(client, "202 555 0143").url
    assert type_code(client, other, code_of()).status_code == 303
    # Once more it only leads to where it led.
    assert client.get(other).url == type_code(client, other, "1").url == "/texts/welcome/?by=sms"
    assert Subscriber.objects.count() == 1


def test_a_code_belongs_to_one_number(client: Client, texts: TextSettings) -> None:
    sign_up(client, "202 555 0142")
    code = code_of()
    url = sign_up(client, "202 555 0143").url
    if code != code_of():
        assert type_code(client, url, code).status_code == 422
    assert not Subscriber.objects.exists()


def test_programs_that_open_the_link_of_a_mail_confirm_nothing(
    client: Client, texts: TextSettings
) -> None:
    url = sign_up_by_mail(client).url
    assert client.get(f"{url}?code={code_of()}").status_code == 200
    assert client.head(f"{url}?code={code_of()}").status_code == 200
    assert not Subscriber.objects.exists()
    assert type_code(client, url, code_of()).status_code == 303
    assert Subscriber.objects.get().channel == Channel.EMAIL


def test_a_site_that_has_no_more_texts_confirms_nobody(client: Client, texts: TextSettings) -> None:
    url = sign_up(client).url
    TextSettings.objects.update(are_on=False)
    assert type_code(client, url, code_of()).status_code == 404
    assert not Subscriber.objects.exists()


def test_a_number_that_has_another_owner_takes_over_nothing(
    client: Client, texts: TextSettings
) -> None:
    reader = join(client, first_name="Ada")
    Subscriber.objects.update(series_from="2020-01-01")
    client.post(f"/texts/stop/{reader.key}/")
    Bucket.objects.all().delete()
    again = join(client)
    assert again.first_name == ""
    assert again.series_from == today_at("America/New_York") + timedelta(days=1)


def test_who_gets_texts_already_is_confirmed_without_a_second_welcome(
    client: Client, texts: TextSettings
) -> None:
    join(client)
    let_pass(timedelta(days=2))
    Bucket.objects.all().delete()
    join(client, first_name="Ada")
    assert Subscriber.objects.get().first_name == "Ada"
    assert Message.objects.filter(kind=Kind.WELCOME).count() == 1
    assert ConsentEvent.objects.filter(act=Act.CONFIRMED).count() == 2


def test_whoever_stopped_and_signs_up_anew_gets_texts_again(
    client: Client, texts: TextSettings
) -> None:
    reader = join(client)
    client.post(f"/texts/stop/{reader.key}/")
    Bucket.objects.all().delete()
    again = join(client)
    assert again.pk == reader.pk
    assert again.is_active
    assert again.stopped_at is None
    assert again.consented_at > timezone.now() - timedelta(minutes=1)


@pytest.mark.parametrize("token", ["1", "1:made-up", "x" * 200])
def test_an_address_that_was_made_up_leads_nowhere(
    client: Client, texts: TextSettings, token: str
) -> None:
    assert client.get(f"/texts/confirm/{token}/").status_code == 404
    assert client.post(f"/texts/confirm/{token}/", headers=FROM_OUR_PAGE).status_code == 404


def test_whoever_tries_codes_of_many_numbers_is_asked_to_wait(
    client: Client, texts: TextSettings
) -> None:
    urls = [
        sign_up(client, f"202 555 01{number:02}", address=f"192.0.2.{number}").url
        for number in range(31)
    ]
    answers = [type_code(client, url, "1").status_code for url in urls]
    assert answers == [422] * 30 + [429]


def kept(response: Any) -> Any:
    return response["Cache-Control"], response["X-Robots-Tag"], response["Referrer-Policy"]


def test_no_cache_keeps_these_pages_and_no_search_finds_them(
    client: Client, texts: TextSettings
) -> None:
    url = sign_up(client).url
    for each in ("/texts/", url, "/texts/welcome/"):
        cache, robots, referrer = kept(client.get(each))
        assert "no-store" in cache
        assert robots == "noindex"
        assert referrer == "same-origin"
