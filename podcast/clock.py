"""Times and durations as people and as machines write them."""

from __future__ import annotations

import re
from typing import Final

# Such as "1:02:03.5", "62:03", "3723,5".
_CLOCK: Final = re.compile(r"(?:(?:([0-9]{1,4}):)?([0-9]{1,5}):)?([0-9]{1,7}(?:[.,][0-9]{1,9})?)")
# Such as "1h 2m 3s", "62m".
_LETTERS: Final = re.compile(
    r"(?:([0-9]{1,4}) ?h)? ?(?:([0-9]{1,5}) ?m(?:in)?)? ?(?:([0-9]{1,7}(?:[.,][0-9]{1,9})?) ?s)?",
    re.IGNORECASE,
)


def clock(seconds: float | None) -> str:
    """As a clock shows them, rounded as the feed does: 65 is "1:05", 3725.4 is "1:02:05"."""
    hours, minutes, rest = _parts(seconds)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def exact_clock(seconds: float) -> str:
    """The same to the millisecond, where there is one: 3725.4 is "1:02:05.4"."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    fraction = f".{thousandths:03}".rstrip("0") if thousandths else ""
    return clock(whole) + fraction


def full_clock(seconds: float, point: str = ".") -> str:
    """As WebVTT (a point) and SubRip (a comma) want it: 65.5 is "00:01:05.500"."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    hours, minutes, rest = _parts(whole)
    return f"{hours:02}:{minutes:02}:{rest:02}{point}{thousandths:03}"


def iso_duration(seconds: float | None) -> str:
    """For ``<time datetime>``: 3725.4 is "PT1H2M5S" (HTML, valid duration string)."""
    hours, minutes, rest = _parts(seconds)
    return f"PT{hours}H{minutes}M{rest}S" if hours else f"PT{minutes}M{rest}S"


def seconds_of(text: str) -> float | None:
    """The seconds that ``text`` means ("1:02:03.5", "62:03", "3723,5", "1h 2m 3s"); None if none."""
    text = text.strip()
    match = _CLOCK.fullmatch(text) or (_LETTERS.fullmatch(text) if text else None)
    if match is None:
        return None
    hours, minutes, rest = match.groups(default="")
    seconds = float(rest.replace(",", ".") or 0)
    # Only the first number that is there may count beyond 59.
    if (minutes and seconds >= 60) or (hours and int(minutes or 0) >= 60):
        return None
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + seconds


def _parts(seconds: float | None) -> tuple[int, int, int]:
    minutes, rest = divmod(round(seconds or 0), 60)
    return *divmod(minutes, 60), rest
