"""Cuts the metadata out of a GIF (GIF89a), animated or not."""

from __future__ import annotations

from typing import Final

EXTENSION: Final = 0x21
IMAGE: Final = 0x2C
TRAILER: Final = 0x3B
COMMENT: Final = 0xFE
APPLICATION: Final = 0xFF
#: Of the applications' extensions, those that tell how often to repeat it, and its colours.
KEPT: Final = {b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"}


def without_metadata(data: bytes) -> bytes:
    """Raises ValueError where the blocks do not follow each other as they should."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise ValueError("This is no GIF.")
    try:
        return _without_metadata(data)
    except IndexError as error:
        raise ValueError("This GIF is cut off.") from error


def _without_metadata(data: bytes) -> bytes:
    position = 13 + _colours(data[10])
    kept = [data[:position]]
    while data[position] != TRAILER:
        if data[position] == EXTENSION:
            end = _end_of_blocks(data, position + 2)
            says_nothing = data[position + 1] == COMMENT or (
                data[position + 1] == APPLICATION and data[position + 3 : position + 14] not in KEPT
            )
        elif data[position] == IMAGE:
            end = _end_of_blocks(data, position + 11 + _colours(data[position + 9]))
            says_nothing = False
        else:
            raise ValueError("A block of this GIF is of no known kind.")
        if not says_nothing:
            kept.append(data[position:end])
        position = end
    return b"".join(kept) + bytes((TRAILER,))


def _colours(flags: int) -> int:
    """The bytes of the colour table that the flags promise."""
    return 3 << (flags & 0b111) + 1 if flags & 0b1000_0000 else 0


def _end_of_blocks(data: bytes, position: int) -> int:
    while size := data[position]:
        position += 1 + size
    return position + 1
