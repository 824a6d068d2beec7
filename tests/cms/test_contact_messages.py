"""Messages in the admin: who sees them, that they do no harm there, and that they are forgotten."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import Site

from cms.models import Bucket, ContactField, ContactPage
from cms.throttle import allow
from tests.contact_forms import ANSWERS, send
from tests.factories import ContactPageFactory
from users.models import User

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
KINDS: dict[str, tuple[str, Any]] = {
    "singleline": (SCRIPT, SCRIPT),
    "multiline": (SCRIPT, SCRIPT),
    "name": (SCRIPT, SCRIPT),
    "tel": ("<b>1</b>", "<b>1</b>"),
    "url": ("https://a.example/", "https://a.example/"),
    "number": ("1e5", "1E+5"),
    "checkbox": ("on", True),
    "checkboxes": (["<b>", "a"], ["<b>", "a"]),
    "dropdown": ("<b>", "<b>"),
    "multiselect": (["a"], ["a"]),
    "radio": ("a", "a"),
    "date": ("2026-11-26", "2026-11-26"),
    "datetime": ("2026-11-26T10:00", "2026-11-26T10:00:00Z"),
    "hidden": (SCRIPT, SCRIPT),
}


@pytest.fixture
def contact_page(site: Site) -> ContactPage:
    return ContactPageFactory(to_address="office@practice.example")


def listing(contact_page: ContactPage) -> str:
    return f"/admin/forms/submissions/{contact_page.pk}/"


def test_editors_of_the_page_see_the_messages_and_nobody_else(
    client: Client, admin_client: Client, contact_page: ContactPage
) -> None:
    send(client)
    assert "may I come on Monday?" in admin_client.get(listing(contact_page)).text
    assert client.get(listing(contact_page)).status_code == 302
    somebody = User.objects.create_user("somebody")
    client.force_login(somebody)
    assert client.get(listing(contact_page)).status_code == 302
    somebody.groups.add(Group.objects.get(name="Editors"))
    assert client.get(listing(contact_page)).status_code == 200


@pytest.fixture
def every_kind(site: Site) -> ContactPage:
    fields = [
        ContactField(label=kind, field_type=kind, choices="<b>\na", help_text="<i>Help</i>")
        for kind in KINDS
    ]
    return ContactPageFactory(form_fields=fields, to_address="office@practice.example")


def test_every_kind_of_field_is_stored_as_it_was_filled_in(
    client: Client, every_kind: ContactPage
) -> None:
    assert client.get("/contact/").status_code == 200
    response = send(client, **{kind: sent for kind, (sent, _stored) in KINDS.items()})
    assert response.status_code == 303, response.context["form"].errors
    stored = FormSubmission.objects.get().form_data
    assert stored == {kind: stored for kind, (_sent, stored) in KINDS.items()}


def test_no_markup_of_a_visitor_works_in_the_form_the_admin_or_the_mail(
    client: Client, admin_client: Client, every_kind: ContactPage
) -> None:
    answers = {kind: sent for kind, (sent, _stored) in KINDS.items()}
    shown_again = send(client, **answers | {"url": "no address"})
    assert shown_again.status_code == 422
    send(client, **answers)
    for html in (shown_again.text, admin_client.get(listing(every_kind)).text):
        assert "&lt;script&gt;alert(1)" in html
        assert "<script>alert(1)" not in html
        assert "<img src=x" not in html
        assert "<b>1</b>" not in html
    (sent,) = mail.outbox
    assert sent.message().get_content_type() == "text/plain"
    assert SCRIPT in sent.body


@pytest.mark.parametrize("kind", KINDS)
def test_no_nonsense_breaks_a_field(
    client: Client, admin_client: Client, site: Site, kind: str
) -> None:
    contact_page = ContactPageFactory(
        form_fields=[ContactField(label="It", field_type=kind, choices="a")]
    )
    for nonsense in ("9" * 5001, "1e9999999", "2026-99-99", "\ud800", "&#0;"):
        posted = nonsense.encode("utf-8", "surrogatepass")
        assert send(client, it=posted).status_code in (303, 422)
    assert admin_client.get(listing(contact_page)).status_code == 200


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_a_spreadsheet_calculates_nothing_that_a_visitor_wrote(
    client: Client, admin_client: Client, contact_page: ContactPage, formula: str
) -> None:
    send(client, message=f"{formula} ")
    FormSubmission.objects.update(form_data=ANSWERS | {"message": formula})
    csv = b"".join(
        admin_client.get(f"{listing(contact_page)}?export=csv").streaming_content
    ).decode()
    assert f"'{formula}" in csv
    xlsx = admin_client.get(f"{listing(contact_page)}?export=xlsx")
    sheet = load_workbook(io.BytesIO(b"".join(xlsx.streaming_content))).active
    (cell,) = [cell for row in sheet for cell in row if cell.value == formula]
    assert cell.data_type == "s"


def test_messages_are_forgotten_when_their_time_is_over(
    client: Client, contact_page: ContactPage
) -> None:
    send(client, message="Old")
    FormSubmission.objects.update(submit_time=timezone.now() - timedelta(days=181))
    send(client, message="New")
    call_command("forget_messages", stdout=io.StringIO())
    assert [each.form_data["message"] for each in FormSubmission.objects.all()] == ["New"]
    FormSubmission.objects.update(submit_time=timezone.now() - timedelta(days=3))
    answer = io.StringIO()
    call_command("forget_messages", days=2, stdout=answer)
    assert FormSubmission.objects.count() == 0
    assert "Messages deleted: 1" in answer.getvalue()


def test_full_buckets_are_forgotten_with_them(contact_page: ContactPage) -> None:
    allow(key="somebody", capacity=1, seconds=60)
    Bucket.objects.update(full_at=1)
    call_command("forget_messages", stdout=io.StringIO())
    assert not Bucket.objects.exists()


@pytest.mark.parametrize("days", [0, -1])
def test_nobody_forgets_everything_by_a_slip(contact_page: ContactPage, days: int) -> None:
    with pytest.raises(CommandError):
        call_command("forget_messages", days=days)
