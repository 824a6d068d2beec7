"""Where a reader stops on the web: by the link in every e-mail and in the welcome text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from texts.models import StoppedBy, Subscriber, TextSettings
from texts.stopping import stop
from texts.views.answers import answer


@csrf_exempt  # Mail programs post here (RFC 8058), and the address is the proof that they may.
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def stop_texts(request: HttpRequest, key: str) -> HttpResponse:
    """A GET only shows; a POST stops. 404 for a key that was made up. Works where texts are off, too."""
    subscriber = get_object_or_404(Subscriber, key=key, site=Site.find_for_request(request))
    if request.method == "POST":
        stop(subscriber.mark, StoppedBy.READER, how="web")
        subscriber.refresh_from_db()
    settings = TextSettings.for_site(subscriber.site)
    return answer(request, "stop", {"subscriber": subscriber, "texts": settings})
