"""Asks the index, and keeps of its answer what a stranger may see on this site, in its language.

The databases only rank words; whether a page is public is asked of the pages, at the moment of the
search, and of the best hits alone. So a word on every page costs no more than ranking it does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final, Self

from django.http import HttpRequest

from cms.languages import home_for, language_of
from cms.models import SearchEntry, SpokenPassage, public_among
from cms.search.fulltext import ENTRIES, PASSAGES, Table, full_text
from cms.search.kinds import PLAIN, SPOKEN, names_by_content_type
from cms.search.words import Term, terms_of, unfinished

#: Who would look further asks with more words.
MOST_RESULTS: Final = 200
#: How many of the best hits to take, the next number where too few of them are public.
TRIES: Final = (MOST_RESULTS + 50, 2_000, 16_000)
NEWEST: Final = 3
#: No page has such a path: where there is no site, nothing is found.
NOWHERE: Final = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """Keys with their kinds, best first; ``more`` if there are others behind them."""

    kinds: dict[int, str]
    more: bool = False

    def __bool__(self) -> bool:
        return bool(self.kinds)

    @property
    def keys(self) -> list[int]:
        return list(self.kinds)

    def counts(self) -> dict[str, int]:
        return Counter(self.kinds.values())

    def of(self, kind: str) -> Self:
        """What there is of one ``kind``; only right where there is no more."""
        return type(self)({key: each for key, each in self.kinds.items() if each == kind})


@dataclass(frozen=True, slots=True)
class Searched:
    """The tree path of the page at or below which all must be, and the language that its readers ask in."""

    under: str
    language: str

    @classmethod
    def for_request(cls, request: HttpRequest) -> Self:
        """What a stranger may see of the site, below its home page in the reader's language."""
        home = home_for(request)
        return cls(home.path, language_of(home) or "") if home else cls(NOWHERE, "")

    def written(self, terms: Sequence[Term], *, kind: str = "") -> Found:
        """The pages that hold all ``terms``, by their primary keys."""
        return _first_public(ENTRIES, terms, kind, self._public_pages)

    def spoken(self, terms: Sequence[Term]) -> Found:
        """The best moment of each page in which all ``terms`` are said, by the keys of the passages."""
        return _first_public(PASSAGES, terms, "", self._public_passages)

    def newest(self) -> list[int]:
        """The pages that came out last."""
        dated = SearchEntry.objects.filter(date__isnull=False).order_by("-date", "-pk")
        newest = list(dated.values_list("pk", flat=True)[: TRIES[0]])
        return list(self._public_pages(newest))[:NEWEST]

    def _public_pages(self, keys: Collection[int]) -> dict[int, str]:
        names = names_by_content_type()
        public = (each for each in public_among(keys) if each.path.startswith(self.under))
        types = {each.key: each.content_type for each in public}
        return {key: names.get(types[key], PLAIN.name) for key in keys if key in types}

    def _public_passages(self, keys: Collection[int]) -> dict[int, str]:
        spoken = SpokenPassage.objects.filter(pk__in=keys)
        pages = dict(spoken.values_list("pk", "page"))
        public = self._public_pages(set(pages.values()))
        best: dict[int, int] = {}
        for key in keys:
            if pages.get(key) in public:
                best.setdefault(pages[key], key)
        return dict.fromkeys(best.values(), SPOKEN.name)


@dataclass(frozen=True, slots=True)
class FoundInAll:
    """What was found in both indexes, and the terms by which it was."""

    terms: Sequence[Term]
    written: Found
    spoken: Found

    def __bool__(self) -> bool:
        return bool(self.written or self.spoken)


def search_for(words: Sequence[str], searched: Searched) -> FoundInAll:
    """Ask for ``words`` as they are, and, only if that finds nothing, with the last one unfinished.

    Whole words are what an index is quick at; a beginning may stand for thousands of them.
    """
    found = _ask(terms_of(words, searched.language), searched)
    return found or _ask(unfinished(words, searched.language), searched)


def _ask(terms: Sequence[Term], searched: Searched) -> FoundInAll:
    return FoundInAll(terms, searched.written(terms), searched.spoken(terms))


def _first_public(
    table: Table, terms: Sequence[Term], kind: str, public: Callable[[list[int]], dict[int, str]]
) -> Found:
    found: dict[int, str] = {}
    for limit in TRIES if terms else ():
        hits = full_text().hits(table, terms, kind=kind, limit=limit)
        found = public(hits) if hits else {}
        if len(found) > MOST_RESULTS or len(hits) < limit:
            break
    first = dict(list(found.items())[:MOST_RESULTS])
    return Found(first, more=len(found) > MOST_RESULTS)
