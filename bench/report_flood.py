"""What was measured of a flood of comments, in words and tables."""

from __future__ import annotations

from collections import Counter

from bench.flood import ADDRESSES, POSTS, Flood
from bench.report import Goal, line, ms

#: Statuses in words.
ANSWERS = {303: "taken", 422: "not valid", 429: "too many"}


def of_flood(flood: Flood) -> str:
    rows = ", ".join(f"{number:,} {name}" for name, number in flood.rows.items())
    lines = [
        f"-- {POSTS:,} comments from {ADDRESSES} addresses, in {flood.seconds:.0f} s",
        line("the machines' comments", _answers(flood.machines)),
        line("readers' in between", _answers(flood.readers)),
        line("what was taken", [f"{number} {status}" for status, number in flood.landed.items()]),
        line("", ["before", "during", "after"]),
        line("a page made anew", _times(flood.before.page, flood.during.page, flood.after.page)),
        line(
            "the queue's first page",
            _times(flood.before.queue, flood.during.queue, flood.after.queue),
        ),
        f"Then a reader waits {min(flood.wait):.0f} to {max(flood.wait):.0f} s, by page.",
        f"New rows: {rows}; the database grew by {flood.megabytes:.1f} MB.",
    ]
    return "\n".join(lines)


def goals_of_flood(flood: Flood) -> list[Goal]:
    page = flood.after.page / flood.before.page
    queue = flood.after.queue / flood.before.queue
    faults = sum(number for status, number in flood.machines.items() if status >= 500)
    return [
        ("answers of the flood that are faults", faults, not faults),
        ("after the flood a page costs at most 1.5 times what it did", page, page <= 1.5),
        ("after the flood the queue costs at most twice what it did", queue, queue <= 2),
    ]


def _answers(answers: Counter[int]) -> list[str]:
    return [f"{number:,} {ANSWERS.get(status, status)}" for status, number in answers.items()]


def _times(before: float, *others: float) -> list[str]:
    return [ms(before), *(f"{other / before:.2f} ({ms(other)})" for other in others)]
