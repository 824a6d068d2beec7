"""What was measured of the daily texts, in words."""

from __future__ import annotations

from bench.report import Goal, line
from bench.texts import READERS, ROUNDS, Measured

#: What two runs of the same thing differ by here.
ALIKE = 1.1


def of_texts(measured: Measured) -> str:
    answers = [f"{kind} {time:.1f} ms" for kind, time in measured.answers.items()]
    lines = [
        f"-- A sign-up, median of {ROUNDS} of each kind in turn",
        line("number", answers),
        f"-- A morning of {READERS:,} readers",
        line("planned in", [f"{measured.planning:.1f} s", f"{measured.queries} queries"]),
        line("sent into a file in", [f"{measured.sending:.0f} s", _rate(measured)]),
    ]
    return "\n".join(lines)


def goals_of_texts(measured: Measured) -> list[Goal]:
    times = measured.answers.values()
    ratio = max(times) / min(times)
    return [
        ("the slowest answer to a sign-up as times the fastest, at most 1.1", ratio, ratio <= ALIKE)
    ]


def _rate(measured: Measured) -> str:
    return f"{READERS / measured.sending:.0f} a second"
