"""What was measured of pages, in words and tables."""

from __future__ import annotations

from collections.abc import Iterator

from bench.pages import BARE, FEW, KEPT, MANY, OURS, PLAIN, Pages
from bench.report import Goal, line, ms
from bench.serving import Rates


def of_pages(measured: Pages) -> str:
    lines = ["-- queries of a page that is made anew", line("", [f"at {FEW}", f"at {MANY:,}"])]
    lines += [line(kind, [str(few), str(many)]) for kind, (few, many) in measured.queries.items()]
    first = next(iter(measured.lists.values()))
    lines.append("-- a show's list, as times the short one's CPU time")
    lines += [
        line(name, [f"{seconds / first:.2f} ({ms(seconds)})"])
        for name, seconds in measured.lists.items()
    ]
    for where, rates in _places(measured):
        lines.append(f"-- requests/s {where}, with {MANY:,} articles and episodes")
        lines += [line(name, [f"{rate:,.1f}/s"]) for name, rate in rates.items()]
    return "\n".join(lines)


def goals_of_pages(measured: Pages) -> list[Goal]:
    grown = [kind for kind, (few, many) in measured.queries.items() if many > few]
    goals: list[Goal] = [
        (f"kinds of pages with more queries at {MANY:,} than at {FEW}", len(grown), not grown),
    ]
    first, *others = measured.lists.items()
    for name, seconds in others:
        times = seconds / first[1]
        goals.append((f"{name}: at most 1.2 times {first[0]}", times, times <= 1.2))
    for where, rates in _places(measured):
        times = rates[OURS] / rates[PLAIN]
        goals.append((f"{OURS}, {where} is at least 3 times {PLAIN}", times, times >= 3))
        part = rates[KEPT] / rates[BARE]
        goals.append((f"{KEPT}, {where} is at least 0.85 of {BARE}", part, part >= 0.85))
    return goals


def _places(measured: Pages) -> Iterator[tuple[str, Rates]]:
    yield "in the process", measured.in_process
    if measured.over_gunicorn:
        yield "over gunicorn", measured.over_gunicorn
