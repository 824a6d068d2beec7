"""Checks of the addresses that the environment brings, so that a wrong one stops the start."""

from urllib.parse import urlsplit

from environs import ValidationError

FEED_URL = "{feed_url}"


def web_addresses(urls: list[str]) -> None:
    """Raise ValidationError, which environs reports with the variable's name, unless all are http(s)."""
    for url in urls:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValidationError(f"{url!r} is no http or https address.")


def ping_templates(urls: list[str]) -> None:
    """Raise ValidationError unless all are addresses with a place for the feed's."""
    web_addresses(urls)
    for url in urls:
        if FEED_URL not in url:
            raise ValidationError(f"{url!r} has no place for {FEED_URL}.")
