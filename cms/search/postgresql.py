"""Full text on PostgreSQL: a ``tsvector`` in each row, written by us word by word.

No parser and no dictionary of the server takes part, so no configuration and no extension is needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from django.db import connection

from cms.search.fulltext import Table, Words
from cms.search.words import Term

# What a tsvector can hold (PostgreSQL, "12.11. Limitations").
LAST_POSITION: Final = 16_383
POSITIONS_OF_A_WORD: Final = 255
#: A word of the title counts as ten of the text; a text twice as long is not twice as good.
RANK: Final = "ts_rank('{0.1, 0.2, 0.4, 1.0}', words, asked, 1)"


class PostgreSQL:
    def store(self, table: Table, rows: Sequence[Words]) -> None:
        if not rows:
            return
        values = ", ".join(["(%s, %s)"] * len(rows))
        params = [part for row in rows for part in (row.key, vector(row))]
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table.name} SET words = new.words::tsvector "  # noqa: S608
                f"FROM (VALUES {values}) AS new (key, words) WHERE {table.key} = new.key",
                params,
            )

    def hits(self, table: Table, terms: Sequence[Term], *, kind: str, limit: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {table.key} FROM {table.name}, CAST(%s AS tsquery) asked "  # noqa: S608
                f"WHERE words @@ asked ORDER BY {RANK} DESC, {table.key} DESC LIMIT %s",
                [expression(terms, kind), limit],
            )
            return [key for (key,) in cursor]


def vector(row: Words) -> str:
    """The row's words with their places as text that PostgreSQL reads: ``'heron':1A,7 'kind:page'``."""
    places: dict[str, list[str]] = defaultdict(list)
    for position, root in enumerate(row.title, start=1):
        places[root].append(f"{min(position, LAST_POSITION)}A")
    for position, root in enumerate(row.text, start=len(row.title) + 2):
        if position <= LAST_POSITION or root not in places:
            places[root].append(str(min(position, LAST_POSITION)))
    words = [
        f"'{root}':{','.join(positions[:POSITIONS_OF_A_WORD])}"
        for root, positions in places.items()
    ]
    return " ".join([*words, f"'{_kind(row.kind)}'"])


def expression(terms: Sequence[Term], kind: str) -> str:
    """The query as a ``tsquery``."""
    asked = [_one_of(term) for term in terms]
    return " & ".join([*asked, f"'{_kind(kind)}'"] if kind else asked)


def _one_of(term: Term) -> str:
    choices = [f"'{root}'" for root in sorted(term.roots)]
    if term.start:
        choices.append(f"'{term.start}':*")
    return f"({' | '.join(choices)})"


def _kind(kind: str) -> str:
    # The colon is in no word, so no reader's word can be taken for a kind.
    return f"kind:{kind}"
