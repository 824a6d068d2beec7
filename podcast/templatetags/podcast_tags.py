"""Durations as people and as machines read them."""

from django import template

register = template.Library()


@register.filter
def duration(seconds: float | None) -> str:
    """Seconds as a clock shows them: 65 is "1:05", 3725.4 is "1:02:05"."""
    minutes, rest = divmod(int(seconds or 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def iso_duration(seconds: float | None) -> str:
    """Seconds for ``<time datetime>``: 3725.4 is "PT1H2M5S" (HTML, valid duration string)."""
    minutes, rest = divmod(int(seconds or 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"PT{hours}H{minutes}M{rest}S" if hours else f"PT{minutes}M{rest}S"
