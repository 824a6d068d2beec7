"""The site's addresses, and the least that Django can do under the same middleware: known bytes, a 304."""

import os
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import path

from cms.urls import urlpatterns as of_the_site
from cms.views.feed_answers import XML_TYPE

#: In BENCH_FOLDER: what the bare view and nginx send.
FILE = "feed.xml.gz"


@cache
def _body() -> bytes:
    return (Path(os.environ["BENCH_FOLDER"]) / FILE).read_bytes()


def bare_body(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_body(), content_type=XML_TYPE, headers={"Content-Encoding": "gzip"})


def bare_not_modified(request: HttpRequest) -> HttpResponse:
    return HttpResponseNotModified()


urlpatterns = [
    path("bare/body", bare_body),
    path("bare/not-modified", bare_not_modified),
    *of_the_site,
]
