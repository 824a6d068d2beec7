"""Cuts the metadata out of a JPEG (ITU T.81 annex B), without touching the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

START: Final = b"\xff\xd8"
END: Final = 0xD9
SCAN: Final = 0xDA
COMMENT: Final = 0xFE
#: Application segments that tell how to show the picture: JFIF, Adobe's colours, and the profile.
KEPT: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}


def without_metadata(data: bytes) -> bytes:
    """Also without what comes after the picture, such as the film of a "motion photo".

    Raises ValueError where the segments do not follow each other as they should.
    """
    if not data.startswith(START):
        raise ValueError("This is no JPEG.")
    return START + b"".join(_kept(data))


def _kept(data: bytes) -> Iterator[bytes]:
    position = len(START)
    while True:
        marker, position = _marker(data, position)
        if marker == END:
            yield bytes((0xFF, END))
            return
        end = position + int.from_bytes(data[position : position + 2], "big")
        if end < position + 2 or end > len(data):
            raise ValueError("A segment of this JPEG is cut off.")
        if _is_kept(marker, data[position + 2 : end]):
            yield bytes((0xFF, marker)) + data[position:end]
        position = end
        if marker == SCAN:
            position = _end_of_scan(data, end)
            yield data[end:position]


def _is_kept(marker: int, content: bytes) -> bool:
    if marker in KEPT:
        return content.startswith(KEPT[marker])
    return marker != COMMENT and not 0xE0 <= marker <= 0xEF


def _marker(data: bytes, position: int) -> tuple[int, int]:
    """The marker at ``position`` and where its segment begins; it may be padded with 0xFF."""
    if position >= len(data) or data[position] != 0xFF:
        raise ValueError("A marker of this JPEG is missing.")
    while position < len(data) and data[position] == 0xFF:
        position += 1
    if position >= len(data):
        raise ValueError("This JPEG is cut off.")
    return data[position], position + 1


def _end_of_scan(data: bytes, position: int) -> int:
    """Where the next marker is: in a scan, 0xFF is followed by 0, or by a restart marker."""
    while (position := data.find(b"\xff", position)) != -1 and position + 1 < len(data):
        following = data[position + 1]
        if following == 0xFF:
            position += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            position += 2
        else:
            return position
    raise ValueError("The picture in this JPEG is cut off.")
