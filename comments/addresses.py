"""Where the comments of a page are, for feeds to name."""

from __future__ import annotations

from urllib.parse import urljoin

from django.urls import reverse


def comments_url(page_url: str) -> str:
    """Their place in the page."""
    return f"{page_url}#comments"


def comments_feed_url(page_url: str, page_id: int) -> str:
    """Their feed, on the host of the page."""
    return urljoin(page_url, reverse("page_comments_feed", args=[page_id]))
