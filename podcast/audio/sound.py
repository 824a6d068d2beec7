"""What every reader of a format hands back: the measured sound, and the words that came with it."""

from __future__ import annotations

from dataclasses import dataclass

from podcast.chapters import Chapter

from .covers import Picture


@dataclass(frozen=True, slots=True)
class Sound:
    """Measured from the audio itself. ``duration`` in seconds, rates in hertz and bits/second."""

    extension: str
    duration: float
    sample_rate: int
    channels: int
    bit_rate: int = 0  # 0: the file does not say; its length over its duration will do


@dataclass(frozen=True, slots=True)
class Words:
    """What the tags say, as raw as they say it."""

    title: str = ""
    artist: str = ""
    album: str = ""
    comment: str = ""
    season: str = ""
    number: str = ""
    chapters: tuple[Chapter, ...] = ()
    pictures: tuple[Picture, ...] = ()
