"""What editors write is sent as they meant it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.texts.people import subscriber, today_at, zone_where_it_is
from texts.models import DailyText, Message, ShortLink, TextSettings
from texts.planning import plan_mornings
from texts.rendering import render, validate_placeholders

LONG = "https://practice.example/articles/how-to-sleep-when-the-house-is-loud-and-the-night-is-warm/?from=texts"


@pytest.mark.parametrize(
    ("body", "name", "sent"),
    [
        ("Hello {first_name|friend}.", "Ada", "We: Hello Ada."),
        ("Hello {first_name|friend}.", "", "We: Hello friend."),
        ("Hello {first_name}.", "", "We: Hello."),
        ("Good morning, {first_name}! Walk.", "", "We: Good morning! Walk."),
        ("{ first_name | you }, walk.", "", "We: you, walk."),
        ("“It’s” fine…", "", 'We: "It\'s" fine...'),
    ],
)
def test_names_and_signs_become_what_is_meant(body: str, name: str, sent: str) -> None:
    assert render(body, sender="We", first_name=name) == sent


@pytest.mark.parametrize("body", ["{name}", "{first_name", "first_name}", "{}", "{first_name|a|b}"])
def test_what_would_be_sent_as_it_stands_is_refused(body: str) -> None:
    with pytest.raises(ValidationError):
        validate_placeholders(body)


def test_a_name_is_never_taken_for_a_placeholder_or_a_link() -> None:
    assert render("Hi {first_name}", sender="", first_name="{first_name}") == "Hi {first_name}"


@pytest.fixture
def linking(texts: TextSettings) -> TextSettings:
    for number in ("+12025550142", "+12025550143"):
        subscriber(texts, number)
    day = today_at(zone_where_it_is(10))
    DailyText.objects.create(site=texts.site, body=f"Read {LONG}.", day=day)
    return texts


@pytest.mark.django_db
def test_links_stay_as_they_are_unless_it_is_asked_for(linking: TextSettings) -> None:
    plan_mornings()
    assert LONG in Message.objects.first().body
    assert not ShortLink.objects.exists()


@pytest.mark.django_db
def test_short_links_are_our_own_the_same_for_all_and_lead_there(
    client: Client, linking: TextSettings
) -> None:
    linking.shortens_links = True
    linking.save()
    plan_mornings()
    link = ShortLink.objects.get()
    for message in Message.objects.all():
        assert message.body == f"Larkmoss: Read http://localhost/t/{link.key}/."
    response = client.get(f"/t/{link.key}/")
    assert (response.status_code, response.url) == (302, LONG)
    assert not response.cookies
    assert client.get("/t/nothing/").status_code == 404
    assert client.post(f"/t/{link.key}/").status_code == 405
