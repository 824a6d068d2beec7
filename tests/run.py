"""Runs the tests on SQLite and then on PostgreSQL: the one of DATABASE_URL, or a private one.

Arguments go to pytest. Needs only the standard library and an installed pytest.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import postgresql

ROOT = Path(__file__).resolve().parents[1]
# Each worker migrates a database of its own, so more of them cost more than they save.
WORKERS = ["--numprocesses=auto", "--maxprocesses=4"]


def run_pytest(database_url: str) -> int:
    """Pytest's exit code on one database; an empty address stands for SQLite.

    What asks no database, or is seen in a browser, is the same on the second one, and runs once.
    """
    print(f"== Tests on {'PostgreSQL' if database_url else 'SQLite'} ==", flush=True)
    scope = ["--database-only"] if database_url else []
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    command = [sys.executable, "-m", "pytest", *WORKERS, *scope, *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


@contextmanager
def postgresql_url() -> Iterator[str]:
    """The address of a PostgreSQL to test on, empty where there is none."""
    url = os.environ.get("DATABASE_URL", "")
    programs = postgresql.find_programs()
    if url.startswith(("postgres", "pgsql")):
        yield url
    elif programs:
        with postgresql.private_server(programs) as private_url:
            yield private_url
    else:
        print("PostgreSQL 15 is missing, only SQLite is tested: apt-get install postgresql-15")
        yield ""


def main() -> int:
    # A terminated run must still take its server down.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with postgresql_url() as url:
        if not url and os.environ.get("CI") == "true":
            return 1
        failures = [run_pytest("")]
        if url:
            failures.append(run_pytest(url))
    return max(failures)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
