"""The environment, a .env and the command itself decide which settings a command runs with."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ASK = """
import runpy
try:
    runpy.run_path("manage.py", run_name="__main__")
except ModuleNotFoundError:
    pass  # The other applications are not in this folder; the settings are chosen by then.
from django.conf import settings
print(settings.SETTINGS_MODULE, settings.SITE_URL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Holds the project's settings and nothing else."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "cms", tmp_path / "cms", ignore=ignore)
    shutil.copy(ROOT / "manage.py", tmp_path)
    return tmp_path


def settings_of(folder: Path, *arguments: str) -> str:
    """Which settings ``manage.py`` with these arguments has, and the address in them."""
    keep = ("PATH", "HOME", "LANG")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    command = [sys.executable, "-c", ASK, *arguments]
    answer = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert answer.stdout, answer.stderr
    return answer.stdout.splitlines()[-1]


def test_manage_reads_a_dotenv_before_it_chooses_settings(folder: Path) -> None:
    (folder / ".env").write_text(
        "DJANGO_SETTINGS_MODULE=cms.settings.base\nSECRET_KEY=long\nALLOWED_HOSTS=practice.example\n"
        "SITE_URL=https://practice.example\nDATABASE_URL=sqlite:///other.sqlite3\n"
    )
    assert settings_of(folder, "version") == "cms.settings.base https://practice.example"


@pytest.mark.parametrize(
    ("argument", "address"),
    [
        ("127.0.0.1:8123", "http://127.0.0.1:8123"),
        ("[::1]:8123", "http://[::1]:8123"),
        ("8123", "http://127.0.0.1:8123"),
    ],
)
def test_what_is_started_elsewhere_names_that_address(
    folder: Path, argument: str, address: str
) -> None:
    assert settings_of(folder, "start", argument) == f"cms.settings.dev {address}"
    assert settings_of(folder, "version") == "cms.settings.dev http://127.0.0.1:8000"
