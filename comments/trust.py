"""Knows a reader again whose earlier comments were approved, where a site wishes to trust such.

An e-mail address proves nothing, as anybody can type it. What returns is a random number in a cookie,
which is sent to the addresses of comments only, so that pages stay the same for everybody. The table
holds its hash.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Final

from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from comments.models import Comment, CommentSettings, Status

COOKIE: Final = "returning"
KEPT_FOR: Final = timedelta(days=365)
_NUMBER: Final = 43


def mark_of_browser(request: HttpRequest, settings: CommentSettings) -> tuple[str, str]:
    """The number that the browser has, or is to have, and its hash; both "" where nobody is trusted."""
    if not settings.trusted_after:
        return "", ""
    number = request.COOKIES.get(COOKIE, "")
    if len(number) != _NUMBER:
        number = secrets.token_urlsafe(32)
    return number, hashlib.blake2b(number.encode(), digest_size=16).hexdigest()


def remember(response: HttpResponse, number: str) -> None:
    """Let the browser bring ``number`` next time."""
    if number:
        response.set_cookie(
            COOKIE,
            number,
            max_age=KEPT_FOR,
            path=_root_of_comments(),
            secure=django_settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def _root_of_comments() -> str:
    return reverse("comment_riddle").removesuffix("riddle/")


def is_trusted(returning: str, settings: CommentSettings) -> bool:
    """Whether enough of this browser's comments were approved, and none was turned down."""
    if not returning or not settings.trusted_after:
        return False
    theirs = Comment.objects.filter(returning=returning)
    turned_down = theirs.filter(status__in=[Status.REJECTED, Status.SPAM])
    return theirs.approved().count() >= settings.trusted_after and not turned_down.exists()
