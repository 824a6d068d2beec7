"""Starts our commands in processes of their own, on the database of the running test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).resolve().parents[1]


def start_manage(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    """``manage.py`` with ``arguments``; the test must be transactional, or it sees nothing of it."""
    # Else the child of a SQLite test would wait for our own transaction.
    connection.close()
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "DATABASE_URL": address_of_the_database()}
        | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def address_of_the_database() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    host = quote(database["HOST"], safe="")
    port = f":{database['PORT']}" if database["PORT"] else ""
    who = f"{quote(database['USER'])}:{quote(database['PASSWORD'])}"
    return f"postgres://{who}@{host}{port}/{database['NAME']}"
