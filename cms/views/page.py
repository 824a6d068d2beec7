"""A page at its address: Wagtail's view, led there by a shorter way."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from cms.languages import home_for, language_of
from cms.models import route_from


def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail would ask for the language, and for all of the home page, before it looks for a page below."""
    home = home_for(request)
    if home and language_of(home) == get_language():
        # Where Wagtail's route_for_request keeps it.
        request._wagtail_route_for_request = _route(home, request, path)  # type: ignore[attr-defined]
    return serve(request, path)


def _route(home: Page, request: HttpRequest, path: str) -> RouteResult | None:
    try:
        return route_from(home, request, [part for part in path.split("/") if part])
    except Http404:
        return None
