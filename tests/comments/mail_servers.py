"""A mail server that refuses some."""

from __future__ import annotations

from collections.abc import Sequence
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend


class Picky(EmailBackend):
    """Refuses every address that begins with "bad"."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        for message in messages:
            if message.to[0].startswith("bad"):
                raise SMTPRecipientsRefused({message.to[0]: (550, b"nobody here")})
        return super().send_messages(messages)
