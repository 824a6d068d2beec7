"""Read a file by position and in bounded pieces, so that no length a file claims is believed."""

from __future__ import annotations

from typing import BinaryIO


class Source:
    """A file to look into. ``size`` is in bytes; ``file`` may be handed to libraries."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.size = file.seek(0, 2)

    def at(self, offset: int, length: int) -> bytes:
        """At most ``length`` bytes from ``offset``: fewer at the end of the file, none outside."""
        if not 0 <= offset < self.size or length <= 0:
            return b""
        self.file.seek(offset)
        return self.file.read(min(length, self.size - offset))
