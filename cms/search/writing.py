"""Keeps the entries of pages: told by Wagtail's index of every page that is saved, moved or rebuilt."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.db import transaction
from django.db.models import Manager
from wagtail.models import Locale, Page
from wagtail.search.index import RelatedFields, SearchField

from cms.models import SearchEntry, SpokenPassage
from cms.search.fulltext import ENTRIES, PASSAGES, Words, full_text
from cms.search.kinds import Passage, kind_of
from cms.search.words import roots_of

#: Characters; PostgreSQL keeps no more than a megabyte of words of one row.
SEARCHED_LENGTH: Final = 150_000
_FIELDS: Final = ("kind", "date", "language", "title", "text")


@transaction.atomic
def write_entries(pages: Sequence[Page], *, anew: bool = False) -> None:
    """Have the search know ``pages`` (specific ones) as they are.

    What has not changed is left alone unless it shall be written ``anew``.
    """
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    entries = [_entry(page, languages.get(page.locale_id, "")) for page in pages]
    known = SearchEntry.objects.in_bulk([entry.pk for entry in entries])
    changed = [entry for entry in entries if anew or not _is_same(entry, known.get(entry.pk))]
    SearchEntry.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["page"], update_fields=_FIELDS
    )
    full_text().store(ENTRIES, [_words(entry) for entry in changed])
    _write_passages(pages, entries, anew=anew)


def _entry(page: Page, language: str) -> SearchEntry:
    kind = kind_of(page)
    texts = [page.search_description, *_texts(page, page.get_search_fields())]
    return SearchEntry(
        pk=page.pk,
        kind=kind.name,
        date=kind.date(page),
        language=language,
        title=_clean(page.title),
        text=_clean("\n".join(text for text in texts if text)),
    )


def _texts(thing: Any, fields: Iterable[Any]) -> Iterator[str]:
    """What ``fields`` hold besides the title, as Wagtail's own index has it."""
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _related(field.get_value(thing)):
                yield from _texts(related, field.fields)
        elif isinstance(field, SearchField) and field.field_name != "title":
            value = field.get_value(thing)
            parts = value if isinstance(value, list) else [value]
            yield from (str(part) for part in parts if part is not None)


def _related(value: Any) -> Iterable[Any]:
    if isinstance(value, Manager):
        return value.all()
    return [value] if value is not None else []


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text[:SEARCHED_LENGTH].replace("\0", ""))


def _is_same(entry: SearchEntry, known: SearchEntry | None) -> bool:
    return known is not None and all(
        getattr(entry, field) == getattr(known, field) for field in _FIELDS
    )


def _words(entry: SearchEntry) -> Words:
    title, text = (list(roots_of(part, entry.language)) for part in (entry.title, entry.text))
    return Words(entry.pk, entry.kind, title, text)


def _write_passages(pages: Sequence[Page], entries: Sequence[SearchEntry], *, anew: bool) -> None:
    stored: dict[int, list[Passage]] = defaultdict(list)
    rows = SpokenPassage.objects.filter(page__in=[page.pk for page in pages]).order_by("pk")
    for row in rows:
        stored[row.page_id].append(Passage(row.start, row.language, row.text))
    for page, entry in zip(pages, entries, strict=True):
        passages = list(kind_of(page).spoken(page))
        if anew or passages != stored[page.pk]:
            _replace_passages(entry, passages)


def _replace_passages(entry: SearchEntry, passages: Sequence[Passage]) -> None:
    SpokenPassage.objects.filter(page=entry.pk).delete()
    rows = SpokenPassage.objects.bulk_create(
        SpokenPassage(page_id=entry.pk, start=said.start, language=said.language, text=said.text)
        for said in passages
    )
    # Readers ask in the language of the page, whatever is spoken there.
    words = [Words(row.pk, "", [], list(roots_of(row.text, entry.language))) for row in rows]
    full_text().store(PASSAGES, words)
