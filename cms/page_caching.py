"""Who may keep a page, and for how long.

A page for everybody may be kept by all caches. Browsers ask each time whether it has changed
(``max-age=0``), which costs next to nothing while we have it in memory; caches between need ask only
once a minute, may hand out what they have while they ask, and for a day while we do not answer
(RFC 9111, RFC 5861). Whatever is for somebody in particular is kept by nobody.
"""

from __future__ import annotations

from typing import Final, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

PUBLIC: Final = "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400"
PRIVATE: Final = "private, no-store"
_POLICIES: Final = ("Content-Security-Policy", "Content-Security-Policy-Report-Only")

Answer = TypeVar("Answer", bound=HttpResponseBase)


def offered_to_caches(request: HttpRequest, response: Answer) -> Answer:
    """The answer of a page with its Cache-Control; Wagtail closes it again if the page is restricted."""
    response["Cache-Control"] = PUBLIC if _is_for_everybody(request, response) else PRIVATE
    return response


def close_if_personal(response: HttpResponse) -> None:
    """Take back what was offered before the page was rendered, should it be for one reader alone.

    Cookies are set by forms (the CSRF token), by sessions and by messages; a nonce may be used once.
    """
    if response.get("Cache-Control") == PUBLIC and (response.cookies or _holds_a_nonce(response)):
        response["Cache-Control"] = PRIVATE


def _is_for_everybody(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == 200
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not getattr(request, "is_preview", False)
    )


def _holds_a_nonce(response: HttpResponse) -> bool:
    return any("'nonce-" in response.get(policy, "") for policy in _POLICIES)
