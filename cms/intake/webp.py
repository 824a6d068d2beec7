"""Cuts the metadata out of a WebP (RFC 9649), animated or not."""

from __future__ import annotations

from typing import Final

#: The chunks that a picture is made of, moving or not, and its colour profile.
KEPT: Final = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
#: The bits of the header that promise metadata (EXIF, XMP).
PROMISES: Final = 0b0000_1100


def without_metadata(data: bytes) -> bytes:
    """Raises ValueError where the chunks do not follow each other as they should."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("This is no WebP.")
    whole = 8 + int.from_bytes(data[4:8], "little")
    if whole > len(data):
        raise ValueError("This WebP is cut off.")
    kept, position = [], 12
    while position < whole:
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        # Chunks of odd length are followed by a byte that says nothing.
        end = position + 8 + size + size % 2
        if end > whole + 1:
            raise ValueError("A chunk of this WebP is cut off.")
        chunk = data[position:end]
        if chunk[:4] == b"VP8X":
            chunk = chunk[:8] + bytes((chunk[8] & ~PROMISES,)) + chunk[9:]
        if chunk[:4] in KEPT:
            kept.append(chunk)
        position = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
