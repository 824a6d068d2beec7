"""The codes of languages that directories take."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

# Apple, "RSS feed requirements": ISO 639 with two letters, and a country where it matters.
language_code = RegexValidator(r"^[a-z]{2}(-[A-Za-z]{2})?$", _("A code such as “en” or “de-at”."))
