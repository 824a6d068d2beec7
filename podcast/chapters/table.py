"""Chapters as a table with a header, as Hindenburg, Reaper, Audition and spreadsheets export them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

from podcast.chapters.entries import checked
from podcast.chapters.types import Chapter
from podcast.clock import seconds_of
from podcast.text_files import Reason, TextFileError

#: What programs call each column, in small letters.
COLUMNS: Final = {
    "start": ("start", "start time", "starttime", "time", "timecode", "position", "begin", "in"),
    "title": ("title", "name", "chapter", "chapter title", "label", "marker", "text"),
    "end": ("end", "end time", "endtime", "stop", "out"),
    "length": ("length", "duration"),
    "url": ("url", "link", "href"),
    "image_url": ("image", "img", "picture", "image url"),
}
_SEPARATORS: Final = "\t;,|"
#: No header is longer, and the csv module refuses cells without end.
_HEADER_LENGTH: Final = 1_000


def separator_of(first_line: str) -> str | None:
    """What separates the columns of a header with a start and a title; None if it is no header."""
    if len(first_line) > _HEADER_LENGTH:
        return None
    for separator in _SEPARATORS:
        found = _columns(next(csv.reader([first_line], delimiter=separator), []))
        if "start" in found and "title" in found:
            return separator
    return None


def read_table(text: str, separator: str) -> Iterator[Chapter]:
    """The chapters of the table's rows. Raises TextFileError."""
    reader = csv.reader(text.lstrip("\n").split("\n"), delimiter=separator)
    skipped = len(text) - len(text.lstrip("\n"))
    try:
        columns = _columns(next(reader))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _chapter(cells, columns, line=reader.line_num + skipped)
    except csv.Error:
        raise TextFileError(Reason.UNKNOWN_FORMAT, line=reader.line_num + skipped) from None


def _columns(header: list[str]) -> dict[str, int]:
    """Which column holds what; the first that fits."""
    names = [name.strip().strip("#").casefold() for name in header]
    found = {}
    for meaning, known in COLUMNS.items():
        places = [place for place, name in enumerate(names) if name in known]
        if places:
            found[meaning] = places[0]
    return found


def _chapter(cells: list[str], columns: dict[str, int], line: int) -> Chapter:
    values = {
        meaning: cells[place].strip() if place < len(cells) else ""
        for meaning, place in columns.items()
    }
    start = seconds_of(values["start"])
    if start is None:
        raise TextFileError(Reason.BAD_TIME, line=line, found=values["start"])
    return checked(
        start=start,
        title=values["title"],
        end=_end(values, start, line),
        url=values.get("url", ""),
        image_url=values.get("image_url", ""),
        line=line,
    )


def _end(values: dict[str, str], start: float, line: int) -> float | None:
    """The end, given as a time or as a length; None where neither is."""
    text = values.get("end") or values.get("length")
    if not text:
        return None
    seconds = seconds_of(text)
    if seconds is None:
        raise TextFileError(Reason.BAD_TIME, line=line, found=text)
    return seconds if values.get("end") else start + seconds
