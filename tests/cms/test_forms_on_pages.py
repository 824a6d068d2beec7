"""A form on a page says what it wants, what went wrong and where, also to those who only hear it."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string


class LetterForm(forms.Form):
    name = forms.CharField(label="Your name")
    email = forms.EmailField(label="Your e-mail", required=False, help_text="Only to answer you.")
    topic = forms.ChoiceField(
        label="What about", choices=[("back", "Back"), ("sleep", "Sleep")], widget=forms.RadioSelect
    )
    consent = forms.BooleanField(label="You may answer me")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def field(name: str, data: dict | None = None) -> str:
    return render_to_string("includes/form_field.html", {"field": LetterForm(data)[name]})


def test_a_label_belongs_to_its_field():
    assert '<label for="id_name">Your name</label>' in field("name")


def test_help_is_read_out_with_the_field_and_what_may_stay_empty_says_so():
    html = field("email")
    assert 'aria-describedby="id_email_helptext"' in html
    assert re.search(r'id="id_email_helptext">Only to answer you\.<', html)
    assert "(optional)" in html
    assert "(optional)" not in field("name")


def test_an_error_is_read_out_with_the_field():
    html = field("email", {"email": "no address"})
    assert 'aria-invalid="true"' in html
    described = re.search(r'aria-describedby="([^"]+)"', html)[1].split()
    assert described == ["id_email_helptext", "id_email_error"]
    assert all(f'id="{name}"' in html for name in described)
    assert "Enter a valid email address." in html


def test_choices_stand_in_a_group_with_a_name():
    html = field("topic", {})
    assert re.search(r"<fieldset[^>]*>\s*<legend>What about</legend>", html)
    assert html.count('type="radio"') == 2


def test_the_words_of_a_tick_stand_behind_it():
    html = field("consent")
    assert html.index('type="checkbox"') < html.index('<label for="id_consent">')


def test_a_hidden_field_is_nothing_to_see():
    html = field("token").strip()
    assert html.startswith('<input type="hidden"')
    assert "label" not in html


def test_the_summary_leads_to_every_field_with_an_error():
    form = LetterForm({"email": "no address"})
    form.add_error(None, "Please wait a minute.")
    html = render_to_string("includes/form_errors.html", {"form": form})
    assert 'role="group"' in html
    assert "Please wait a minute." in html
    page = "".join(field(name, {"email": "no address"}) for name in form.fields)
    # Of several choices the first one can be reached.
    for name in ("name", "email", "topic_0", "consent"):
        assert f'href="#id_{name}"' in html
        assert f'id="id_{name}"' in page


def test_a_form_without_error_has_no_summary():
    assert render_to_string("includes/form_errors.html", {"form": LetterForm()}).strip() == ""


@pytest.mark.parametrize(
    ("kind", "role"), [("", "status"), ("success", "status"), ("error", "alert")]
)
def test_a_notice_is_read_out_and_holds_no_markup_of_its_text(kind, role):
    html = render_to_string("includes/notice.html", {"text": "<b>Thank you</b>", "kind": kind})
    assert f'role="{role}"' in html
    assert "&lt;b&gt;Thank you" in html
