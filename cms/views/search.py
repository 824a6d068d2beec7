"""The search over everything that a stranger may read."""

from __future__ import annotations

import re

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.base import BaseSearchResults

from cms.languages import home_for
from cms.models import BasePageQuerySet

MAX_QUERY_LENGTH = 200
# Each word nests the backend's expression one level deeper.
MAX_WORDS = 20
RESULTS_PER_PAGE = 10


def search(request: HttpRequest) -> HttpResponse:
    """Pages that hold all words of ``?query=``, best first, in pages of ten."""
    query = printable(request.GET.get("query", ""))
    results = Paginator(find_pages(request, words_of(query)), RESULTS_PER_PAGE)
    context = {"query": query, "results": results.get_page(request.GET.get("page"))}
    response = TemplateResponse(request, "cms/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def printable(text: str) -> str:
    """``text`` without control characters, cut to the length we search for."""
    return "".join(char for char in text if char.isprintable())[:MAX_QUERY_LENGTH].strip()


def words_of(query: str) -> list[str]:
    """The bare words of ``query``: no backend sees quotes, operators or other punctuation."""
    return re.findall(r"\w+", query)[:MAX_WORDS]


def find_pages(request: HttpRequest, words: list[str]) -> PageQuerySet | BaseSearchResults:
    """Specific pages of this site, in the language of the address, that hold all ``words``, the best first."""
    home = home_for(request)
    if not words or home is None:
        return Page.objects.none()
    public = BasePageQuerySet(Page).public_now().descendant_of(home, inclusive=True)
    # A subquery, since the backend only filters by fields of its own index.
    pages = Page.objects.filter(pk__in=public.values("pk")).specific()
    return get_search_backend().search(" ".join(words), pages)
