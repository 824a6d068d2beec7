"""Has the Nu HTML Checker read pages."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

JAR: Final = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def missing() -> str:
    """What has to be installed first, or ""."""
    if shutil.which("java") is None:
        return "apt-get install default-jre-headless"
    return "" if JAR.is_file() else "npm ci --prefix audit"


def errors(pages: dict[str, str]) -> list[str]:
    """A line for each error in ``pages`` (address to source), warnings left out."""
    with tempfile.TemporaryDirectory(prefix="cms-audit-") as name:
        files: dict[str, str] = {}
        for number, (address, source) in enumerate(pages.items()):
            file = Path(name) / f"{number}.html"
            file.write_text(source)
            files[file.name] = address
        # It reports on the error stream, and by its exit code that there is something to report.
        command = ["java", "-jar", str(JAR), "--errors-only", "--format", "json", name]
        report = subprocess.run(command, capture_output=True, text=True, check=False).stderr  # noqa: S603
    messages = json.loads(report)["messages"]
    return [_line(each, files.get(Path(each.get("url", "")).name, "?")) for each in messages]


def _line(message: dict[str, str], address: str) -> str:
    where = f"{address}:{message.get('lastLine', '?')}"
    return f"{where}: {message['message']} ({message.get('extract', '').strip()!r})"
