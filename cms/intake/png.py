"""Cuts the metadata out of a PNG (W3C PNG, third edition), animated or not."""

from __future__ import annotations

from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
#: Of the chunks that a picture can do without, those that tell how to show it, and to move it.
KEPT: Final = {
    *(b"tRNS", b"bKGD", b"pHYs"),
    *(b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI"),
    *(b"acTL", b"fcTL", b"fdAT"),
}
#: Set in the first letter of their names.
ANCILLARY: Final = 0b0010_0000


def without_metadata(data: bytes) -> bytes:
    """Raises ValueError where the chunks do not follow each other as they should."""
    if not data.startswith(SIGNATURE):
        raise ValueError("This is no PNG.")
    kept, position, kind = [SIGNATURE], len(SIGNATURE), b""
    while kind != b"IEND":
        kind = data[position + 4 : position + 8]
        end = position + 12 + int.from_bytes(data[position : position + 4], "big")
        if len(kind) < 4 or end > len(data):
            raise ValueError("A chunk of this PNG is cut off.")
        if kind in KEPT or not kind[0] & ANCILLARY:
            kept.append(data[position:end])
        position = end
    return b"".join(kept)
