"""Puts what was measured into words and tables: the ratios first, the times behind them in brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bench.building import Building
from bench.searching import PAGES, Searching
from bench.serving import Rates, Seen

WIDTH = 19
NAMES = 38

Cell = Callable[[Building], str]
#: What is to be reached, what was measured, and whether that reaches it.
Goal = tuple[str, float, bool]


def of_building(built: Sequence[Building]) -> str:
    """One column for each size of show."""
    least = built[0].publish

    def times_least(value: float, first: float) -> str:
        return f"{value / first:.2f} ({ms(value)})"

    rows: list[tuple[str, Cell]] = [
        ("episodes", lambda b: f"{b.episodes:,}"),
        ("all items together", lambda b: f"{b.size / 1e6:.1f} MB"),
        ("-- CPU time, as part of feedgen's", lambda b: ""),
        ("feedgen, whole feed from values", lambda b: _part(b.feedgen, b)),
        ("the same, read from the database", lambda b: _part(b.reading_and_feedgen.seconds, b)),
        ("our cold build, items and documents", lambda b: _part(b.cold.seconds, b)),
        ("joining all stored items", lambda b: _part(b.joining, b)),
        ("our publish of one episode", lambda b: _part(b.publish.item + b.publish.documents, b)),
        ("-- publish, as times the one in the first column", lambda b: ""),
        ("render and store the item", lambda b: times_least(b.publish.item, least.item)),
        ("join, check, pack its document", lambda b: times_least(b.publish.packing, least.packing)),
        ("our parts apart from these bytes", lambda b: times_least(b.publish.ours, least.ours)),
        (
            "with Wagtail's, apart from the bytes",
            lambda b: times_least(b.publish.whole_apart, least.whole_apart),
        ),
        ("-- memory at its peak", lambda b: ""),
        ("read, and feedgen", lambda b: f"+{b.reading_and_feedgen.megabytes:.1f} MB"),
        ("our cold build", lambda b: f"+{b.cold.megabytes:.1f} MB"),
        ("our publish", lambda b: f"+{b.publish_megabytes:.1f} MB"),
    ]
    return "\n".join(line(name, [cell(b) for b in built]) for name, cell in rows)


def of_process(rates: Rates, size: int) -> str:
    """Requests per CPU second straight through the WSGI handler."""
    return _serving("in the process, no server", rates, size)


def of_gunicorn(rates: Rates, size: int) -> str:
    """Requests per second over the network."""
    return _serving("over gunicorn, 2 sync workers", rates, size)


def _serving(where: str, rates: Rates, size: int) -> str:
    lines = [f"-- requests/s {where}, a feed of {size / 1e6:.2f} MB, as part of the bare view's"]
    for name, rate in rates.items():
        bare = rates["304, bare view" if name[:3] in ("304", "HEA") else "gzip, bare view"]
        lines.append(line(name, [f"{rate / bare:.2f} ({rate:,.0f}/s)"]))
    return "\n".join(lines)


def of_workers(seen: Seen, grown: float, sizes: tuple[int, int]) -> str:
    return "\n".join(
        [
            line("last old answer after a publish", [f"{seen.last_old:.2f} s"])
            + f" ({seen.answers} answers watched)",
            line("a worker grows by", [f"{grown:.1f} MB"])
            + f" (serving {sizes[1]:,} episodes after {sizes[0]:,}, beyond the document it keeps)",
        ]
    )


def of_searching(searched: Sequence[Searching]) -> str:
    """What ``bare`` and the others are says ``Searching``."""

    def times_bare(value: float, each: Searching) -> str:
        return f"{value / each.bare:.2f} ({ms(value)})"

    lines = [
        f"-- search at {PAGES:,} pages, p95 as times the bare full-text query",
        line("", ["bare", "and its pages", "ours, found", "ours, all"]),
    ]
    for each in searched:
        values = (each.fetched, each.found, each.answer)
        cells = [ms(each.bare), *(times_bare(value, each) for value in values)]
        lines.append(line(f"{each.database}, {each.words} words", cells))
    return "\n".join(lines)


def of_goals(goals: Sequence[Goal]) -> str:
    return "-- goals\n" + "\n".join(
        f"{'reached' if reached else 'MISSED ':8} {name}: {value:.2f}"
        for name, value, reached in goals
    )


def goals_of_feeds(
    built: Sequence[Building], rates: Rates, over: Rates, seen: Seen, grown: float
) -> list[Goal]:
    goals = [*_of_building(built[0], built[-1]), *_of_rates("in the process", rates)]
    if over:
        goals += _of_rates("over gunicorn", over)
    return [
        *goals,
        ("a publish is seen everywhere within 1 s", seen.last_old, seen.last_old <= 1),
        ("a worker grows by at most 2 MB beyond the document it keeps", grown, grown <= 2),
    ]


def goals_of_search(searched: Sequence[Searching]) -> list[Goal]:
    return [
        (
            f"{each.words} words on {each.database} are found within 3 times the bare query, p95",
            each.found / each.bare,
            each.found <= 3 * each.bare,
        )
        for each in searched
    ]


def _of_building(first: Building, last: Building) -> Iterator[Goal]:
    faster = last.feedgen / last.joining
    name = f"joining {last.episodes:,} items is at least 25 times as fast as feedgen"
    yield name, faster, faster >= 25
    cost = last.publish.whole_apart / first.publish.whole_apart
    name = f"a publish at {last.episodes:,} costs at most twice that at {first.episodes:,}"
    yield name, cost, cost <= 2


def _of_rates(where: str, rates: Rates) -> Iterator[Goal]:
    for name, bare, goal in [
        ("304", "304, bare view", 0.95),
        ("HEAD", "304, bare view", 0.95),
        ("gzip", "gzip, bare view", 0.75),
    ]:
        if name in rates:
            part = rates[name] / rates[bare]
            yield f"{name} {where} is at least {goal} of {bare}", part, part >= goal


def _part(seconds: float, building: Building) -> str:
    return f"{seconds / building.feedgen:.3g} ({ms(seconds)})"


def ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms" if seconds >= 0.1 else f"{seconds * 1000:.1f} ms"


def line(name: str, cells: Sequence[str]) -> str:
    return f"{name:{NAMES}}" + "".join(f"{cell:>{WIDTH}}" for cell in cells)
