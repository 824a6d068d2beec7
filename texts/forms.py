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
from texts.addresses import keyed
from texts.models import Channel, TextSettings
from texts.plain.hours import told_apart, zones_of_countries
from texts.plain.numbers import Number, NumberError, Reason, example_of

WRONG: Final = {
    Reason.UNREADABLE: _("This is no phone number. Please type its digits, such as %(example)s."),
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
    #: What it says stands beside the box in full; here is what an error calls it.
    consent = forms.BooleanField(label=_("Your consent"))
    #: A keyed hash of these words, as an editor may change them while the form is open.
    agreed = forms.CharField(required=False, widget=forms.HiddenInput)
    channel: str

    def __init__(self, *args: Any, settings: TextSettings, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "texts_%s")
        super().__init__(*args, **kwargs)
        self.settings = settings
        self.wording = words.consent(settings, self.channel)
        self._digest = keyed("wording", self.wording)
        self.fields["agreed"].initial = self._digest
        self.fields["consent"].error_messages["required"] = _(
            "Please tick the box: without your yes we send nothing."
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.pop("agreed", "") != self._digest:
            self.add_error(
                "consent", _("What you agree to has been changed. Please read it once more.")
            )
            self._renew("agreed", self._digest)
        return cleaned

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
        """The zone by whose clock their mornings come."""
        raise NotImplementedError

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
        help_text=_("With or without the country code."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
        error_messages={"required": _("Please give your mobile number.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        apart = told_apart(_usual_first(self._zones_of_what_was_typed()), timezone.now())
        if len(apart) > 1:
            self.fields["home"] = _home_field(apart)
        self.order_fields(self.field_order)

    def _zones_of_what_was_typed(self) -> tuple[str, ...]:
        """Before anything is checked, since a number that says too little makes the form ask for more."""
        try:
            return self.settings.read_number(self.data.get("phone", "")).zones
        except NumberError:
            return ()

    def clean_phone(self) -> str:
        try:
            self.number = self.settings.read_number(self.cleaned_data["phone"])
        except NumberError as error:
            raise number_fault(error, self.settings) from error
        # Shown back as it was understood.
        self._renew("phone", self.number.shown)
        return self.number.shown

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

    field_order = ("email", "home", "first_name", "consent")
    channel = Channel.EMAIL

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=200,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"required": _("Please give your e-mail address.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = _usual_first(tuple(zones_of_countries(self.settings.allowed_countries)))
        apart = told_apart(here, timezone.now())
        if len(apart) > 1:
            self.fields["home"] = _home_field(apart)
        self.order_fields(self.field_order)
        self._only_home = next(iter(apart), django_settings.TIME_ZONE)

    @property
    def address(self) -> str:
        return self.cleaned_data["email"]

    @property
    def home(self) -> str:
        return self.cleaned_data.get("home") or self._only_home


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
    return sorted(zones, key=lambda zone: zone != django_settings.TIME_ZONE)


def number_fault(error: NumberError, settings: TextSettings) -> forms.ValidationError:
    """What is wrong with a number, in words, with an example from the practice's country."""
    example = {"example": example_of(settings.country)}
    return forms.ValidationError(WRONG[error.reason], code=error.reason.name, params=example)


def _home_field(zones: list[str]) -> forms.ChoiceField:
    needed = _("There are several time zones. Please choose yours.")
    return forms.ChoiceField(
        label=_("Where you are"),
        help_text=_("So that no text comes at night."),
        choices=[("", "–"), *((zone, _shown(zone)) for zone in zones)],
        error_messages={"required": needed, "invalid_choice": needed},
    )


def _shown(zone: str) -> str:
    """ "America/New_York" as "New York (8:15 a.m.)"."""
    place = zone.rpartition("/")[2].replace("_", " ")
    here = timezone.localtime(timezone=ZoneInfo(zone))
    return f"{place} ({time_format(here.time(), 'TIME_FORMAT')})"
