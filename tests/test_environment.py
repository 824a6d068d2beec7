"""A .env decides which settings a command runs with."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASK = """
import runpy, sys
sys.argv = ["manage.py", "version"]
try:
    runpy.run_path("manage.py", run_name="__main__")
except ModuleNotFoundError:
    pass  # The other applications are not in this folder; the settings are chosen by then.
from django.conf import settings
print(settings.SETTINGS_MODULE, settings.SITE_URL)
"""


def test_manage_reads_a_dotenv_before_it_chooses_settings(tmp_path: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "cms", tmp_path / "cms", ignore=ignore)
    shutil.copy(ROOT / "manage.py", tmp_path)
    (tmp_path / ".env").write_text(
        "DJANGO_SETTINGS_MODULE=cms.settings.base\nSECRET_KEY=long\nALLOWED_HOSTS=practice.example\n"
        "SITE_URL=https://practice.example\nDATABASE_URL=sqlite:///other.sqlite3\n"
    )
    keep = ("PATH", "HOME", "LANG")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    answer = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert "cms.settings.base https://practice.example" in answer.stdout, answer.stderr
