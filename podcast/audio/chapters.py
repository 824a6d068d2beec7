"""Turn the marks that ID3 and Vorbis tags carry into chapters, and put any chapters in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from podcast import texts
from podcast.chapters import Chapter

from .types import AudioError, Limits, Reason

_TIME = re.compile(r"(\d{1,3}):([0-5]?\d):([0-5]?\d(?:\.\d{1,9})?)")
_VORBIS_MARK = re.compile(r"chapter(\d{3,4})")


def from_id3(tag: Any) -> tuple[Chapter, ...]:
    """The chapters of an ID3v2 tag (mutagen's), as its tables of contents list them.

    A chapter that no table lists is meant to be hidden (ID3v2 Chapter Frame Addendum 1.0).
    """
    marks = {mark.element_id: mark for mark in tag.getall("CHAP")}
    tables = {table.element_id: table for table in tag.getall("CTOC")}
    names = _listed(tables) if tables else marks
    return tuple(_chapter(marks[name]) for name in names if name in marks)


def _listed(tables: Mapping[str, Any]) -> list[str]:
    """The names of the chapters in reading order, each once, however the tables point around."""
    roots = [name for name, table in tables.items() if table.flags & 0b10]
    waiting, seen = list(reversed(roots or list(tables))), set()
    names = []
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in tables:
            waiting.extend(reversed(tables[name].child_element_ids))
        else:
            names.append(name)
    return names


def _chapter(mark: Any) -> Chapter:
    titles = mark.sub_frames.getall("TIT2")
    links = mark.sub_frames.getall("WXXX")
    return Chapter(
        start=mark.start_time / 1000,
        title=str(titles[0]) if titles else "",
        end=mark.end_time / 1000 if mark.end_time > mark.start_time else None,
        url=links[0].url if links else "",
    )


def from_vorbis(comments: Mapping[str, Sequence[str]]) -> tuple[Chapter, ...]:
    """The chapters in Vorbis comments CHAPTER001, CHAPTER001NAME and CHAPTER001URL."""
    return tuple(_vorbis_chapters(comments))


def _vorbis_chapters(comments: Mapping[str, Sequence[str]]) -> Iterator[Chapter]:
    for key in sorted(comments):
        time = _TIME.fullmatch(comments[key][0].strip()) if _VORBIS_MARK.fullmatch(key) else None
        if time:
            hours, minutes, seconds = time.groups()
            title = comments.get(f"{key}name", [""])[0]
            url = comments.get(f"{key}url", [""])[0]
            start = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
            yield Chapter(start, title, url=url)


def tidy(chapters: Iterable[Chapter], duration: float, limits: Limits) -> tuple[Chapter, ...]:
    """The chapters in the order of time, without those that have no title or begin after the end.

    Raises AudioError (TOO_MANY_TAGS) when there are more than ``limits`` allow.
    """
    kept = [
        tidied
        for chapter in chapters
        if 0 <= chapter.start < duration and (tidied := _tidied(chapter, duration, limits)).title
    ]
    if len(kept) > limits.chapters:
        raise AudioError(Reason.TOO_MANY_TAGS, limit=limits.chapters)
    return tuple(sorted(kept, key=lambda chapter: chapter.start))


def _tidied(chapter: Chapter, duration: float, limits: Limits) -> Chapter:
    end = chapter.end
    return Chapter(
        start=chapter.start,
        title=texts.line(chapter.title, limits.title_length),
        end=min(end, duration) if end is not None and end > chapter.start else None,
        url=texts.web_address(chapter.url, limits.url_length),
    )
