"""Fills in a contact form as a visitor's browser would, some time after it was opened."""

from __future__ import annotations

import time
from typing import Any

from django.core.signing import TimestampSigner, b62_encode
from django.http import HttpResponse
from django.test import Client

from cms.guarded_form import LURE, OPENED, SALT

ANSWERS = {
    "name": "Ada Visitor",
    "e_mail": "ada@visitor.example",
    "message": "Good morning,\nmay I come on Monday?",
}


class EarlierSigner(TimestampSigner):
    """Signs as if it were ``seconds`` ago."""

    def __init__(self, seconds: float) -> None:
        super().__init__(salt=SALT)
        self.seconds = seconds

    def timestamp(self) -> str:
        return b62_encode(int(time.time() - self.seconds))


def opened(seconds: float) -> str:
    return EarlierSigner(seconds).sign("opened")


def filled_in(*, opened_ago: float = 60, **answers: Any) -> dict[str, Any]:
    return {**ANSWERS, **answers, LURE: "", OPENED: opened(opened_ago)}


def send(client: Client, url: str = "/contact/", /, **answers: Any) -> HttpResponse:
    return client.post(url, filled_in(**answers))
