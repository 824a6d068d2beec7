"""Twilio by its plain HTTP interface: three calls, for which its SDK would bring eleven packages.

Source: Twilio's "Message resource", "Webhook security" and "Error and warning dictionary".
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from hashlib import sha1
from typing import Any, Final

import requests
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from texts.gateways.interface import (
    Accepted,
    Answer,
    AskLater,
    Fate,
    Forged,
    Gateway,
    Held,
    NotNow,
    Outgoing,
    Refused,
    Reply,
    Report,
    Unclear,
)

#: To connect, and to wait for an answer, in seconds.
TIMEOUTS: Final = (5, 10)
#: "Attempt to send to unsubscribed recipient".
STOPPED: Final = "21610"
#: Not a number, no mobile, unreachable, unknown, a landline: the reader's number is at fault, and not we.
GONE: Final = frozenset({"21211", "21614", "30003", "30005", "30006"})
MOST_VALID: Final = 36_000
FATES: Final = {
    "accepted": Fate.SENT,
    "scheduled": Fate.SENT,
    "queued": Fate.SENT,
    "sending": Fate.SENT,
    "sent": Fate.SENT,
    "delivered": Fate.DELIVERED,
    "read": Fate.DELIVERED,
    "undelivered": Fate.FAILED,
    "failed": Fate.FAILED,
    "canceled": Fate.FAILED,
}


class TwilioGateway(Gateway):
    """SMS_ACCOUNT is the account's SID, SMS_TOKEN its token, SMS_FROM a number or a messaging service."""

    def __init__(self) -> None:
        self._session = requests.Session()

    @property
    def _messages(self) -> str:
        return f"{settings.SMS_URL}/2010-04-01/Accounts/{settings.SMS_ACCOUNT}/Messages.json"

    def send(self, message: Outgoing) -> Answer:
        by = "MessagingServiceSid" if settings.SMS_FROM.startswith("MG") else "From"
        form = {
            "To": message.to,
            "Body": message.body,
            by: settings.SMS_FROM,
            "StatusCallback": f"{settings.SITE_URL}{reverse('texts_hook')}?key={message.key}",
            "ValidityPeriod": str(max(1, min(message.seconds, MOST_VALID))),
        }
        try:
            response = self._ask("POST", data=form)
        except (requests.ConnectTimeout, _NeverConnected) as error:
            return NotNow(60, type(error).__name__.strip("_"))
        except requests.RequestException as error:
            return Unclear(type(error).__name__)
        return _answer(response)

    def sent_to(self, to: str) -> list[Held]:
        try:
            response = self._ask("GET", params={"To": to, "PageSize": "50"})
            response.raise_for_status()
            rows = response.json()["messages"]
        except (requests.RequestException, KeyError, TypeError, ValueError) as error:
            raise AskLater from error
        return [_held(each) for each in rows]

    def hear(self, request: HttpRequest) -> list[Report | Reply]:
        if not _is_signed(request):
            raise Forged
        form = request.POST
        if status := form.get("MessageStatus", ""):
            key = request.GET.get("key", "")
            return _reports(form, status, key)
        if "Body" not in form or not form.get("MessageSid"):
            return []
        return [
            Reply(
                provider_id=form["MessageSid"],
                sender=form.get("From", ""),
                text=form["Body"],
                is_answered=bool(form.get("OptOutType")),
                is_stop=form.get("OptOutType") == "STOP",
            )
        ]

    def _ask(self, method: str, **more: Any) -> requests.Response:
        login = (settings.SMS_ACCOUNT, settings.SMS_TOKEN)
        try:
            return self._session.request(
                method, self._messages, auth=login, timeout=TIMEOUTS, allow_redirects=False, **more
            )
        except requests.ConnectionError as error:
            # A connection that was never there carried nothing; one that broke may have.
            if "NewConnectionError" in repr(error) or "NameResolutionError" in repr(error):
                raise _NeverConnected from error
            raise


class _NeverConnected(requests.RequestException):
    """Nothing listens there."""


def _answer(response: requests.Response) -> Answer:
    said = _json(response)
    code = str(said.get("code") or response.status_code)
    if response.status_code == 429:
        return NotNow(_seconds(response), "429")
    if response.status_code >= 500 or response.status_code < 200:
        return Unclear(code)
    if response.status_code in (401, 403, 404) or 300 <= response.status_code < 400:
        # The account or the address is wrong: the operator's fault, and no reader's.
        return NotNow(600, code)
    if response.status_code >= 400:
        return Refused(code, stops=code == STOPPED, is_gone=code in GONE)
    sid = said.get("sid")
    return Accepted(sid) if isinstance(sid, str) and sid else Unclear("no sid")


def _seconds(response: requests.Response) -> int:
    stated = response.headers.get("Retry-After", "")
    return min(int(stated), 600) if stated.isdecimal() else 30


def _json(response: requests.Response) -> dict[str, Any]:
    try:
        said = response.json()
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _held(row: Mapping[str, Any]) -> Held:
    """A row in which something is missing or new tells less, and hides no other."""
    code = str(row.get("error_code") or "")
    return Held(
        provider_id=str(row.get("sid", "")),
        fate=FATES.get(str(row.get("status")), Fate.SENT),
        code=code,
        stops=code == STOPPED,
        is_gone=code in GONE,
        body=str(row.get("body") or ""),
        created_at=_moment(row.get("date_created")),
    )


def _moment(stated: Any) -> datetime | None:
    try:
        return parsedate_to_datetime(stated)
    except (TypeError, ValueError):
        return None


def _reports(form: Mapping[str, str], status: str, key: str) -> list[Report | Reply]:
    fate = FATES.get(status)
    if fate is None or not form.get("MessageSid"):
        return []
    code = form.get("ErrorCode", "")
    is_gone = code in GONE
    sid = form["MessageSid"]
    return [Report(sid, fate, key=key, code=code, stops=code == STOPPED, is_gone=is_gone)]


def _is_signed(request: HttpRequest) -> bool:
    """HMAC-SHA1 of the exact public address, query included, and all fields in order of their names."""
    if not settings.SMS_TOKEN or request.method != "POST":
        return False
    stated = request.headers.get("X-Twilio-Signature", "")
    url = f"{settings.SITE_URL}{request.get_full_path()}"
    return hmac.compare_digest(stated.encode(), signature(url, request.POST).encode())


def signature(url: str, form: Any) -> str:
    """What Twilio sends with a call to ``url``; ``form`` is a QueryDict or a dict."""
    lists = form.lists() if hasattr(form, "lists") else ((name, [form[name]]) for name in form)
    fields = "".join(
        f"{name}{value}" for name, values in sorted(lists) for value in sorted(set(values))
    )
    digest = hmac.new(settings.SMS_TOKEN.encode(), f"{url}{fields}".encode(), sha1).digest()
    return base64.b64encode(digest).decode()
