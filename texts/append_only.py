"""Lets the database itself refuse to change or delete a row of the consent ledger."""

from __future__ import annotations

from typing import Any, Final

TABLE: Final = "texts_consentevent"
_ACTS: Final = ("update", "delete")
_WORDS: Final = "The consent ledger is only ever added to."


def lay(connection: Any) -> None:
    """Put the triggers there (PostgreSQL and SQLite)."""
    with connection.cursor() as cursor:
        for statement in _laying(connection.vendor):
            cursor.execute(statement)


def lift(connection: Any) -> None:
    """Take them away: for who migrates back, and for tests that empty all tables."""
    of_table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for act in _ACTS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_no_{act}{of_table}")


def _laying(vendor: str) -> list[str]:
    if vendor == "postgresql":
        function = (
            f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        return [
            function,
            *(
                f"CREATE TRIGGER {TABLE}_no_{act} BEFORE {act.upper()} ON {TABLE} "
                f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()"
                for act in _ACTS
            ),
        ]
    return [
        f"CREATE TRIGGER {TABLE}_no_{act} BEFORE {act.upper()} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
        for act in _ACTS
    ]
