"""A folder with a database of its own, as production's settings want it, gone when the run ends."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Point the environment, which child processes inherit, at a new folder."""
    with tempfile.TemporaryDirectory(prefix="cms-bench-") as name:
        folder = Path(name)
        # nginx gives up its rights and must still reach the file that it serves.
        folder.chmod(0o755)
        (folder / "media").mkdir()
        os.environ.update(
            DJANGO_SETTINGS_MODULE="bench.settings",
            BENCH_FOLDER=name,
            SECRET_KEY=secrets.token_hex(40),
            ALLOWED_HOSTS=HOST,
            SITE_URL=f"http://{HOST}",
            DATABASE_URL=f"sqlite:///{folder}/db.sqlite3",
            MEDIA_ROOT=str(folder / "media"),
            EMAIL_URL="memory:",
            LOG_LEVEL="ERROR",
        )
        yield folder
