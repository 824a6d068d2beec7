"""SubRip, which has no standard: read as programs write it, written as Apple and others ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from podcast.clock import full_clock
from podcast.transcripts.cues import blocks, checked
from podcast.transcripts.types import Cue
from podcast.transcripts.vtt import wrapped

#: The podcast namespace: at most two lines of 32 characters.
LINES: Final = 2
LINE_LENGTH: Final = 32

_STYLE: Final = re.compile(r"</?(?:b|i|u|s|font|c)\b[^<>]*>|\{\\[^{}]*\}", re.IGNORECASE)
# At most four words and a colon with a space behind it: "Dr. Maren Hollow: ", "Speaker 1: ".
_NAME: Final = re.compile(r"([^\W_][^\s:：]*(?: [^\s:：]+){0,3})(?::\s+|：\s*)(?=\S)")


def read_srt(text: str) -> Iterator[Cue]:
    """The cues, with speakers where the file names them throughout. Raises TextFileError."""
    yield from _with_speakers(list(_cues(text)))


def _cues(text: str) -> Iterator[Cue]:
    last = 0.0
    for block in blocks(text):
        words = _STYLE.sub("", "\n".join(block.lines))
        yield checked(start=block.start, end=block.end, text=words, after=last, line=block.line)
        last = block.start


def _with_speakers(cues: list[Cue]) -> list[Cue]:
    """The cues with "Name: " taken as the speaker, if the file means it so.

    It does if somebody is named at the beginning, and either everywhere or somebody a second time;
    a colon in a sentence now and then makes nobody a speaker. Where no name stands, the one before
    goes on speaking.
    """
    spoken = [cue for cue in cues if cue.text]
    names = [_NAME.match(cue.text) for cue in spoken]
    found = [name[1] for name in names if name]
    is_meant = len(found) == len(spoken) or len(found) > len(set(found))
    if not found or not names[0] or not is_meant:
        return spoken
    named = []
    speaker = ""
    for cue, name in zip(spoken, names, strict=True):
        speaker = name[1] if name else speaker
        named.append(
            replace(cue, text=cue.text[name.end() :] if name else cue.text, speaker=speaker)
        )
    return named


def write_srt(cues: Iterable[Cue]) -> bytes:
    """The cues as SubRip in UTF-8, long ones in parts, "Name: " where the speaker changes."""
    parts = []
    speaker = ""
    for cue in cues:
        text = _harmless(" ".join(cue.text.split()))
        if cue.speaker != speaker:
            text = f"{_harmless(cue.speaker)}: {text}" if cue.speaker else text
            speaker = cue.speaker
        parts.extend(_in_parts(replace(cue, text=text)))
    return "".join(
        f"{number}\n{full_clock(part.start, ',')} --> {full_clock(part.end, ',')}\n{part.text}\n\n"
        for number, part in enumerate(parts, start=1)
    ).encode()


def _harmless(text: str) -> str:
    """SubRip has no escapes, so what would be taken for times or for a tag is written differently."""
    return re.sub(r"<(?=[/!\w])", "‹", re.sub(r"-{2,}>", "→", text))


def _in_parts(cue: Cue) -> Iterator[Cue]:
    """The cue cut into pieces of two lines; each gets time by its length."""
    lines = wrapped(cue.text, LINE_LENGTH)
    pieces = ["\n".join(lines[first : first + LINES]) for first in range(0, len(lines), LINES)]
    total = sum(map(len, pieces))
    start, said = cue.start, 0
    for piece in pieces:
        said += len(piece)
        end = cue.start + (cue.end - cue.start) * said / total
        yield Cue(start, end, piece)
        start = end
