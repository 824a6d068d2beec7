"""The guards of a form: machines are kept out, and a person taken for one gets through by trying again."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import Site

from cms.guarded_form import LURE, OPENED
from tests.contact_forms import ANSWERS, filled_in, opened, send
from tests.factories import ContactPageFactory

pytestmark = pytest.mark.usefixtures("contact_page")


@pytest.fixture
def contact_page(site: Site) -> None:
    ContactPageFactory()


def hidden_value(response: HttpResponse, name: str) -> str:
    tag = re.search(rf'<input[^>]*name="{name}"[^>]*>', response.text)[0]
    value = re.search(r'value="([^"]*)"', tag)
    return value[1] if value else ""


def is_refused(response: HttpResponse, words: str) -> bool:
    everything_typed_is_there = all(
        line in response.text for line in ANSWERS["message"].split("\n")
    )
    return response.status_code == 422 and words in response.text and everything_typed_is_there


def test_who_fills_in_what_nobody_sees_is_asked_again(client: Client) -> None:
    response = client.post("/contact/", filled_in() | {LURE: "https://pills.example"})
    assert is_refused(response, "work of a machine")
    assert FormSubmission.objects.count() == 0
    assert hidden_value(response, LURE) == ""


def test_nobody_reaches_that_field_by_keyboard_or_ear(client: Client) -> None:
    html = client.get("/contact/").text
    lure = re.search(r'<div class="lure" aria-hidden="true">.*?</div>', html, re.DOTALL)[0]
    assert 'tabindex="-1"' in lure
    assert 'autocomplete="off"' in lure
    assert "required" not in lure


def test_faster_than_anybody_types_is_asked_again_and_may_then_pass(client: Client) -> None:
    form = client.get("/contact/")
    sent = ANSWERS | {OPENED: hidden_value(form, OPENED)}
    response = client.post("/contact/", sent)
    assert is_refused(response, "very quick")
    # The clock goes on from when it was opened, not from now.
    assert hidden_value(response, OPENED) == sent[OPENED]
    assert client.post("/contact/", filled_in(opened_ago=4)).status_code == 303


def test_a_form_left_open_for_days_is_asked_again_with_a_fresh_start(client: Client) -> None:
    response = send(client, opened_ago=25 * 3600)
    assert is_refused(response, "open for a long time")
    again = ANSWERS | {OPENED: hidden_value(response, OPENED)}
    assert is_refused(client.post("/contact/", again), "very quick")


@pytest.mark.parametrize(
    "token",
    ["", "opened", "opened:1:forged", opened(60)[:-1], "\x00", "öffnen:ö:ö", "9" * 5000],
    ids=["none", "word", "forged", "shortened", "nul", "other script", "long"],
)
def test_a_moment_that_we_did_not_sign_is_not_believed(client: Client, token: str) -> None:
    response = client.post("/contact/", filled_in() | {OPENED: token})
    assert is_refused(response, "could not be recognised")
    assert hidden_value(response, OPENED) != token


def test_two_links_may_be_sent_and_three_may_not(client: Client) -> None:
    two = f"{ANSWERS['message']} https://www.a.example www.b.example"
    assert send(client, message=two).status_code == 303
    response = send(client, message=f'{two} <a href="https://c.example">')
    assert is_refused(response, "no more than 2 links")


def test_links_are_counted_over_all_fields(client: Client) -> None:
    text = f"{ANSWERS['message']} [url=c.example] www.b.example"
    response = send(client, name="www.a.example", message=text)
    assert response.text.count('class="form-error"') == 2


def test_a_text_has_an_end(client: Client) -> None:
    assert send(client, message="a" * 5001).status_code == 422
    assert send(client, message="a" * 5000).status_code == 303


def test_what_no_keyboard_writes_is_left_out(client: Client) -> None:
    assert send(client, message="Bell\x07 and\x00 line\nend").status_code == 303
    assert FormSubmission.objects.get().form_data["message"] == "Bell and line\nend"


def test_only_what_people_filled_in_is_stored(client: Client) -> None:
    send(client, extra="smuggled")
    assert FormSubmission.objects.get().form_data == ANSWERS
