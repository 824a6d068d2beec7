"""Text files that editors bring, chapters or transcripts: their encoding, and what may be wrong with them."""

from __future__ import annotations

import codecs
from enum import StrEnum
from typing import Final

from podcast import texts

#: An hour of speech is some 100 KB as WebVTT.
MAX_BYTES: Final = 2 * 1024 * 1024
#: How many characters of a line are shown to who brought it.
FOUND_LENGTH: Final = 40

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Reason(StrEnum):
    """Why a file is refused; the form turns each into a sentence for the editor."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    UNKNOWN_FORMAT = "unknown_format"
    BAD_JSON = "bad_json"
    BAD_XML = "bad_xml"
    DOCTYPE = "doctype"
    NO_TIME = "no_time"
    BAD_TIME = "bad_time"
    NO_CUE_TIMES = "no_cue_times"
    NO_TITLE = "no_title"
    BAD_LINK = "bad_link"
    END_BEFORE_START = "end_before_start"
    OUT_OF_ORDER = "out_of_order"
    TOO_MANY = "too_many"
    NOTHING = "nothing"


class TextFileError(Exception):
    """The file cannot be taken. ``reason`` says why.

    ``line`` (of a text) or ``entry`` (of a JSON list) says where; both count from 1. ``limit`` is the
    number that was passed, if any. ``found`` is the beginning of what stands in the wrong place, as it
    came: plain text, to be escaped where it is shown.
    """

    def __init__(
        self,
        reason: Reason,
        *,
        line: int | None = None,
        entry: int | None = None,
        limit: int | None = None,
        found: str = "",
    ) -> None:
        super().__init__(f"{reason.value} (line {line}, entry {entry}, limit {limit})")
        self.reason = reason
        self.line = line
        self.entry = entry
        self.limit = limit
        self.found = texts.line(found, FOUND_LENGTH)


def decode(data: bytes) -> str:
    """The text of a file, with ``\\n`` for every kind of line end and without a byte order mark.

    UTF-8, UTF-16 and UTF-32 with a mark, else UTF-8, else Windows-1252, as older programs write it.
    Raises TextFileError (EMPTY, TOO_LARGE, NOT_TEXT).
    """
    if len(data) > MAX_BYTES:
        raise TextFileError(Reason.TOO_LARGE, limit=MAX_BYTES)
    try:
        text = _decoded(data)
    except UnicodeDecodeError:
        raise TextFileError(Reason.NOT_TEXT) from None
    if "\0" in text:
        raise TextFileError(Reason.NOT_TEXT)
    if not text.strip():
        raise TextFileError(Reason.EMPTY)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    # Some programs leave the mark out; what such a file begins with is ASCII, and so half of it zeros.
    if data[1:2] == b"\0":
        return data.decode("utf-16-le")
    if data[:1] == b"\0":
        return data.decode("utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves open are control characters in Latin-1.
        return data.decode("cp1252", errors="ignore")
