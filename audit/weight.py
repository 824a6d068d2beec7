"""Weighs a page as it goes over the wire: markup, styles and scripts, without pictures and sound."""

from __future__ import annotations

from collections import Counter
from typing import Final

from playwright.sync_api import Browser, Response

COUNTED: Final = {"document": "HTML", "stylesheet": "CSS", "script": "JavaScript"}


def bytes_by_kind(chromium: Browser, url: str) -> Counter[str]:
    """Compressed bytes of ``url`` for a first visit, by the words of COUNTED."""
    page = chromium.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # Playwright marks its listeners.
    page.goto(url, wait_until="networkidle")
    sizes: Counter[str] = Counter()
    for answer in answers:
        if kind := COUNTED.get(answer.request.resource_type):
            sizes[kind] += answer.request.sizes()["responseBodySize"]
    page.close()
    return sizes
