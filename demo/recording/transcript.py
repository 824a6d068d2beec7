"""The transcript of an episode as WebVTT with the speakers' names."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cue:
    """What one person says from start to end, in seconds."""

    start: float
    end: float
    speaker: str
    text: str


def write_vtt(target: Path, cues: Iterable[Cue]) -> None:
    """Write the cues in the order they are spoken (W3C WebVTT, voice spans)."""
    parts = ["WEBVTT"]
    for cue in cues:
        parts.append(f"{_clock(cue.start)} --> {_clock(cue.end)}\n<v {cue.speaker}>{cue.text}")
    target.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
