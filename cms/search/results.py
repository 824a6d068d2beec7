"""What a reader sees of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail.models import Page

from cms.models import SpokenPassage
from cms.search.kinds import type_name
from cms.search.marking import Marker


@dataclass(frozen=True, slots=True)
class Result:
    """One page, or one moment of it (``start``, in seconds) with what is said there in ``language``."""

    page: Page
    url: str
    title: SafeString
    excerpt: SafeString
    date: datetime | None = None
    start: float | None = None
    language: str = ""

    @property
    def type_name(self) -> str:
        return type_name(self.page)


def written_results(keys: Sequence[int], marker: Marker, request: HttpRequest) -> list[Result]:
    """The pages with these primary keys, in this order."""
    indexed = Page.objects.filter(search_entry__isnull=False).select_related("search_entry")
    pages = indexed.in_bulk(list(keys))
    return [_written(pages[key], marker, request) for key in keys if key in pages]


def spoken_results(keys: Sequence[int], marker: Marker, request: HttpRequest) -> list[Result]:
    """The moments with these primary keys, in this order."""
    indexed = SpokenPassage.objects.filter(page__search_entry__isnull=False)
    passages = indexed.select_related("page__search_entry").in_bulk(list(keys))
    return [_spoken(passages[key], marker, request) for key in keys if key in passages]


def _written(page: Page, marker: Marker, request: HttpRequest) -> Result:
    return Result(
        page,
        page.get_url(request) or "",
        marker.mark(page.title),
        marker.excerpt(page.search_entry.text),
        page.search_entry.date,
    )


def _spoken(passage: SpokenPassage, marker: Marker, request: HttpRequest) -> Result:
    page = passage.page
    return Result(
        page,
        # The player begins there (podcast/static/podcast/chapters.js).
        f"{page.get_url(request) or ''}#t={int(passage.start)}",
        marker.mark(page.title),
        marker.excerpt(passage.text),
        page.search_entry.date,
        passage.start,
        passage.language,
    )
