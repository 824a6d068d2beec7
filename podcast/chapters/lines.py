"""Chapters one to a line: Podlove's and mp4chaps' text, and Audacity's label track."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from podcast.chapters.entries import checked
from podcast.chapters.types import Chapter
from podcast.clock import seconds_of
from podcast.text_files import Reason, TextFileError

# "00:01:02.500 Title <https://example.org>"; people also write "0:00 - Title".
_LINE: Final = re.compile(r"([0-9][0-9:.,]*)[ \t]+(?:[-–—][ \t]+)?(\S.*)")
_LABEL: Final = re.compile(r"([0-9]+[.,]?[0-9]*)\t([0-9]+[.,]?[0-9]*)(?:\t(.*))?")


def is_timed_text(first_line: str) -> bool:
    match = _LINE.fullmatch(first_line.strip())
    return match is not None and seconds_of(match[1]) is not None


def read_timed_text(text: str) -> Iterator[Chapter]:
    """``time title <link>``, the link if there is one. Raises TextFileError."""
    for line, content in numbered(text):
        match = _LINE.fullmatch(content.strip())
        if match is None:
            raise TextFileError(Reason.NO_TIME, line=line, found=content)
        start = seconds_of(match[1])
        if start is None:
            raise TextFileError(Reason.BAD_TIME, line=line, found=match[1])
        title, url = _without_link(match[2])
        yield checked(start=start, title=title, url=url, line=line)


def _without_link(text: str) -> tuple[str, str]:
    """The title and the link behind it; other words in angle brackets belong to the title."""
    title, bracket, url = text.removesuffix(">").rpartition("<")
    is_link = text.endswith(">") and bracket and ":" in url
    return (title, url) if is_link else (text, "")


def is_label_track(first_line: str) -> bool:
    return _LABEL.fullmatch(first_line) is not None


def read_label_track(text: str) -> Iterator[Chapter]:
    """``start``, tab, ``end``, tab, ``label``; in seconds. Raises TextFileError."""
    for line, content in numbered(text):
        # Of a spectral selection, Audacity writes the frequencies on a second line.
        if content.startswith("\\"):
            continue
        match = _LABEL.fullmatch(content)
        if match is None:
            raise TextFileError(Reason.BAD_TIME, line=line, found=content)
        start, end, label = match.groups(default="")
        yield checked(start=seconds_of(start), end=seconds_of(end), title=label, line=line)


def numbered(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold anything, each with its number from 1."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line
