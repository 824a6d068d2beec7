"""The process that reads one recording from its standard input, under limits it sets itself."""

from __future__ import annotations

import json
import os
import resource
import sys

from . import wire
from .types import AudioError, Limits, Reason

_OPEN_FILES = 32


def main(limits_as_json: str) -> None:
    """Write the answer for ``wire.load`` to standard output."""
    limits = Limits(**json.loads(limits_as_json))
    _set_limits(limits)
    try:
        answer = _answer(limits)
    except AudioError as error:
        answer = wire.dump_error(error)
    except (MemoryError, RecursionError):
        answer = wire.dump_error(AudioError(Reason.TOO_COSTLY))
    except Exception:  # parsers of hostile files raise nearly anything
        answer = wire.dump_error(AudioError(Reason.NOT_AUDIO))
    with open(sys.stdout.fileno(), "wb", closefd=False) as stdout:
        stdout.write(answer)


def _set_limits(limits: Limits) -> None:
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, wire.most_bytes(limits)),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _answer(limits: Limits) -> bytes:
    # Only now, under the limits, comes the code that meets the file.
    from .read import read
    from .source import Source

    with os.fdopen(sys.stdin.fileno(), "rb", closefd=False) as file:
        return wire.dump(read(Source(file), limits))
