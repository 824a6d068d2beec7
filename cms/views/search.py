"""The search over everything that a stranger may read or hear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.search.asking import Found, FoundInAll, Searched, search_for
from cms.search.kinds import SPOKEN, written_kinds
from cms.search.marking import Marker
from cms.search.results import spoken_results, written_results
from cms.search.suggesting import suggestions
from cms.search.words import words_of

MAX_QUERY_LENGTH: Final = 200
RESULTS_PER_PAGE: Final = 10
#: How many moments stand below the pages found.
MOMENTS: Final = 3


@require_safe
# A reader's own way back and forth; a shared cache would only fill with what people type.
@cache_control(private=True, max_age=60)
def search(request: HttpRequest) -> HttpResponse:
    """Pages, and moments of recordings, that hold all words of ``?query=``, of one ``?type=`` if given."""
    query = printable(request.GET.get("query", ""))
    kind = request.GET.get("type", "")
    kind = kind if kind in {each.name for each in (*written_kinds(), SPOKEN)} else ""
    context = {"query": query, "kind": kind, **_answer(request, query, kind)}
    response = TemplateResponse(request, "cms/search.html", context)
    if query:
        response["X-Robots-Tag"] = "noindex"
    return response


def printable(text: str) -> str:
    """``text`` on one line, without control characters, cut to the length we search for."""
    text = text[:MAX_QUERY_LENGTH]
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _answer(request: HttpRequest, query: str, kind: str) -> dict[str, Any]:
    searched = Searched.for_request(request)
    words = words_of(query)
    found = search_for(words, searched)
    chosen = _chosen(kind, found, searched)
    marker = Marker(found.terms, searched.language)
    to_results = spoken_results if kind == SPOKEN.name else written_results
    results: PageOfItems[Any] = Paginator(chosen.keys, RESULTS_PER_PAGE).get_page(
        request.GET.get("page")
    )
    results.object_list = to_results(list(results.object_list), marker, request)
    moments = [] if kind or results.number > 1 else found.spoken.keys[:MOMENTS]
    answer = {
        "results": results,
        "more": chosen.more,
        "moments": spoken_results(moments, marker, request),
        "moments_in_all": len(found.spoken.kinds),
        "choices": _choices(found),
    }
    if not found:
        nothing_marked = Marker([], searched.language)
        answer["suggestions"] = suggestions(words, searched)
        answer["newest"] = written_results(searched.newest(), nothing_marked, request)
    return answer


def _chosen(kind: str, found: FoundInAll, searched: Searched) -> Found:
    if kind == SPOKEN.name:
        return found.spoken
    if kind and found.written.more:
        return searched.written(found.terms, kind=kind)
    return found.written.of(kind) if kind else found.written


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind to narrow the results to, and how many there are of it; None where not all were seen."""

    name: str
    label: Promise | str
    count: int | None


def _choices(found: FoundInAll) -> list[Choice]:
    counts = found.written.counts()
    choices = [
        Choice(kind.name, kind.label, None if found.written.more else counts.get(kind.name, 0))
        for kind in written_kinds()
    ]
    spoken = None if found.spoken.more else len(found.spoken.kinds)
    choices.append(Choice(SPOKEN.name, SPOKEN.label, spoken))
    return [choice for choice in choices if choice.count != 0]
