"""The repository keeps its own promises: small files, whole locks, documented variables, commands."""

import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]
LINES_PER_FILE = 300
# Not the style sheet: it is one file because a page asks for it in one request.
CODE = {".py", ".html", ".js", ".mjs"}
NOT_OURS = {".venv", "node_modules", "migrations", "content", ".git"}
LOCKS = ["requirements.txt", "requirements-dev.txt"]
# Only manage.py and the server read it, before there are settings.
READ_BY_DJANGO = {"DJANGO_SETTINGS_MODULE"}


def our_files() -> list[Path]:
    relative = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.suffix in CODE)
    return [path for path in relative if NOT_OURS.isdisjoint(path.parts)]


def test_no_file_is_too_long_to_be_read_at_once() -> None:
    lengths = {path: len((ROOT / path).read_text().splitlines()) for path in our_files()}
    assert len(lengths) > 30
    assert {path: n for path, n in lengths.items() if n > LINES_PER_FILE} == {}


@pytest.mark.django_db
def test_the_models_have_all_their_migrations() -> None:
    answer = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=answer)
    assert "No changes detected" in answer.getvalue()


@pytest.mark.parametrize("command", ["run", "test", "check", "bench", "messages", "lock"])
def test_make_alone_says_what_each_command_does(command: str) -> None:
    answer = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search(rf"^make {command} +\w+", answer, re.MULTILINE)


def test_the_example_environment_names_exactly_the_variables_that_are_read() -> None:
    settings = (ROOT / "cms/settings/base.py").read_text()
    example = (ROOT / ".env.example").read_text()
    read = set(re.findall(r"\benv\.\w+\(\s*\"([A-Z][A-Z0-9_]*)\"", settings))
    named = set(re.findall(r"^#? ?([A-Z][A-Z0-9_]*)=", example, re.MULTILINE))
    assert named - READ_BY_DJANGO == read


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_hashes_for_every_pin_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    entries = re.split(r"^(?=\S)", text.replace("\\\n", ""), flags=re.MULTILINE)
    pins = [entry for entry in entries if entry and not entry.startswith("#")]
    assert len(pins) > 40
    assert [pin for pin in pins if not re.match(r"[a-z0-9._-]+==\S+", pin)] == []
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
    assert "://" not in text
    assert "--index" not in text


def test_the_second_lock_holds_the_first() -> None:
    first, second = (
        set(re.findall(r"^([a-z0-9._-]+==[^ \\]+)", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in LOCKS
    )
    assert first <= second
