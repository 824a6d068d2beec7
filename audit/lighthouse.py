"""Has Lighthouse judge pages as a phone in the middle of the market loads them."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any, Final

from audit import browser

PROGRAM: Final = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
ROUNDS: Final = 3
TRIES: Final = 3
#: Now and then the browser starts too late.
ASKS_FOR_ANOTHER: Final = "Please run Lighthouse again"
#: Lighthouse's own JSON: categories and audits by name.
Report = dict[str, Any]
#: What a page must reach; performance may lose two points on a busy machine.
GOALS: Final = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def missing() -> str:
    """What has to be installed first, or ""."""
    if shutil.which("node") is None:
        return "apt-get install nodejs npm"
    return "" if PROGRAM.is_file() else "npm ci --prefix audit"


def scores(url: str) -> tuple[dict[str, int], list[str]]:
    """The median of three rounds for each category (0 to 100), and what cost points in any of them."""
    rounds = [_measure(url) for _round in range(ROUNDS)]
    medians = {
        name: round(100 * statistics.median(each["categories"][name]["score"] for each in rounds))
        for name in CATEGORIES
    }
    return medians, sorted({fault for each in rounds for fault in _faults(each)})


def _measure(url: str) -> Report:
    command = ["node", str(PROGRAM), url, "--output=json", "--quiet"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    command += [f"--chrome-flags={' '.join(['--headless=new', *browser.flags()])}"]
    environment = os.environ | {"CHROME_PATH": browser.program() or ""}
    for _try in range(TRIES):
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, check=False, env=environment
        )
        if not done.returncode:
            return json.loads(done.stdout)
        if ASKS_FOR_ANOTHER not in done.stderr:
            break
    raise RuntimeError(f"Lighthouse could not judge {url}:\n{done.stderr}")


def _faults(report: Report) -> list[str]:
    """What counts and is not perfect; what has no score or no weight is left out."""
    weights = {
        ref["id"]: ref["weight"]
        for name in CATEGORIES
        for ref in report["categories"][name]["auditRefs"]
    }
    return [
        f"{name} {audit.get('displayValue') or audit['title']}"
        for name, audit in report["audits"].items()
        if weights.get(name) and audit["score"] is not None and audit["score"] < 1
    ]
