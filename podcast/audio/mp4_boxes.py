"""Read the boxes of an MP4 file as a bounded tree (ISO/IEC 14496-12 section 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .source import Source
from .types import AudioError, Limits, Reason

_CONTAINERS = frozenset(
    {b"moov", b"udta", b"trak", b"tref", b"mdia", b"minf", b"stbl", b"meta", b"ilst", b"moof"}
    | {b"traf", b"edts"}
)
_META_FIELDS = 4  # version and flags, which only this container has
_DEEPEST = 12


@dataclass(slots=True)
class Box:
    """``start`` and ``end`` are the offsets of what the box holds, behind its header."""

    name: bytes
    start: int
    end: int
    children: list[Box] = field(default_factory=list)

    def all(self, name: bytes) -> Iterator[Box]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def first(self, *path: bytes) -> Box | None:
        """The first descendant along ``path``."""
        box: Box | None = self
        for name in path:
            box = next(box.all(name), None) if box else None
        return box


def tree(source: Source, limits: Limits) -> Box:
    """The whole file as one box.

    Raises AudioError: TRUNCATED when a box reaches beyond the file, TOO_MANY_TAGS, NOT_AUDIO when
    the boxes do not fit into each other.
    """
    root = Box(b"", 0, source.size)
    _fill(source, root, [limits.tag_frames], depth=0)
    return root


def _fill(source: Source, parent: Box, budget: list[int], *, depth: int) -> None:
    if depth > _DEEPEST:
        raise AudioError(Reason.NOT_AUDIO)
    position = parent.start + (_META_FIELDS if parent.name == b"meta" else 0)
    while position + 8 <= parent.end:
        budget[0] -= 1
        if budget[0] < 0:
            raise AudioError(Reason.TOO_MANY_TAGS)
        box = _box(source, position, parent.end, is_top=depth == 0)
        if box is None:
            return
        parent.children.append(box)
        if box.name in _CONTAINERS:
            _fill(source, box, budget, depth=depth + 1)
        position = box.end


def _box(source: Source, offset: int, limit: int, *, is_top: bool) -> Box | None:
    header = source.at(offset, 16)
    size, name, start = int.from_bytes(header[:4], "big"), header[4:8], offset + 8
    if size == 1:
        size, start = int.from_bytes(header[8:16], "big"), offset + 16
    elif size == 0:
        if not is_top:
            return None  # QuickTime ends its user data with a zero
        size = limit - offset
    end = offset + size
    if end < start:
        raise AudioError(Reason.NOT_AUDIO)
    if end > limit:
        raise AudioError(Reason.TRUNCATED if is_top else Reason.NOT_AUDIO)
    return Box(name, start, end)
