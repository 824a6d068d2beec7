"""The forms by which a reader signs up and types in the code."""

from __future__ import annotations

import re
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings as django_settings
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from cms.guarded_form import GuardedForm
from cms.plain_form import PlainForm
from texts import words
from texts.models import Channel, TextSettings
from texts.plain.hours import told_apart
from texts.plain.numbers import Number, NumberError, Reason, read_number

WRONG: Final = {
    Reason.UNREADABLE: _("This is no phone number. Please type its digits, such as 0151 23456789."),
    Reason.NOT_VALID: _("There is no such number. Is a digit missing, or one too many?"),
    Reason.COUNTRY: _("We send no texts to that country. You can have them by e-mail."),
    Reason.KIND: _("This number takes no texts. Please give the number of a mobile phone."),
}
#: What people are called; no address and no number, since it is put into texts.
NAME: Final = re.compile(r"[^\W\d_]+\.?(?:[ '’\-]+[^\W\d_]+\.?)*")


class SignUpForm(GuardedForm):
    """What both ways have: a first name, and the consent, whose words are those that are kept."""

    first_name = forms.CharField(
        label=_("First name"),
        required=False,
        max_length=40,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    consent = forms.BooleanField()
    channel: str

    def __init__(self, *args: Any, settings: TextSettings, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "texts_%s")
        super().__init__(*args, **kwargs)
        self.settings = settings
        self.wording = words.consent(settings, self.channel)
        self.fields["consent"].label = self.wording
        self.fields["consent"].error_messages["required"] = _(
            "Please tick the box: without your yes we send nothing."
        )

    def clean_first_name(self) -> str:
        name = " ".join(self.cleaned_data["first_name"].split())
        if name and not NAME.fullmatch(name):
            raise forms.ValidationError(_("Please give a name made of letters, or leave it empty."))
        return name

    @property
    def address(self) -> str:
        raise NotImplementedError

    @property
    def home(self) -> str:
        return django_settings.TIME_ZONE

    @property
    def zones(self) -> tuple[str, ...]:
        return ()


class SignUpByTextForm(SignUpForm):
    """With a number; with a time zone where the number may be in several."""

    field_order = ("phone", "home", "first_name", "consent")
    channel = Channel.SMS
    number: Number

    phone = forms.CharField(
        label=_("Mobile number"),
        max_length=40,
        help_text=_("With or without the number of the country."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get(self.add_prefix("home")):
            self.fields["home"] = forms.CharField(max_length=64)
        self.order_fields(self.field_order)

    def clean_phone(self) -> str:
        try:
            self.number = read_number(
                self.cleaned_data["phone"],
                country=self.settings.country,
                allowed=self.settings.allowed_countries,
            )
        except NumberError as error:
            raise forms.ValidationError(WRONG[error.reason], code=error.reason.name) from error
        # Shown back as it was understood.
        self._renew("phone", self.number.shown)
        return self.number.shown

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "phone" in cleaned:
            self._ask_for_home(cleaned.get("home", ""))
        return cleaned

    def _ask_for_home(self, given: str) -> None:
        """Have the reader say where they are, if the number does not."""
        apart = told_apart(_usual_first(self.number.zones), timezone.now())
        if len(apart) < 2:
            self.fields.pop("home", None)
            return
        self.fields["home"] = forms.ChoiceField(
            label=_("Where you are"), choices=[("", "–"), *((zone, _shown(zone)) for zone in apart)]
        )
        self.order_fields(self.field_order)
        if given not in apart:
            self.add_error("home", _("So that no text comes at night."))

    @property
    def address(self) -> str:
        return self.number.e164

    @property
    def home(self) -> str:
        given = self.cleaned_data.get("home")
        return given or next(iter(_usual_first(self.number.zones)), django_settings.TIME_ZONE)

    @property
    def zones(self) -> tuple[str, ...]:
        return self.number.zones


class SignUpByMailForm(SignUpForm):
    """With an e-mail address."""

    field_order = ("email", "first_name", "consent")
    channel = Channel.EMAIL

    email = forms.EmailField(
        label=_("E-mail"), max_length=200, widget=forms.EmailInput({"autocomplete": "email"})
    )

    @property
    def address(self) -> str:
        return self.cleaned_data["email"]


FORMS: Final[dict[str, type[SignUpForm]]] = {
    Channel.SMS: SignUpByTextForm,
    Channel.EMAIL: SignUpByMailForm,
}


class CodeForm(PlainForm):
    """Six digits; spaces between them are no fault."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        # Digits of any script and width are digits.
        return "".join(str(int(char)) for char in self.cleaned_data["code"] if char.isdecimal())


def _usual_first(zones: tuple[str, ...]) -> list[str]:
    """The site's own zone before others, as it is the likeliest."""
    return sorted(zones, key=lambda zone: (zone != django_settings.TIME_ZONE, zone))


def _shown(zone: str) -> str:
    """ "America/New_York" as "New York (8:15 a.m.)"."""
    place = zone.rpartition("/")[2].replace("_", " ")
    here = timezone.localtime(timezone=ZoneInfo(zone))
    return f"{place} ({time_format(here.time(), 'TIME_FORMAT')})"
