"""How the child's answer crosses to the parent, which believes none of it unchecked.

One line of JSON, then the cover's bytes.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, replace
from typing import Any

from podcast import texts
from podcast.chapters import Chapter

from . import chapters, covers
from .types import HIGHEST_NUMBER, MIME_TYPES, AudioError, AudioInfo, Limits, Reason

_HIGHEST = 2**53  # beyond it JSON's numbers are not exact
_HIGHEST_RATE = 2**31 - 1  # what a database's integer holds


def most_bytes(limits: Limits) -> int:
    """The longest answer a child may give: every text at its limit, each character escaped."""
    chapter = limits.title_length + limits.url_length + 100
    characters = 3 * limits.title_length + limits.comment_length + limits.chapters * chapter
    return limits.cover_bytes + 12 * characters + 1_000


def dump(info: AudioInfo) -> bytes:
    """The answer that ``load`` reads."""
    cover = info.cover.data if info.cover else b""
    line = json.dumps({"info": asdict(replace(info, cover=None))}, allow_nan=False)
    return line.encode("ascii") + b"\n" + cover


def dump_error(error: AudioError) -> bytes:
    """The answer that makes ``load`` raise ``error``."""
    return json.dumps({"reason": error.reason, "limit": error.limit}).encode("ascii") + b"\n"


def load(answer: bytes, limits: Limits) -> AudioInfo:
    """What the child found; raises the AudioError it met.

    Raises KeyError, TypeError or ValueError if the answer is none that ``dump`` can have written.
    """
    line, _, cover = answer.partition(b"\n")
    said = json.loads(line)
    if "reason" in said:
        limit = said["limit"]
        raise AudioError(
            Reason(said["reason"]), limit=None if limit is None else _number(limit, _HIGHEST)
        )
    return _info(said["info"], cover, limits)


def _info(said: dict[str, Any], cover: bytes, limits: Limits) -> AudioInfo:
    extension = _text(said["extension"])
    duration = _number(said["duration"], limits.duration)
    return AudioInfo(
        mime_type=MIME_TYPES[extension],
        extension=extension,
        duration=duration,
        byte_length=_whole(said["byte_length"], _HIGHEST),
        bit_rate=_whole(said["bit_rate"], _HIGHEST_RATE),
        sample_rate=_whole(said["sample_rate"], _HIGHEST_RATE),
        channels=_whole(said["channels"], 256),
        title=texts.line(_text(said["title"]), limits.title_length),
        artist=texts.line(_text(said["artist"]), limits.title_length),
        album=texts.line(_text(said["album"]), limits.title_length),
        comment=texts.paragraphs(_text(said["comment"]), limits.comment_length),
        season=None if said["season"] is None else _whole(said["season"], HIGHEST_NUMBER),
        number=None if said["number"] is None else _whole(said["number"], HIGHEST_NUMBER),
        chapters=chapters.tidy(map(_chapter, said["chapters"]), duration, limits),
        cover=covers.choose([covers.Picture(cover)] if cover else [], limits),
    )


def _chapter(said: dict[str, Any]) -> Chapter:
    return Chapter(
        start=_number(said["start"], _HIGHEST),
        title=_text(said["title"]),
        end=None if said["end"] is None else _number(said["end"], _HIGHEST),
        url=_text(said["url"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _number(value: object, highest: float) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value) or not 0 <= value <= highest:
        raise ValueError("not a number in range")
    return value


def _whole(value: object, highest: int) -> int:
    if not isinstance(value, int):
        raise TypeError("not a whole number")
    return int(_number(value, highest))
