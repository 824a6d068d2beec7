"""Serves the demo as production would: compressed, hashed, by gunicorn, on a port of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bench.processes import free_address, running
from bench.scratch import scratch_folder


@contextmanager
def demo_site() -> Iterator[str]:
    """The address of a freshly made demo site, without a slash at its end; gone with the block."""
    address = free_address()
    base = f"http://{address}"
    with scratch_folder() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "audit.settings", "SITE_URL": base}
        os.environ["MEDIA_ROOT"] = str(folder / "media")
        for command in (["migrate"], ["demo"], ["build_feeds"], ["collectstatic", "--noinput"]):
            _manage(*command)
        server = [sys.executable, "-m", "gunicorn", "cms.wsgi", f"--bind={address}"]
        server += ["--workers=2", "--threads=4", "--log-level=warning", "--no-control-socket"]
        with running(server, address):
            yield base


def _manage(*arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
