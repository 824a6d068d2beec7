"""Tells forms of our own pages from those of others, without a token that would make a page personal."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponse]


def is_from_our_own_page(request: HttpRequest) -> bool:
    """Browsers say so in one header or the other, which no page of another site can forge."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    host = request.get_host()
    return request.headers.get("Origin") in (f"https://{host}", f"http://{host}")


def from_our_own_page(view: View) -> View:
    """Decorate ``view`` so that it takes a POST from our own pages only, or one with a CSRF token.

    A token sets a cookie, and pages that set cookies are kept by no cache. So a form that many pages
    carry goes without, and only a browser that says nothing of where a form came from needs one.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = view if is_from_our_own_page(request) else protected
        return chosen(request, *args, **kwargs)

    return checked
