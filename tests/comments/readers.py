"""Readers who comment as a browser would, some time after they opened the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.guarded_form import LURE, OPENED
from tests.contact_forms import opened

WORDS = {
    "name": "Ada Reader",
    "email": "ada@reader.example",
    "text": "Thank you.\nI will try that tonight.",
}
#: What a browser sends with a form of our own page.
FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


class Reader:
    """Somebody at ``address`` with a browser of their own."""

    def __init__(self, client: Client, page: Page, address: str = "192.0.2.1") -> None:
        self.client, self.page, self.address = client, page, address

    @property
    def url(self) -> str:
        return reverse("comment_on", args=[self.page.pk])

    def send(self, **typed: Any) -> HttpResponse:
        return self.client.post(
            self.url,
            {**WORDS, LURE: "", OPENED: opened(60), **typed},
            headers=FROM_OUR_PAGE,
            REMOTE_ADDR=self.address,
        )

    def at(self, address: str) -> Reader:
        return Reader(self.client, self.page, address)
