"""Leads from a short address to the long one. Who follows it is not noted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from texts.models import ShortLink


@require_safe
@cache_control(public=True, max_age=60 * 60)
def follow(request: HttpRequest, key: str) -> HttpResponse:
    """302 to where an editor's text leads; 404 for a key that was made up."""
    link = get_object_or_404(ShortLink, key=key)
    response = HttpResponseRedirect(link.url)
    response["X-Robots-Tag"] = "noindex"
    return response
