"""JSON chapters 1.2, and the JSON that the Podlove programs export.

Source: github.com/Podcastindex-org/podcast-namespace, chapters/jsonChapters.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from podcast.chapters.entries import checked
from podcast.chapters.types import Chapter
from podcast.clock import seconds_of
from podcast.json_files import load, number
from podcast.text_files import Reason, TextFileError


def read_json(text: str) -> Iterator[Chapter]:
    """The chapters of the document. Raises TextFileError."""
    document = load(text)
    rows = document.get("chapters") if isinstance(document, dict) else document
    if not isinstance(rows, list):
        raise TextFileError(Reason.UNKNOWN_FORMAT)
    for entry, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise TextFileError(Reason.UNKNOWN_FORMAT, entry=entry)
        yield _chapter(row, entry)


def _chapter(row: dict[str, Any], entry: int) -> Chapter:
    title = _text(row, "title")
    return checked(
        start=_time(row, entry, "startTime", "start"),
        end=_time(row, entry, "endTime", "end"),
        title=title,
        url=_text(row, "url", "href"),
        image_url=_text(row, "img", "image"),
        # The title is optional, but a list has nothing to show without one.
        listed=row.get("toc") is not False and bool(title.strip()),
        entry=entry,
    )


def _text(row: dict[str, Any], *names: str) -> str:
    return next((row[name] for name in names if isinstance(row.get(name), str)), "")


def _time(row: dict[str, Any], entry: int, *names: str) -> float | None:
    value = next((row[name] for name in names if row.get(name) not in (None, "")), None)
    if value is None:
        return None
    seconds = seconds_of(value) if isinstance(value, str) else number(value)
    if seconds is None:
        found = value if isinstance(value, str) else ""
        raise TextFileError(Reason.BAD_TIME, entry=entry, found=found)
    return seconds


def write_json(chapters: Iterable[Chapter]) -> bytes:
    """The document that `podcast:chapters` links to, in UTF-8."""
    in_order = sorted(chapters, key=lambda chapter: chapter.start)
    document = {"version": "1.2.0", "chapters": [_row(chapter) for chapter in in_order]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _row(chapter: Chapter) -> dict[str, Any]:
    row: dict[str, Any] = {"startTime": _short(chapter.start), "title": chapter.title}
    if chapter.end is not None:
        row["endTime"] = _short(chapter.end)
    if chapter.image_url:
        row["img"] = chapter.image_url
    if chapter.url:
        row["url"] = chapter.url
    if not chapter.listed:
        row["toc"] = False
    return {name: value for name, value in row.items() if value != ""}


def _short(seconds: float) -> float:
    """Whole seconds without a point: some apps read them as whole numbers only."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded
