"""Says which requests only read (``cms.reading``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from cms.reading import reading

READING_METHODS: Final = ("GET", "HEAD")


class Reading:
    """Lets GET and HEAD, which never write here, ask once what all lists of a page need."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in READING_METHODS:
            return self.get_response(request)
        with reading():
            return self.get_response(request)
