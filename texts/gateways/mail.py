"""Carries the e-mail edition."""

from __future__ import annotations

import smtplib

from django.core.mail import EmailMessage, get_connection

from cms.unsubscribing import one_click_headers
from texts.gateways.interface import Accepted, Answer, Gateway, NotNow, Outgoing, Refused, Unclear

TIMEOUT = 15
#: Of a recipient: there is no such mailbox (RFC 5321).
GONE = frozenset({550, 551, 553})


class MailGateway(Gateway):
    """Django's mail. A server cannot be asked what it has, so an unclear outcome stays one."""

    def send(self, message: Outgoing) -> Answer:
        headers = {"Auto-Submitted": "auto-generated"}
        if message.stop_url:
            headers |= one_click_headers(message.stop_url)
        connection = get_connection(timeout=TIMEOUT)
        mail = EmailMessage(message.subject, message.body, to=[message.to], headers=headers)
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as error:
            return NotNow(300, type(error).__name__)
        try:
            connection.send_messages([mail])
        except (smtplib.SMTPException, OSError, ValueError) as error:
            return _answer_to(error)
        finally:
            connection.close()
        return Accepted(f"mail-{message.key}")


def _answer_to(error: Exception) -> Answer:
    """What the server said: 4xx means later, 5xx never (RFC 5321); else nobody knows."""
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            code = next(iter(refused.values()))[0]
            if code in GONE:
                return Refused(str(code), is_gone=True)
        case smtplib.SMTPResponseException(smtp_code=code):
            pass
        case ValueError():
            return Refused("header")
        case _:
            return Unclear(type(error).__name__)
    return Refused(str(code)) if code >= 500 else NotNow(600, str(code))
