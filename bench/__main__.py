"""One run of all measurements: `python -m bench [EPISODES …]`, the sizes of the shows, smallest first."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

import django

from bench.scratch import scratch_folder

SIZES = [100, 1_000, 5_000, 10_000]


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    start = time.monotonic()
    with scratch_folder() as folder:
        django.setup()
        # Which parts of a feed fail is no question of speed, and a reader that goes is no news.
        logging.disable(logging.WARNING)
        _measure(folder, sizes)
    _say(f"All of it took {time.monotonic() - start:.0f} s.")


def _measure(folder: Path, sizes: list[int]) -> None:
    # Only now: models need settings.
    from bench import building, report, searching, servers, serving, shows
    from bench.costs import apart

    _say("Making shows.")
    apart(shows.prepare_database)
    for size in sorted({*sizes, building.SMALL, serving.MEGABYTE}):
        apart(shows.make_show, size)
    _say("Building feeds.")
    built = building.measure_building(sizes)
    _say(report.of_building(built))
    _say("Serving feeds.")
    size = serving.write_file(folder)
    rates = serving.in_process()
    _say(report.of_process(rates, size))
    missing = servers.missing_programs()
    if missing:
        _say(f"Left out, as it is missing: apt-get install {' '.join(missing)}")
    over: serving.Rates = {}
    if "wrk" not in missing:
        over = serving.over_gunicorn(folder, with_nginx="nginx" not in missing)
        _say(report.of_gunicorn(over, size))
    seen = serving.publish_and_watch()
    grown = serving.worker_megabytes((sizes[0], sizes[-1]))
    _say(report.of_workers(seen, grown, (sizes[0], sizes[-1])))
    _say("Searching.")
    searched = list(searching.measure_on_both(folder))
    _say(report.of_searching(searched))
    _say(report.of_goals(built, rates, over, seen, grown, searched))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
