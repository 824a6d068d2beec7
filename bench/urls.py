"""The site's addresses, and what they are measured against under the same middleware.

That is the least that Django can do, which is to send known bytes or a 304, and a plain Wagtail page.
"""

import os
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import path

from bench.plain import plain_article
from cms.urls import urlpatterns as of_the_site
from cms.views.feed_answers import XML_TYPE

#: In BENCH_FOLDER: what the bare views and nginx send.
FILE = "feed.xml.gz"
PAGE_FILE = "page.html.gz"


@cache
def _bytes_of(name: str) -> bytes:
    return (Path(os.environ["BENCH_FOLDER"]) / name).read_bytes()


def bare_body(request: HttpRequest) -> HttpResponse:
    headers = {"Content-Encoding": "gzip"}
    return HttpResponse(_bytes_of(FILE), content_type=XML_TYPE, headers=headers)


def bare_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_bytes_of(PAGE_FILE), headers={"Content-Encoding": "gzip"})


def bare_not_modified(request: HttpRequest) -> HttpResponse:
    return HttpResponseNotModified()


urlpatterns = [
    path("bare/body", bare_body),
    path("bare/page", bare_page),
    path("bare/not-modified", bare_not_modified),
    path("plain/<slug:parent>/<slug:slug>/", plain_article),
    *of_the_site,
]
