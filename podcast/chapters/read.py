"""Reads a chapter file of whatever kind: the content decides, never the name."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from podcast.chapters import table
from podcast.chapters.json_format import read_json
from podcast.chapters.lines import (
    is_label_track,
    is_timed_text,
    numbered,
    read_label_track,
    read_timed_text,
)
from podcast.chapters.psc import read_psc
from podcast.chapters.types import Chapter
from podcast.text_files import Reason, TextFileError, decode

MAX_CHAPTERS: Final = 1_000


def read_chapters(data: bytes) -> list[Chapter]:
    """The chapters of a file in the order of time.

    Takes JSON chapters, Podlove Simple Chapters as XML or text, mp4chaps, Audacity's labels and
    tables with a header. Raises TextFileError with the reason and the line.
    """
    chapters = list(islice(_chapters(decode(data)), MAX_CHAPTERS + 1))
    if len(chapters) > MAX_CHAPTERS:
        raise TextFileError(Reason.TOO_MANY, limit=MAX_CHAPTERS)
    if not chapters:
        raise TextFileError(Reason.NOTHING)
    return sorted(chapters, key=lambda chapter: chapter.start)


def _chapters(text: str) -> Iterable[Chapter]:
    number, first = next(numbered(text))
    match first.lstrip()[:1]:
        case "{" | "[":
            return read_json(text)
        case "<":
            return read_psc(text)
    if separator := table.separator_of(first):
        return table.read_table(text, separator)
    if is_label_track(first):
        return read_label_track(text)
    if is_timed_text(first):
        return read_timed_text(text)
    raise TextFileError(Reason.UNKNOWN_FORMAT, line=number)
