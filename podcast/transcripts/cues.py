"""One cue of a transcript file, checked: whatever the format, the same rules and the same faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from podcast import texts
from podcast.clock import seconds_of
from podcast.text_files import Reason, TextFileError
from podcast.transcripts.types import Cue

SPEAKER_LENGTH: Final = 128
TEXT_LENGTH: Final = 10_000

_TIMING: Final = re.compile(r"\s*([0-9:.,]+)\s*-->\s*([0-9:.,]+)(?:\s.*)?")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a cue as they stand in a WebVTT or SubRip file; ``line`` is that of its times."""

    line: int
    start: float
    end: float
    lines: tuple[str, ...]


def blocks(text: str, *, ignored: tuple[str, ...] = ()) -> Iterator[Block]:
    """The cues of ``text``; paragraphs that begin with a word in ``ignored`` are none.

    Raises TextFileError (NO_CUE_TIMES).
    """
    for line, paragraph in _paragraphs(text):
        # An identifier or a number may stand above the times.
        place = next((n for n, content in enumerate(paragraph[:2]) if "-->" in content), None)
        if place is not None:
            timing = _TIMING.fullmatch(paragraph[place])
            start, end = map(seconds_of, timing.groups()) if timing else (None, None)
            if start is None or end is None:
                raise _no_times(line + place, paragraph[place])
            yield Block(line + place, start, end, tuple(paragraph[place + 1 :]))
        elif paragraph[0].split(maxsplit=1)[0] not in ignored:
            raise _no_times(line, paragraph[0])


def _no_times(line: int, found: str) -> TextFileError:
    return TextFileError(Reason.NO_CUE_TIMES, line=line, found=found)


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """The groups of lines between empty ones, each with the number of its first line."""
    paragraph: list[str] = []
    number = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield number - len(paragraph), paragraph
            paragraph = []
    if paragraph:
        yield number - len(paragraph) + 1, paragraph


def checked(
    *,
    start: float | None,
    end: float | None,
    text: str,
    speaker: str = "",
    after: float = 0,
    line: int | None = None,
    entry: int | None = None,
) -> Cue:
    """The cue, its texts clean; it must not begin before ``after``, where the cue before began.

    Raises TextFileError (BAD_TIME, END_BEFORE_START, OUT_OF_ORDER).
    """

    def fault(reason: Reason) -> TextFileError:
        return TextFileError(reason, line=line, entry=entry)

    if start is None or end is None or start < 0:
        raise fault(Reason.BAD_TIME)
    if end <= start:
        raise fault(Reason.END_BEFORE_START)
    if start < after:
        raise fault(Reason.OUT_OF_ORDER)
    lines = (" ".join(part.split()) for part in texts.paragraphs(text, TEXT_LENGTH).split("\n"))
    words = "\n".join(part for part in lines if part)
    return Cue(start, end, words, texts.line(speaker, SPEAKER_LENGTH))


def with_words(cues: Iterable[Cue]) -> list[Cue]:
    """The cues in which something is said. Raises TextFileError where there are none."""
    spoken = [cue for cue in cues if cue.text]
    if not spoken:
        raise TextFileError(Reason.NOTHING)
    return spoken
