"""Countries by their two letters (ISO 3166-1)."""

from __future__ import annotations

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def validate_country(code: str) -> None:
    """Raise ValidationError unless ``code`` is a country whose phone numbers are known, in capitals."""
    if code not in phonenumbers.SUPPORTED_REGIONS:
        raise ValidationError(_("Two capital letters, such as US or DE."), code="country")
