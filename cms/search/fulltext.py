"""The two full-text indexes, and which database holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from django.db import connection

from cms.search.words import Term


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows have words in an index; ``key`` is its primary key."""

    name: str
    key: str


ENTRIES: Final = Table("cms_searchentry", "page_id")
PASSAGES: Final = Table("cms_spokenpassage", "id")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of row ``key``, as roots."""

    key: int
    kind: str
    title: Sequence[str]
    text: Sequence[str]


class FullText(Protocol):
    """What a database must know."""

    def store(self, table: Table, rows: Sequence[Words]) -> None:
        """Put the words of ``rows`` in the place of what the index has of them."""

    def hits(self, table: Table, terms: Sequence[Term], *, kind: str, limit: int) -> list[int]:
        """The keys of the rows that hold all ``terms``, best first; of one ``kind`` unless it is ""."""


def full_text() -> FullText:
    """The full-text search of the site's database."""
    if connection.vendor == "postgresql":
        from cms.search.postgresql import PostgreSQL

        return PostgreSQL()
    from cms.search.sqlite import SQLite

    return SQLite()
