"""The form of a contact page, made from the fields that its editors chose."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder
from wagtail.contrib.forms.models import FORM_FIELD_CHOICES

from cms.guarded_form import MOST_CHARACTERS, GuardedForm

#: Wagtail's kinds of field, and the two that browsers know how to fill in.
FIELD_TYPES: Final = (("name", _("Name")), ("tel", _("Telephone")), *FORM_FIELD_CHOICES)


class ContactForm(GuardedForm, BaseForm):
    """A guarded form; fields are added to it by ``ContactFormBuilder``."""


class ContactFormBuilder(FormBuilder):
    """Makes fields with limits, and with what browsers and screen readers want to know of them."""

    def get_form_class(self) -> type[ContactForm]:
        return type("ContactPageForm", (ContactForm,), self.formfields)

    def create_name_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.TextInput({"autocomplete": "name"})
        return forms.CharField(max_length=255, widget=widget, **options)

    def create_tel_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.TelInput({"autocomplete": "tel"})
        return forms.CharField(max_length=40, widget=widget, **options)

    def create_email_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.EmailInput({"autocomplete": "email"})
        return forms.EmailField(widget=widget, **options)

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.Textarea({"rows": 8})
        return forms.CharField(max_length=MOST_CHARACTERS, widget=widget, **options)

    def create_hidden_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        # Nobody could fill it in if it were missing.
        options["required"] = False
        return forms.CharField(max_length=255, widget=forms.HiddenInput, **options)

    def create_date_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, **options)

    def create_datetime_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        return forms.DateTimeField(widget=widget, **options)
