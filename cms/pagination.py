"""Cutting long lists into pages; a nonsensical page number shows the nearest page there is."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


def page_of(
    items: QuerySet[Any] | Sequence[Any], request: HttpRequest, *, per_page: int
) -> Page[Any]:
    """The page of ``items`` that ``?page=`` asks for."""
    return Paginator(items, per_page).get_page(request.GET.get("page"))
