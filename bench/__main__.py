"""One run of all measurements: `python -m bench [PART …] [EPISODES …]`.

Parts are feeds, pages, search, flood and texts (none: all); the numbers are the sizes of the shows, smallest first.
"""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import django

from bench.scratch import scratch_folder

if TYPE_CHECKING:
    from bench.report import Goal

SIZES = [100, 1_000, 5_000, 10_000]
PARTS = ["feeds", "pages", "search", "flood", "texts"]


def main() -> None:
    words = sys.argv[1:]
    sizes = [int(word) for word in words if word.isdigit()] or SIZES
    parts = [word for word in words if not word.isdigit()] or PARTS
    if unknown := set(parts) - set(PARTS):
        sys.exit(f"There is no part {', '.join(unknown)}: {', '.join(PARTS)}.")
    start = time.monotonic()
    with scratch_folder() as folder:
        django.setup()
        # Which parts of a feed fail is no question of speed, and a reader that goes is no news.
        logging.disable(logging.WARNING)
        _measure(folder, parts, sizes)
    _say(f"All of it took {time.monotonic() - start:.0f} s.")


def _measure(folder: Path, parts: list[str], sizes: list[int]) -> None:
    # Only now: models need settings.
    from bench import report, servers, shows
    from bench.costs import apart

    if missing := servers.missing_programs():
        _say(f"Left out, as it is missing: apt-get install {' '.join(missing)}")
    apart(shows.prepare_database)
    goals: list[Goal] = []
    if "feeds" in parts:
        goals += _measure_feeds(folder, sizes, missing)
    if "pages" in parts:
        goals += _measure_pages(folder, missing)
    if "search" in parts:
        goals += _measure_search(folder)
    if "flood" in parts:
        goals += _measure_flood(folder)
    if "texts" in parts:
        goals += _measure_texts(folder)
    _say(report.of_goals(goals))


def _measure_feeds(folder: Path, sizes: list[int], missing: list[str]) -> list[Goal]:
    from bench import building, report, serving, shows
    from bench.costs import apart

    _say("Making shows.")
    for size in sorted({*sizes, building.SMALL, serving.MEGABYTE}):
        apart(shows.make_show, size)
    _say("Building feeds.")
    built = building.measure_building(sizes)
    _say(report.of_building(built))
    _say("Serving feeds.")
    size = serving.write_file(folder)
    rates = serving.in_process()
    _say(report.of_process(rates, size))
    over: serving.Rates = {}
    if "wrk" not in missing:
        over = serving.over_gunicorn(folder, with_nginx="nginx" not in missing)
        _say(report.of_gunicorn(over, size))
    seen = serving.publish_and_watch()
    grown = serving.worker_megabytes((sizes[0], sizes[-1]))
    _say(report.of_workers(seen, grown, (sizes[0], sizes[-1])))
    return report.goals_of_feeds(built, rates, over, seen, grown)


def _measure_pages(folder: Path, missing: list[str]) -> list[Goal]:
    from bench import pages, report_pages
    from bench.costs import apart

    _say("Making pages.")
    apart(pages.prepare)
    _say("Asking for pages.")
    measured = pages.measure(folder, with_wrk="wrk" not in missing)
    _say(report_pages.of_pages(measured))
    return report_pages.goals_of_pages(measured)


def _measure_search(folder: Path) -> list[Goal]:
    from bench import report, searching

    _say("Searching.")
    searched = list(searching.measure_on_both(folder))
    _say(report.of_searching(searched))
    return report.goals_of_search(searched)


def _measure_flood(folder: Path) -> list[Goal]:
    from bench import flood, report_flood
    from bench.costs import apart

    _say("Flooding a site with comments.")
    apart(flood.prepare)
    measured = apart(flood.measure, folder)
    _say(report_flood.of_flood(measured))
    return report_flood.goals_of_flood(measured)


def _measure_texts(folder: Path) -> list[Goal]:
    from bench import report_texts, texts
    from bench.costs import apart

    _say("Sending daily texts.")
    apart(texts.prepare)
    measured = apart(texts.measure, folder)
    _say(report_texts.of_texts(measured))
    return report_texts.goals_of_texts(measured)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
