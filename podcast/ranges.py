"""Byte ranges of RFC 9110, section 14: which part of a file a request asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

# ASCII digits only, and few enough that no number is costly to read.
_ONE_RANGE = re.compile(
    r"bytes[ \t]*=[ \t]*([0-9]{0,19})-([0-9]{0,19})[ \t]*", re.IGNORECASE | re.ASCII
)


class Unsatisfiable(Exception):
    """The range lies beyond the file; the answer is 416."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """The bytes from ``first`` up to and including ``last``."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1


def asked_range(header: str, size: int) -> ByteRange | None:
    """The one range that ``header`` asks of a file of ``size`` bytes.

    None means "send it all": there is no header, it is no byte range, it is malformed, or it asks
    for several ranges, which a server may ignore (RFC 9110, 14.2) and no podcast app needs.
    Raises Unsatisfiable where nothing of the range is inside the file.
    """
    match = _ONE_RANGE.fullmatch(header)
    if not match or match.group(1) == match.group(2) == "":
        return None
    first, last = match.groups()
    if not first:
        return _suffix(int(last), size)
    start = int(first)
    end = int(last) if last else size - 1
    if last and end < start:
        return None
    if start >= size:
        raise Unsatisfiable
    return ByteRange(start, min(end, size - 1))


def _suffix(length: int, size: int) -> ByteRange:
    """The last ``length`` bytes."""
    if length == 0 or size == 0:
        raise Unsatisfiable
    return ByteRange(max(0, size - length), size - 1)
