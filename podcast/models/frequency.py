"""How often episodes come, as editors choose it and as a feed says it."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from podcast.feed.parts import UpdateFrequency


class Frequency(models.TextChoices):
    """The rhythms to choose from."""

    DAILY = "daily", _("Every day")
    WEEKDAYS = "weekdays", _("Monday to Friday")
    WEEKLY = "weekly", _("Every week")
    FORTNIGHTLY = "fortnightly", _("Every two weeks")
    MONTHLY = "monthly", _("Every month")
    IRREGULAR = "irregular", _("Irregularly")


#: As iCalendar rules (RFC 5545); what has no rhythm has no rule.
RULES: Final[dict[str, str]] = {
    Frequency.DAILY: "FREQ=DAILY",
    Frequency.WEEKDAYS: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    Frequency.WEEKLY: "FREQ=WEEKLY",
    Frequency.FORTNIGHTLY: "FREQ=WEEKLY;INTERVAL=2",
    Frequency.MONTHLY: "FREQ=MONTHLY",
}


def frequency_part(
    choice: str, words: str, *, language: str, complete: bool
) -> UpdateFrequency | None:
    """What the feed says of it, in the show's language whoever's request renders the feed."""
    if not choice and not words:
        return None
    with translation.override(language):
        text = words or str(Frequency(choice).label)
    return UpdateFrequency(text=text, rrule=RULES.get(choice, ""), complete=complete)
