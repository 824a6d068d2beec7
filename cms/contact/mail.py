"""The e-mail that brings a message to the practice."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.forms import BoundField, EmailField
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format

from cms.contact.form import ContactForm

logger = logging.getLogger(__name__)


def tell_by_mail(*, form: ContactForm, subject: str, addresses: list[str], page_pk: int) -> bool:
    """Send what was written to ``addresses``; False where that failed, which is logged.

    The message has been stored by then. It is sent from our own address, as other servers refuse
    what claims to come from the visitor's; an answer goes to the visitor.
    """
    listing = reverse("wagtailforms:list_submissions", args=[page_pk])
    context = {
        "answers": [(field.label, _in_words(form, field)) for field in form.own_fields],
        "listing_url": f"{settings.WAGTAILADMIN_BASE_URL}{listing}",
    }
    mail = EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string("email/contact_message.txt", context),
        to=addresses,
        reply_to=_reply_to(form),
        headers={"Auto-Submitted": "auto-generated"},
    )
    try:
        mail.send()
    except Exception:
        # Whatever a mail server does, the visitor has done all they can.
        logger.exception("A message of the contact page %s was stored, but not mailed", page_pk)
        return False
    return True


def _reply_to(form: ContactForm) -> list[str]:
    """The visitor's address: of the first field for one that is filled in."""
    fields = (field for field in form.own_fields if isinstance(field.field, EmailField))
    answers = (form.cleaned_data[field.name] for field in fields)
    return [address for address in answers if address][:1]


def _in_words(form: ContactForm, field: BoundField) -> str:
    value: Any = form.cleaned_data[field.name]
    match value:
        case bool():
            return "✓" if value else "–"
        case list():
            return ", ".join(value)
        case datetime():
            return date_format(value, "SHORT_DATETIME_FORMAT")
        case date():
            return date_format(value, "SHORT_DATE_FORMAT")
        case _:
            return "–" if value in ("", None) else str(value)
