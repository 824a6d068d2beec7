"""When a reader's morning is, and when nobody is texted (47 CFR 64.1200(c)(1), an hour stricter)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

#: From nine to nine a text disturbs nobody.
DAY_BEGINS: Final = time(9)
DAY_ENDS: Final = time(21)
#: A morning text that is so late is no longer one, and is not sent.
MORNING: Final = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Window:
    """From ``opens`` until before ``closes``, in UTC; ``day`` is the reader's date."""

    day: date
    opens: datetime
    closes: datetime

    def holds(self, now: datetime) -> bool:
        return self.opens <= now < self.closes


def is_zone(name: str) -> bool:
    return name in available_timezones()


def zones_of_countries(countries: Collection[str]) -> list[str]:
    """The zones of ``countries`` (two letters each), as the time zone database sorts them."""
    return [zone for country, zone in _zones_by_country() if country in countries]


@cache
def _zones_by_country() -> list[tuple[str, str]]:
    rows = (files("tzdata.zoneinfo") / "zone.tab").read_text().splitlines()
    parts = (row.split("\t") for row in rows if not row.startswith("#"))
    return [(part[0], part[2]) for part in parts]


def at(day: date, clock: time, zone: str) -> datetime:
    """That time of ``day`` in ``zone``, in UTC.

    A time that the clocks leap over comes as much later as they leap; of one that comes twice, the first.
    """
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def morning_of(day: date, *, clock: time, home: str, zones: Iterable[str]) -> Window:
    """When to text somebody who lives in ``home`` on their ``day``, from ``clock`` on.

    It must be day in all ``zones`` where the number may be, too. Where it never is in all of them,
    the number says nothing, and only the reader's word counts.
    """
    zones = tuple(zones)
    morning = _part_of_day(day, clock, home)
    window = _day_in_all(morning, zones)
    if window is None:
        # Not in the morning; perhaps later in the reader's own day.
        later = _day_in_all(Window(day, morning.opens, at(day, DAY_ENDS, home)), zones)
        window = later and Window(day, later.opens, min(later.opens + MORNING, later.closes))
    return window or morning


def _day_in_all(own: Window, zones: tuple[str, ...]) -> Window | None:
    """The part of ``own`` in which it is day in all ``zones``."""
    opens = max([own.opens, *(at(_same_day(own, zone), DAY_BEGINS, zone) for zone in zones)])
    closes = min([own.closes, *(at(_same_day(own, zone), DAY_ENDS, zone) for zone in zones)])
    return Window(own.day, opens, closes) if opens < closes else None


def window_now(now: datetime, *, clock: time, home: str, zones: Iterable[str]) -> Window:
    """The window of the reader's present day, open or not."""
    today = now.astimezone(ZoneInfo(home)).date()
    return morning_of(today, clock=clock, home=home, zones=tuple(zones))


def _part_of_day(day: date, clock: time, zone: str) -> Window:
    opens = at(day, max(clock, DAY_BEGINS), zone)
    return Window(day, opens, min(opens + MORNING, at(day, DAY_ENDS, zone)))


def _same_day(own: Window, zone: str) -> date:
    """The date in ``zone`` in the middle of the reader's own window, which may be another one."""
    middle = own.opens + (own.closes - own.opens) / 2
    return middle.astimezone(ZoneInfo(zone)).date()


def told_apart(zones: Iterable[str], now: datetime) -> list[str]:
    """``zones`` without those whose clocks show, now and in half a year, what an earlier one's do."""
    apart: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones:
        offsets = tuple(
            (now + half).astimezone(ZoneInfo(zone)).utcoffset()
            for half in (timedelta(), timedelta(days=182))
        )
        apart.setdefault(offsets, zone)
    return list(apart.values())
