"""Take a recording's picture, if its bytes are a JPEG or a PNG, whatever the tag calls it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .types import AudioError, Cover, Limits, Reason

_PNG = b"\x89PNG\r\n\x1a\n"
# Start-of-frame markers carry the size; C4, C8 and CC are tables (ITU T.81, table B.1).
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset(range(0xD0, 0xD9)) | {0x01}
FRONT = 3  # the picture type "front cover" of ID3 and FLAC


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a tag holds it; ``role`` is the picture type of ID3 and FLAC."""

    data: bytes
    role: int = FRONT


def choose(pictures: Iterable[Picture], limits: Limits) -> Cover | None:
    """The front cover, else the first picture that is one.

    Raises AudioError (COVER_TOO_LARGE) when the preferred picture is larger than allowed.
    """
    for picture in sorted(pictures, key=lambda picture: picture.role != FRONT):
        if len(picture.data) > limits.cover_bytes:
            raise AudioError(Reason.COVER_TOO_LARGE, limit=limits.cover_bytes)
        cover = read(picture.data)
        if cover is not None:
            return cover
    return None


def read(data: bytes) -> Cover | None:
    """The picture with its true type and size in pixels, or None if it is neither JPEG nor PNG."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR":
        mime_type = "image/png"
        width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    elif data.startswith(b"\xff\xd8\xff"):
        mime_type = "image/jpeg"
        width, height = _jpeg_size(data)
    else:
        return None
    return Cover(mime_type, data, width, height) if width and height else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _JPEG_FRAMES:
            height = int.from_bytes(data[position + 5 : position + 7], "big")
            return int.from_bytes(data[position + 7 : position + 9], "big"), height
        if marker == 0xFF:
            position += 1
        elif marker in _JPEG_BARE:
            position += 2
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return 0, 0
