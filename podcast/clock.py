"""Durations as people and as machines read them, rounded to the second as the feed does."""


def clock(seconds: float | None) -> str:
    """As a clock shows them: 65 is "1:05", 3725.4 is "1:02:05"."""
    hours, minutes, rest = _parts(seconds)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def exact_clock(seconds: float) -> str:
    """With its fraction, for times that are typed: 65.25 is "1:05.25"."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return clock(whole) + (f".{thousandths:03}".rstrip("0") if thousandths else "")


def iso_duration(seconds: float | None) -> str:
    """For ``<time datetime>``: 3725.4 is "PT1H2M5S" (HTML, valid duration string)."""
    hours, minutes, rest = _parts(seconds)
    return f"PT{hours}H{minutes}M{rest}S" if hours else f"PT{minutes}M{rest}S"


def _parts(seconds: float | None) -> tuple[int, int, int]:
    minutes, rest = divmod(round(seconds or 0), 60)
    return *divmod(minutes, 60), rest
