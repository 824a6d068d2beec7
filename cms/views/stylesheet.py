"""Sends the site's stylesheet; its address names its content, so browsers need not ask again."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.brand import brand_css
from cms.feeds import BuiltFeed
from cms.models import brand_for
from cms.sending import send
from cms.stylesheet import stylesheet

FOR_EVER: Final = "public, max-age=31536000, immutable"
A_MINUTE: Final = "public, max-age=60"


@require_safe
def site_css(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """The site's stylesheet as it is now; a page that was kept from before a change gets it too."""
    packed = stylesheet(brand_css(brand_for(request)))
    response = send(request, BuiltFeed(packed), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER if fingerprint == packed.etag else A_MINUTE
    return response
