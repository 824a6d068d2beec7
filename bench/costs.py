"""Measures CPU time and memory, each thing in a process of its own so that none pays for another."""

from __future__ import annotations

import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple, ParamSpec, TypeVar

from django.db import connections

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Cost(NamedTuple):
    """CPU seconds, and the megabytes by which the peak of the process's memory rose."""

    seconds: float
    megabytes: float


def cost_of(act: Callable[[], object], *, rounds: int = 1) -> Cost:
    """The median time of some rounds, and what they took of memory beyond what was in use before."""
    before = megabytes("VmRSS")
    # Linux forgets the peak of earlier work when told so (man 5 proc).
    Path("/proc/self/clear_refs").write_text("5")
    seconds = median(cpu_seconds(act) for _ in range(rounds))
    return Cost(seconds, megabytes("VmHWM") - before)


def cpu_seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def apart(
    task: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Result:
    """Run ``task`` in a forked process: it finds everything imported and all memory as it was here."""
    connections.close_all()
    with get_context("fork").Pool(1) as process:
        return process.apply(task, args, kwargs)


def megabytes(line: str, pid: int | str = "self") -> float:
    """The memory that a process has in use ("VmRSS"), or had at its peak ("VmHWM")."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition(f"{line}:")[2].split(maxsplit=1)[0]) / 1024
