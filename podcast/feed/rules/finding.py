"""What a rule found in a feed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """An error makes directories refuse the feed or lose an episode; a warning costs quality."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule: ``code`` names the rule for ever, ``message`` tells it in English.

    ``guid`` and ``title`` are the item's; both are empty where the channel is meant.
    """

    level: Level
    code: str
    message: str
    guid: str = ""
    title: str = ""

    @property
    def where(self) -> str:
        """The place for people: "channel", or the item's guid and title."""
        return f"{self.guid} {self.title}".strip() or "channel"


def error(code: str, message: str) -> Finding:
    """Return a finding of level error, as yet of no place."""
    return Finding(Level.ERROR, code, message)


def warning(code: str, message: str) -> Finding:
    """Return a finding of level warning, as yet of no place."""
    return Finding(Level.WARNING, code, message)
