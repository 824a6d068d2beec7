"""The podcast namespace's JSON transcript, and the JSON that Whisper writes.

Source: github.com/Podcastindex-org/podcast-namespace, transcripts/transcripts.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from podcast.json_files import load, number
from podcast.text_files import Reason, TextFileError
from podcast.transcripts.cues import checked
from podcast.transcripts.types import Cue


def read_json(text: str) -> Iterator[Cue]:
    """The segments as cues. Raises TextFileError."""
    document = load(text)
    rows = document.get("segments") if isinstance(document, dict) else None
    if not isinstance(rows, list):
        raise TextFileError(Reason.UNKNOWN_FORMAT)
    last = 0.0
    for entry, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise TextFileError(Reason.UNKNOWN_FORMAT, entry=entry)
        cue = _cue(row, last, entry)
        last = cue.start
        yield cue


def _cue(row: dict[str, Any], last: float, entry: int) -> Cue:
    words, speaker = row.get("body", row.get("text")), row.get("speaker")
    return checked(
        start=number(row.get("startTime", row.get("start"))),
        end=number(row.get("endTime", row.get("end"))),
        text=words if isinstance(words, str) else "",
        speaker=speaker if isinstance(speaker, str) else "",
        after=last,
        entry=entry,
    )


def write_json(cues: Iterable[Cue]) -> bytes:
    """The cues as the namespace's JSON in UTF-8."""
    document = {"version": "1.0.0", "segments": [_segment(cue) for cue in cues]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _segment(cue: Cue) -> dict[str, Any]:
    speaker = {"speaker": cue.speaker} if cue.speaker else {}
    return {
        **speaker,
        "startTime": round(cue.start, 3),
        "endTime": round(cue.end, 3),
        "body": " ".join(cue.text.split()),
    }
