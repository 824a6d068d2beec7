"""Tells operators at start what would keep texts from being sent."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

from texts.gateways import KNOWN, sms_path

SHORTEST_KEY: Final = 32
OF_TWILIO: Final = ("SMS_ACCOUNT", "SMS_TOKEN", "SMS_FROM")


@register
def gateway_is_complete(**kwargs: Any) -> list[CheckMessage]:
    """The gateway of SMS_GATEWAY exists and has what it needs; TEXTS_KEY cannot be guessed."""
    faults: list[CheckMessage] = []
    try:
        import_string(sms_path())
    except ImportError:
        known = ", ".join(KNOWN)
        faults.append(Error(f"SMS_GATEWAY is none of {known}, nor a class.", id="texts.E001"))
    if settings.SMS_GATEWAY == "twilio":
        missing = [name for name in OF_TWILIO if not getattr(settings, name)]
        if missing:
            faults.append(Error(f"Twilio needs {', '.join(missing)}.", id="texts.E002"))
    if settings.TEXTS_KEY and len(settings.TEXTS_KEY) < SHORTEST_KEY:
        faults.append(
            Error(f"TEXTS_KEY is shorter than {SHORTEST_KEY} characters.", id="texts.E003")
        )
    return faults
