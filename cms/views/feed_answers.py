"""What all feeds share in how they answer: to whom, by which methods, as XML or as a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.feeds import FeedDocument
from cms.sending import send
from cms.views.readable_feed import BROWSER_HEADER, is_opened_in_a_browser, readable_feed

XML_TYPE: Final = "application/rss+xml; charset=utf-8"
METHODS: Final = ["GET", "HEAD", "OPTIONS"]
#: Players and readers that run in a browser may read the feed and ask whether it has changed.
CORS: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified",
}
PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}

Asked = ParamSpec("Asked")
View = Callable[Concatenate[HttpRequest, Asked], HttpResponse]


def feed_view(view: View[Asked]) -> View[Asked]:
    """Let ``view`` answer GET and HEAD from any website; what else is sent is told so (405)."""

    @csrf_exempt  # It changes nothing; a POST is told so, not asked for a token.
    @require_http_methods(METHODS)
    @wraps(view)
    def answer(request: HttpRequest, /, *args: Asked.args, **kwargs: Asked.kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=CORS | PREFLIGHT)
        response = view(request, *args, **kwargs)
        for name, value in CORS.items():
            response[name] = value
        return response

    return answer


def send_xml(request: HttpRequest, document: FeedDocument) -> HttpResponse:
    """The feed as it is; to who opens it in a browser, a page made of it."""
    if is_opened_in_a_browser(request):
        return readable_feed(document.read().in_coding(""))
    response = send(request, document, content_type=XML_TYPE)
    patch_vary_headers(response, [BROWSER_HEADER])
    return response
