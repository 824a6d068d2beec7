"""The system's Chromium, started the same way for the tests and for the audit."""

from __future__ import annotations

import os
import shutil
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# No accelerator, no first-start tour, and not a word to anybody but the site.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def program() -> str | None:
    """Where the browser is installed, or None."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def flags() -> list[str]:
    # Chromium's sandbox refuses to run as root.
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else [*FLAGS]


def launch_options() -> dict[str, Any]:
    """What Playwright's ``launch`` needs to know; LookupError where there is no browser."""
    executable = program()
    if executable is None:
        raise LookupError("Chromium is missing: apt-get install chromium")
    return {"executable_path": executable, "args": flags()}
