"""Who carries the texts: one gateway for text messages, chosen by SMS_GATEWAY, and one for e-mails."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from django.conf import settings
from django.utils.module_loading import import_string

from texts.gateways.interface import Gateway
from texts.models.subscribers import Channel

#: A further one may be named by its dotted path.
KNOWN: Final = {
    "console": "texts.gateways.development.ConsoleGateway",
    "file": "texts.gateways.development.FileGateway",
    "twilio": "texts.gateways.twilio.TwilioGateway",
}


def gateway_for(channel: str) -> Gateway:
    name = "texts.gateways.mail.MailGateway" if channel == Channel.EMAIL else sms_path()
    return _made(name)


def sms_path() -> str:
    """The dotted path of the gateway for text messages."""
    return KNOWN.get(settings.SMS_GATEWAY, settings.SMS_GATEWAY)


@lru_cache(maxsize=8)
def _made(path: str) -> Gateway:
    return import_string(path)()
