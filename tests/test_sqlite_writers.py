"""On SQLite, opened as our settings say, writers wait for each other and lose nothing."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

PROCESSES, THREADS, TURNS = 4, 4, 25
ROOT = Path(__file__).resolve().parents[1]

# Reads and then writes in one transaction: without IMMEDIATE two of them read the same number, and
# one dies of "database is locked" at once, whatever its timeout.
WRITER = f"""
from threading import Thread
from django.apps import apps
from django.db import connection, transaction

apps.populate([])

def count():
    for _ in range({TURNS}):
        with transaction.atomic(), connection.cursor() as cursor:
            (number,) = cursor.execute("SELECT number FROM counter").fetchone()
            cursor.execute("UPDATE counter SET number = %s", [number + 1])
    connection.close()

threads = [Thread(target=count) for _ in range({THREADS})]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""

ASK = """
from django.apps import apps
from django.db import connection

apps.populate([])
with connection.cursor() as cursor:
    for name in ("journal_mode", "synchronous", "busy_timeout"):
        print(cursor.execute("PRAGMA " + name).fetchone()[0])
print(connection.transaction_mode)
"""


def start(program: str, database: Path) -> subprocess.Popen[str]:
    """A process of our settings on that file; without applications, so it starts quickly."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
    }
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_sixteen_writers_in_four_processes_lose_no_count(tmp_path: Path) -> None:
    database = tmp_path / "counter.sqlite3"
    with sqlite3.connect(database) as first:
        first.execute("CREATE TABLE counter (number INTEGER)")
        first.execute("INSERT INTO counter VALUES (0)")
    writers = [start(WRITER, database) for _ in range(PROCESSES)]
    errors = [writer.communicate(timeout=120)[1] for writer in writers]
    assert errors == [""] * PROCESSES
    (number,) = first.execute("SELECT number FROM counter").fetchone()
    first.close()
    assert number == PROCESSES * THREADS * TURNS


def test_the_file_has_a_write_ahead_log_and_writers_wait_twenty_seconds(tmp_path: Path) -> None:
    answers, errors = start(ASK, tmp_path / "asked.sqlite3").communicate(timeout=60)
    assert errors == ""
    assert answers.split() == ["wal", "1", "20000", "IMMEDIATE"]
