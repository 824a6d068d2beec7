"""Decide by the first bytes, never by the name, which kind of recording a file is."""

from __future__ import annotations

from enum import Enum, auto

from . import id3_guard
from .source import Source
from .types import AudioError, Limits, Reason


class Kind(Enum):
    """The containers that are read."""

    MP3 = auto()
    MP4 = auto()
    OGG = auto()
    FLAC = auto()
    WAV = auto()


# Sound and video that we know but do not take: (offset, magic). What is neither here nor a
# recording is "not audio": web pages, archives, programs, noise.
_UNSUPPORTED = (
    (8, b"AIFF"),
    (8, b"AIFC"),
    (8, b"AVI "),
    (0, b"caff"),
    (0, b"RF64"),
    (0, b"\x30\x26\xb2\x75"),  # Windows Media
    (0, b"\x1a\x45\xdf\xa3"),  # Matroska, WebM
    (0, b"FLV\x01"),
    (0, b"#!AMR"),
    (0, b"MThd"),
    (0, b"MAC "),
    (0, b"wvpk"),
    (0, b"ADIF"),
)


def sniff(source: Source, limits: Limits) -> tuple[Kind, int]:
    """The kind, and the offset at which it starts: behind ID3v2 tags, which some put everywhere.

    A file that shows no other mark counts as MP3, which has none: its reader looks for frames and
    refuses what has none. Raises AudioError (EMPTY, UNSUPPORTED, or what the tag's size says).
    """
    if source.size == 0:
        raise AudioError(Reason.EMPTY)
    start = id3_guard.end_of_tags(source, limits)
    head = source.at(start, 16)
    if any(head[offset:].startswith(magic) for offset, magic in _UNSUPPORTED):
        raise AudioError(Reason.UNSUPPORTED)
    if head.startswith(b"fLaC"):
        return Kind.FLAC, start
    if start == 0 and head.startswith(b"OggS"):
        return Kind.OGG, start
    if start == 0 and head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return Kind.WAV, start
    if start == 0 and head[4:8] == b"ftyp":
        return Kind.MP4, start
    return Kind.MP3, start
