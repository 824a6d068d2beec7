"""The contact page: what is written there is kept, mailed, and lost in no case."""

from __future__ import annotations

import logging

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import PageViewRestriction, Site

from cms.models import Bucket, ContactField, ContactPage
from home.models import HomePage
from tests.contact_forms import ANSWERS, filled_in, send
from tests.factories import ContactPageFactory, SiteSettingsFactory, StandardPageFactory

OFFICE = "office@practice.example"


@pytest.fixture
def contact_page(site: Site) -> ContactPage:
    return ContactPageFactory(to_address=OFFICE)


def test_a_message_is_kept_and_mailed_and_the_visitor_thanked(
    client: Client, contact_page: ContactPage
) -> None:
    response = send(client)
    assert (response.status_code, response["Location"]) == (303, "/contact/?sent")
    assert FormSubmission.objects.get().form_data == ANSWERS
    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to) == ([OFFICE], [ANSWERS["e_mail"]])
    for words in (
        "Ada Visitor",
        "may I come on Monday?",
        f"/admin/forms/submissions/{contact_page.pk}/",
    ):
        assert words in sent.body
    thanks = client.get("/contact/?sent")
    assert "Thank you" in thanks.text
    assert "noindex" in thanks.text
    assert "<form" not in thanks.text


def test_the_thanks_lead_home_in_their_language(client: Client, german_home: HomePage) -> None:
    ContactPageFactory(parent=german_home, slug="kontakt", locale=german_home.locale)
    assert '<a class="button" href="/de/">' in client.get("/de/kontakt/?sent").text


def test_the_thanks_are_those_of_the_editor(client: Client, site: Site) -> None:
    ContactPageFactory(thanks="We ring <you> back.")
    assert "We ring &lt;you&gt; back." in client.get("/contact/?sent").text


def test_without_an_address_of_its_own_the_mail_goes_to_the_practice(
    client: Client, site: Site
) -> None:
    ContactPageFactory()
    SiteSettingsFactory(email="hello@practice.example")
    send(client)
    assert mail.outbox[0].to == ["hello@practice.example"]


def test_without_any_address_the_message_is_in_the_admin(client: Client, site: Site) -> None:
    ContactPageFactory()
    assert send(client).status_code == 303
    assert FormSubmission.objects.count() == 1
    assert mail.outbox == []


def test_a_mail_server_that_is_down_costs_no_message_and_tells_the_log(
    client: Client,
    contact_page: ContactPage,
    settings: LazySettings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    # A port that nobody may listen at.
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with caplog.at_level(logging.ERROR):
        response = send(client)
    assert response.status_code == 303
    assert FormSubmission.objects.count() == 1
    assert f"contact page {contact_page.pk} was stored, but not mailed" in caplog.text
    assert ANSWERS["message"] not in caplog.text


def test_what_is_wrong_is_said_beside_the_field_and_above_the_form_and_nothing_is_lost(
    client: Client, contact_page: ContactPage
) -> None:
    response = send(client, e_mail="ada at visitor", name="")
    assert response.status_code == 422
    assert FormSubmission.objects.count() == 0
    html = response.text
    assert "<title>Please look again: Contact" in html
    assert '<a href="#id_e_mail">E-mail: Enter a valid email address.</a>' in html
    assert 'aria-describedby="id_e_mail_error"' in html
    assert 'id="id_e_mail_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'value="ada at visitor"' in html
    assert "may I come on Monday?" in html


def test_browsers_are_told_what_they_can_fill_in(client: Client, contact_page: ContactPage) -> None:
    contact_page.form_fields.add(ContactField(label="Phone", field_type="tel", required=False))
    contact_page.save()
    html = client.get("/contact/").text
    for word in ("name", "email", "tel"):
        assert f'autocomplete="{word}"' in html
    assert 'type="tel"' in html
    assert "(optional)" in html


@pytest.mark.parametrize(
    "address",
    [
        "ada@visitor.example\nBcc: all@victim.example",
        "ada@visitor.example\r\nSubject: x",
        "a,b@c.d",
    ],
)
def test_no_header_can_be_slipped_into_the_mail(
    client: Client, contact_page: ContactPage, address: str
) -> None:
    assert send(client, e_mail=address).status_code == 422
    assert mail.outbox == []


def test_line_ends_in_other_fields_stay_in_the_text_of_the_mail(client: Client, site: Site) -> None:
    ContactPageFactory(to_address=OFFICE, subject="A\nmessage")
    send(client, name="Ada\nBcc: all@victim.example")
    message = mail.outbox[0].message()
    assert message["Subject"] == "A message"
    assert message["Bcc"] is None
    assert mail.outbox[0].recipients() == [OFFICE]


def test_no_copy_of_a_form_is_kept_on_the_way(client: Client, contact_page: ContactPage) -> None:
    for response in (client.get("/contact/"), client.get("/contact/?sent"), send(client)):
        assert response["Cache-Control"] == "private, no-store"


def test_a_message_without_the_token_of_the_form_is_refused_in_words(
    contact_page: ContactPage,
) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = send(strict)
    assert response.status_code == 403
    assert "send it once more" in response.text
    assert FormSubmission.objects.count() == 0


def test_with_the_token_of_the_form_it_is_accepted(contact_page: ContactPage) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get("/contact/")
    token = strict.cookies["csrftoken"].value
    response = strict.post("/contact/", filled_in(csrfmiddlewaretoken=token))
    assert response.status_code == 303


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_not_allowed(
    client: Client, contact_page: ContactPage, method: str
) -> None:
    response = getattr(client, method)("/contact/")
    assert response.status_code == 405
    assert "POST" in response["Allow"]


def test_an_unpublished_page_takes_no_message(client: Client, contact_page: ContactPage) -> None:
    contact_page.unpublish()
    assert send(client).status_code == 404
    assert FormSubmission.objects.count() == 0


def test_a_page_below_a_withdrawn_one_takes_no_message(client: Client, site: Site) -> None:
    above = StandardPageFactory(slug="above")
    ContactPageFactory(parent=above)
    above.unpublish()
    assert send(client, "/above/contact/").status_code == 404
    assert FormSubmission.objects.count() == 0


def test_a_private_page_takes_no_message_of_a_stranger(
    client: Client, contact_page: ContactPage
) -> None:
    PageViewRestriction.objects.create(
        page=contact_page, restriction_type=PageViewRestriction.LOGIN
    )
    assert send(client).status_code == 302
    assert FormSubmission.objects.count() == 0


def test_the_privacy_page_is_linked_while_everybody_may_read_it(client: Client, site: Site) -> None:
    privacy = StandardPageFactory(title="How we treat data", slug="privacy")
    ContactPageFactory(privacy_page=privacy)
    link = '<a href="/privacy/">How we treat data</a>'
    html = client.get("/contact/").text
    assert link in html
    assert "delete it after 180 days" in html
    privacy.unpublish()
    assert link not in client.get("/contact/").text


def test_the_sixth_message_in_ten_minutes_waits_and_keeps_its_words(
    client: Client, contact_page: ContactPage
) -> None:
    for _ in range(5):
        assert send(client).status_code == 303
    response = send(client, message="Yet another word")
    assert (response.status_code, response["Retry-After"]) == (429, "120")
    assert "wait a few minutes" in response.text
    assert "Yet another word" in response.text
    assert FormSubmission.objects.count() == 5
    Bucket.objects.update(full_at=0)
    assert send(client).status_code == 303


def test_a_household_is_counted_as_one_and_others_are_not_kept_waiting(
    client: Client, contact_page: ContactPage
) -> None:
    answers = [
        client.post("/contact/", filled_in(), REMOTE_ADDR=f"2001:db8::{number}").status_code
        for number in range(6)
    ]
    assert answers == [303] * 5 + [429]
    other = client.post("/contact/", filled_in(), REMOTE_ADDR="2001:db8:0:1::1")
    assert other.status_code == 303


def test_mistakes_are_not_counted(client: Client, contact_page: ContactPage) -> None:
    for _ in range(10):
        send(client, name="")
    assert send(client).status_code == 303


def test_an_editor_sees_the_form_and_the_thanks_before_they_are_published(
    site: Site, contact_page: ContactPage
) -> None:
    shown = {
        mode: contact_page.make_preview_request(preview_mode=mode)
        for mode, _ in contact_page.preview_modes
    }
    assert 'name="message"' in shown["form"].text
    assert "Your message has arrived." in shown["landing"].text


@pytest.mark.parametrize("label", ["?", "…", "Submit time"])
def test_a_label_under_which_nothing_could_be_kept_is_refused(
    contact_page: ContactPage, label: str
) -> None:
    field = ContactField(page=contact_page, label=label, field_type="singleline")
    with pytest.raises(ValidationError, match="another label"):
        field.full_clean()


def test_a_hidden_field_that_was_left_out_keeps_nobody_from_writing(
    client: Client, site: Site
) -> None:
    ContactPageFactory(form_fields=[ContactField(label="Campaign", field_type="hidden")])
    assert send(client).status_code == 303
