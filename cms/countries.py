"""Countries by their two letters (ISO 3166-1)."""

from __future__ import annotations

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def is_country(code: str) -> bool:
    """Whether it is a country whose phone numbers are known, in capitals."""
    return code in phonenumbers.SUPPORTED_REGIONS


def validate_country(code: str) -> None:
    """Raise ValidationError unless ``code`` is one."""
    if not is_country(code):
        raise ValidationError(_("Two capital letters, such as US or DE."), code="country")
