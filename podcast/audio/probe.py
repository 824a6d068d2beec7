"""Have a recording read by a short-lived process that may fail, hang or eat memory on its own."""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, BinaryIO

from . import wire
from .types import AudioError, AudioInfo, Limits, Reason

logger = logging.getLogger(__name__)

# Isolated (-I) Python looks for modules in its own places only: the project's root is added by
# hand, last, so that nothing in it can take a standard module's place.
_START = f"""
import sys
sys.path.append(sys.argv[1])
from {__package__}.child import main
main(sys.argv[2])
"""
_ROOT = str(Path(__file__).resolve().parents[__name__.count(".")])


def probe(file: BinaryIO, *, limits: Limits = Limits()) -> AudioInfo:  # noqa: B008 (immutable)
    """What the recording in ``file`` is; afterwards its position is 0.

    ``file`` is any seekable binary file. Raises AudioError, and nothing else, for whatever its
    bytes are: what the child does not survive is NOT_AUDIO or TOO_COSTLY. OSError is left for a
    machine that can start no process or store no copy.
    """
    try:
        with _as_input(file) as descriptor, tempfile.TemporaryFile() as output:
            _run(descriptor, output, limits)
            output.seek(0)
            answer = output.read(wire.most_bytes(limits))
    finally:
        file.seek(0)
    try:
        return wire.load(answer, limits)
    except (KeyError, TypeError, ValueError) as error:
        raise AudioError(Reason.NOT_AUDIO) from error


@contextmanager
def _as_input(file: BinaryIO) -> Iterator[int]:
    """A descriptor of the file itself where it is one on disk, else of a copy."""
    descriptor = _descriptor(file)
    if descriptor is None:
        with tempfile.TemporaryFile() as copy:
            file.seek(0)
            shutil.copyfileobj(file, copy)
            copy.flush()
            yield copy.fileno()
        return
    # Both processes share one position in the file, of which the parent's buffer must not hear.
    position = os.lseek(descriptor, 0, os.SEEK_CUR)
    try:
        yield descriptor
    finally:
        os.lseek(descriptor, position, os.SEEK_SET)


def _descriptor(file: BinaryIO) -> int | None:
    try:
        file.flush()
        descriptor = file.fileno()
    except (AttributeError, OSError):
        return None
    status = os.fstat(descriptor)
    # A file that unpacks or decodes has the descriptor of something else.
    is_same = stat.S_ISREG(status.st_mode) and status.st_size == file.seek(0, os.SEEK_END)
    return descriptor if is_same else None


def _run(descriptor: int, output: IO[bytes], limits: Limits) -> None:
    with tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(  # noqa: S603 (no word of it comes from outside)
            [sys.executable, "-I", "-c", _START, _ROOT, json.dumps(asdict(limits))],
            stdin=descriptor,
            stdout=output,
            stderr=complaints,
            env={},
            cwd="/",
            start_new_session=True,
        )
        try:
            status = child.wait(limits.wall_seconds)
        except subprocess.TimeoutExpired as error:
            raise AudioError(Reason.TOO_COSTLY, limit=limits.wall_seconds) from error
        finally:
            _end(child)
        if status != 0:
            complaints.seek(0)
            logger.error("audio probe ended with %d: %r", status, complaints.read(2_000))
            raise AudioError(Reason.TOO_COSTLY if status < 0 else Reason.NOT_AUDIO)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kills the child with all it may have started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
