"""What all pages of the daily texts have in common: nobody keeps them, nobody finds them by a search."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


def answer(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    response = TemplateResponse(request, f"texts/{template}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    # Some of the addresses are keys; nobody whom a page leads to is to be told.
    response["Referrer-Policy"] = "same-origin"
    return response
