"""Makes of an editor's words what goes out by one channel."""

from __future__ import annotations

from collections.abc import Callable

from texts.models import Channel, TextSettings
from texts.models.writing import Written
from texts.rendering import render
from texts.shortening import shortener

Shorten = Callable[[str], str]


def shortener_of(settings: TextSettings) -> Shorten | None:
    """What shortens links, if the site wishes it; it remembers those that it has shortened."""
    return shortener(settings.site) if settings.shortens_links else None


def compose(
    text: Written,
    settings: TextSettings,
    *,
    channel: str,
    first_name: str,
    shorten: Shorten | None,
) -> str:
    """An e-mail says in its head whom it is from, and has room for whole links; a text message does not."""
    is_mail = channel == Channel.EMAIL
    return render(
        text.body,
        sender="" if is_mail else settings.sender_name,
        first_name=first_name,
        shorten=None if is_mail else shorten,
    )
