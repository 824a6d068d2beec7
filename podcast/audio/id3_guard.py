"""Look over an ID3v2 tag before a library unpacks it: its size, its frames, and no compression.

A compressed frame of 2 MB can unpack to gigabytes, and 200,000 frames take minutes; both are seen
in the frame headers alone (id3.org: ID3v2.3.0 and ID3v2.4.0 structure, section 3.3 and 4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .source import Source
from .types import AudioError, Limits, Reason

_HEADER = 10
_FOOTER_FLAG = 0x10
_UNSYNCHRONISED_FLAG = 0x80
_EXTENDED_FLAG = 0x40
_FRAME_ID = re.compile(rb"[A-Z][A-Z0-9]{2}[A-Z0-9\x00]?")
_NESTING = 3  # a chapter in the tag, its texts in the chapter; nothing known goes deeper
_COMPRESSED = {3: 0x0080, 4: 0x0008}
_V4_UNSYNCHRONISED, _V4_LENGTH = 0x0002, 0x0001


@dataclass(frozen=True, slots=True)
class _Frame:
    name: bytes
    flags: int
    body: memoryview


def end_of_tags(source: Source, limits: Limits) -> int:
    """The offset behind the ID3v2 tags at the file's beginning (Windows Media writes several).

    Raises AudioError: TAGS_TOO_LARGE, or TRUNCATED when a tag is longer than the file.
    """
    position = 0
    while True:
        size = tag_size(source.at(position, _HEADER))
        if size == 0:
            return position
        position += size
        if position > limits.tag_bytes:
            raise AudioError(Reason.TAGS_TOO_LARGE, limit=limits.tag_bytes)
        if position > source.size:
            raise AudioError(Reason.TRUNCATED)


def tag_size(header: bytes) -> int:
    """The length of the whole tag that ``header`` opens, or 0 if it opens none."""
    if len(header) < _HEADER or not header.startswith(b"ID3") or header[3] not in (2, 3, 4):
        return 0
    footer = _HEADER if header[3] == 4 and header[5] & _FOOTER_FLAG else 0
    return _HEADER + _synchsafe(header[6:10]) + footer


def check(tag: bytes, limits: Limits) -> None:
    """Raises AudioError (TAGS_COMPRESSED, TOO_MANY_TAGS) if the library should not see ``tag``."""
    version, flags = tag[3], tag[5]
    body = tag[_HEADER:]
    if flags & _UNSYNCHRONISED_FLAG and version < 4:
        body = body.replace(b"\xff\x00", b"\xff")
    if flags & _EXTENDED_FLAG and version > 2 and not _FRAME_ID.fullmatch(body[:4]):
        body = body[_extended_size(body, version) :]
    # iTunes wrote plain sizes into ID3v2.4, and readers guess: a bomb may hide in either reading.
    for size_of in (_plain, _synchsafe) if version == 4 else (_plain,):
        budget = [limits.tag_frames]
        _check_frames(memoryview(body), version, size_of, budget, limits, depth=1)


def _check_frames(
    body: memoryview,
    version: int,
    size_of: Callable[[bytes], int],
    budget: list[int],
    limits: Limits,
    *,
    depth: int,
) -> None:
    for frame in _frames(body, version, size_of):
        budget[0] -= 1
        if budget[0] < 0:
            raise AudioError(Reason.TOO_MANY_TAGS, limit=limits.tag_frames)
        if not _FRAME_ID.fullmatch(frame.name):
            continue
        if frame.flags & _COMPRESSED.get(version, 0):
            raise AudioError(Reason.TAGS_COMPRESSED)
        if frame.name in (b"CHAP", b"CTOC"):
            if depth >= _NESTING:
                raise AudioError(Reason.TOO_MANY_TAGS, limit=_NESTING)
            inner = memoryview(_inner_frames(frame, version))
            _check_frames(inner, version, size_of, budget, limits, depth=depth + 1)


def _frames(body: memoryview, version: int, size_of: Callable[[bytes], int]) -> Iterator[_Frame]:
    id_length, header_length = (3, 6) if version == 2 else (4, _HEADER)
    position = 0
    while position + header_length <= len(body):
        header = bytes(body[position : position + header_length])
        name = header[:id_length]
        if not name.strip(b"\x00"):
            return  # padding
        size = size_of(header[id_length : 2 * id_length])
        flags = int.from_bytes(header[2 * id_length :], "big")
        position += header_length
        yield _Frame(name, flags, body[position : position + size])
        position += size


def _inner_frames(frame: _Frame, version: int) -> bytes:
    """What follows the fixed part of a chapter or table of contents (ID3v2 Chapter Frame 1.0)."""
    body = bytes(frame.body)
    if version == 4 and frame.flags & _V4_LENGTH:
        body = body[4:]
    if version == 4 and frame.flags & _V4_UNSYNCHRONISED:
        body = body.replace(b"\xff\x00", b"\xff")
    _element_id, _, rest = body.partition(b"\x00")
    if frame.name == b"CHAP":
        return rest[16:]
    children = rest[1] if len(rest) > 1 else 0
    rest = rest[2:]
    for _ in range(children):
        rest = rest.partition(b"\x00")[2]
    return rest


def _extended_size(body: bytes, version: int) -> int:
    return _synchsafe(body[:4]) if version == 4 else 4 + _plain(body[:4])


def _plain(number: bytes) -> int:
    return int.from_bytes(number, "big")


def _synchsafe(number: bytes) -> int:
    value = 0
    for byte in number:
        value = value << 7 | byte & 0x7F
    return value
