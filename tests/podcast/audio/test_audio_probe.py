"""The probe keeps to itself: its file, its memory, its time, and what the child dies of."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from podcast.audio import AudioError, Limits, Reason, probe
from tests.audio_files import make_mp3, make_png
from tests.podcast.audio.handmade import compressed_tag, frame, plain_mp3, tag

ROOT = Path(__file__).resolve().parents[3]
MEGABYTE = 1 << 20

MEASURE = """
import sys
sys.path.insert(0, sys.argv[1])
from podcast.audio import AudioError, probe

def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024

before = peak()
with open(sys.argv[2], "rb") as file:
    try:
        probe(file)
    except AudioError as error:
        print(error.reason)
print(peak() - before)
"""


def in_another_process(path: Path) -> tuple[str, int]:
    """The reason of a refusal, and how many bytes the peak of the caller's memory rose."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(ROOT), str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    reason, grown = run.stdout.split()
    return reason, int(grown)


@pytest.mark.parametrize("version", [3, 4])
def test_a_bomb_does_not_touch_the_callers_memory(tmp_path, version):
    path = tmp_path / "bomb"
    path.write_bytes(compressed_tag(version) + plain_mp3())

    reason, grown = in_another_process(path)

    assert reason == Reason.TAGS_COMPRESSED
    assert grown < 30 * MEGABYTE


def test_a_large_sparse_file_does_not_touch_the_callers_memory(tmp_path):
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(64 * MEGABYTE)

    reason, grown = in_another_process(path)

    assert reason == Reason.NOT_AUDIO
    assert grown < 30 * MEGABYTE


def test_the_caller_loads_no_tag_library():
    code = "import sys, podcast.audio; print([m for m in sys.modules if m[:7] == 'mutagen'])"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"


def spooled() -> tempfile.SpooledTemporaryFile[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=100 * MEGABYTE)


@pytest.mark.parametrize(
    "opened", [io.BytesIO, tempfile.TemporaryFile, tempfile.NamedTemporaryFile, spooled]
)
def test_any_file_is_read_and_then_stands_at_its_beginning(opened):
    data = make_mp3(title="Mine")
    with opened() as file:
        file.write(data)

        assert probe(file).title == "Mine"

        assert file.tell() == 0
        assert file.read() == data


def test_a_file_in_the_middle_of_being_read_reads_on_rightly(tmp_path):
    path = tmp_path / "recording"
    data = make_mp3(seconds=8)
    path.write_bytes(data)
    with path.open("rb") as file:
        file.read(100)

        probe(file)

        assert file.read(10) + file.read() == data


def test_a_refused_file_stands_at_its_beginning_too():
    file = io.BytesIO(b"no sound")
    with pytest.raises(AudioError):
        probe(file)

    assert file.tell() == 0


def test_a_file_that_unpacks_while_it_is_read_is_probed_unpacked(tmp_path):
    path = tmp_path / "packed"
    path.write_bytes(gzip.compress(make_mp3(title="Unpacked")))
    with gzip.open(path) as file:
        assert probe(file).title == "Unpacked"


def test_the_callers_file_is_not_changed(tmp_path):
    path = tmp_path / "recording"
    path.write_bytes(make_mp3())
    with path.open("r+b") as file:
        probe(file)

    assert path.read_bytes() == make_mp3()


def slow_to_read() -> bytes:
    """A tag that costs its reader ten seconds: it copies what remains for each frame."""
    frames = frame(b"PRIV", b"x") * 4_900 + frame(b"PRIV", b"x\x00" + bytes(10_000_000))
    return tag(frames) + plain_mp3()


@pytest.mark.parametrize(
    "limits",
    [
        pytest.param(Limits(wall_seconds=0.5), id="time"),
        pytest.param(Limits(memory=24 * MEGABYTE), id="memory"),
        pytest.param(Limits(cpu_seconds=1), id="work"),
    ],
)
def test_what_passes_a_limit_is_too_costly(limits):
    with pytest.raises(AudioError) as refusal:
        probe(io.BytesIO(slow_to_read()), limits=limits)

    assert refusal.value.reason == Reason.TOO_COSTLY


@pytest.mark.parametrize(
    ("limits", "reason", "number"),
    [
        (Limits(duration=2), Reason.TOO_LONG, 2),
        (Limits(cover_bytes=50), Reason.COVER_TOO_LARGE, 50),
        (Limits(tag_bytes=50), Reason.TAGS_TOO_LARGE, 50),
        (Limits(tag_frames=1), Reason.TOO_MANY_TAGS, 1),
    ],
)
def test_a_refusal_names_the_limit_that_was_passed(limits, reason, number):
    with pytest.raises(AudioError) as refusal:
        probe(io.BytesIO(make_mp3(title="Mine", cover=make_png())), limits=limits)

    assert (refusal.value.reason, refusal.value.limit) == (reason, number)


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("kill -SEGV $$", Reason.TOO_COSTLY),
        ("kill -KILL $$", Reason.TOO_COSTLY),
        ("sleep 60 & sleep 60", Reason.TOO_COSTLY),
        ("echo lost >&2; exit 3", Reason.NOT_AUDIO),
        ("exit 0", Reason.NOT_AUDIO),
        ("echo '<html>'", Reason.NOT_AUDIO),
        ("head -c 30000000 /dev/zero", Reason.NOT_AUDIO),
    ],
)
def test_whatever_the_child_does_is_a_refusal(tmp_path, monkeypatch, deed, reason):
    program = tmp_path / "child"
    program.write_text(f"#!/bin/sh\n{deed}\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))

    with pytest.raises(AudioError) as refusal:
        probe(io.BytesIO(make_mp3()), limits=Limits(wall_seconds=2))

    assert refusal.value.reason == reason


def test_a_child_that_fails_tells_the_log_why(monkeypatch, caplog):
    monkeypatch.setattr(sys, "executable", "/bin/ls")

    with pytest.raises(AudioError):
        probe(io.BytesIO(make_mp3()))

    assert "audio probe ended with" in caplog.text
    assert "/bin/ls" in caplog.text
