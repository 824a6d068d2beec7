"""Full text on SQLite: an FTS5 table ``…_words`` beside each table, with the same keys."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from cms.search.fulltext import Table, Words
from cms.search.words import Term


class SQLite:
    """``rank`` is set up with the table: bm25, in which a word of the title counts eight times."""

    def store(self, table: Table, rows: Sequence[Words]) -> None:
        values = [(row.key, row.kind, " ".join(row.title), " ".join(row.text)) for row in rows]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT OR REPLACE INTO {table.name}_words (rowid, kind, title, text) "  # noqa: S608
                "VALUES (%s, %s, %s, %s)",
                values,
            )

    def hits(self, table: Table, terms: Sequence[Term], *, kind: str, limit: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT rowid FROM {table.name}_words WHERE {table.name}_words MATCH %s "  # noqa: S608
                "ORDER BY rank LIMIT %s",
                [expression(terms, kind), limit],
            )
            return [key for (key,) in cursor]


def expression(terms: Sequence[Term], kind: str) -> str:
    """The query in the language of FTS5 (sqlite.org/fts5.html section 3)."""
    words = " AND ".join(map(_one_of, terms))
    asked = f"{{title text}} : ({words})"
    return f'{asked} AND kind : "{kind}"' if kind else asked


def _one_of(term: Term) -> str:
    choices = [f'"{root}"' for root in sorted(term.roots)]
    if term.start:
        choices.append(f'"{term.start}" *')
    return f"({' OR '.join(choices)})"
