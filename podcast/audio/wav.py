"""Measure a WAV file by its format and data chunks, and fetch the chunks that hold tags."""

from __future__ import annotations

from dataclasses import dataclass, field

from .sound import Sound
from .source import Source
from .types import AudioError, Limits, Reason

# A program that writes to a pipe cannot go back and fill in the length: either stands for unknown.
_UNKNOWN = (0, 0xFFFF_FFFF)
_EXTENSIBLE = 0xFFFE
_PLAIN_CODINGS = {1, 3, 6, 7}  # PCM, float, A-law, mu-law


@dataclass(slots=True)
class Chunks:
    """What a RIFF file holds besides sound: an ID3v2 tag, and texts by their four letters."""

    id3: bytes = b""
    texts: dict[str, str] = field(default_factory=dict)


def measure(source: Source, limits: Limits) -> tuple[Sound, Chunks]:
    """The sound and the tags; raises AudioError: TRUNCATED, UNSUPPORTED, TAGS_TOO_LARGE, NOT_AUDIO."""
    chunks, form, data_length = Chunks(), b"", -1
    position, seen = 12, 0
    while position + 8 <= source.size:
        seen += 1
        if seen > limits.tag_frames:
            raise AudioError(Reason.TOO_MANY_TAGS, limit=limits.tag_frames)
        name, size = source.at(position, 4), int.from_bytes(source.at(position + 4, 4), "little")
        body = position + 8
        if name == b"data" and data_length < 0:
            to_the_end = size == 0xFFFF_FFFF or (size == 0 and _is_streamed(source))
            size = source.size - body if to_the_end else size
            data_length = size
        if body + size > source.size:
            raise AudioError(Reason.TRUNCATED)
        if name == b"fmt ":
            form = source.at(body, min(size, 40))
        elif name in (b"id3 ", b"ID3 ", b"LIST"):
            _keep(chunks, name, _tag(source, body, size, limits))
        position = body + size + size % 2
    if data_length < 0:
        raise AudioError(Reason.TRUNCATED if form else Reason.NOT_AUDIO)
    return _sound(form, data_length), chunks


def _is_streamed(source: Source) -> bool:
    return int.from_bytes(source.at(4, 4), "little") in _UNKNOWN


def _tag(source: Source, body: int, size: int, limits: Limits) -> bytes:
    if size > limits.tag_bytes:
        raise AudioError(Reason.TAGS_TOO_LARGE, limit=limits.tag_bytes)
    return source.at(body, size)


def _keep(chunks: Chunks, name: bytes, data: bytes) -> None:
    if name != b"LIST":
        chunks.id3 = chunks.id3 or data
        return
    position = 4
    while data.startswith(b"INFO") and position + 8 <= len(data):
        key = data[position : position + 4].decode("ascii", "replace")
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        text = data[position + 8 : position + 8 + size].split(b"\x00")[0]
        chunks.texts.setdefault(key, _decode(text))
        position += 8 + size + size % 2


def _decode(text: bytes) -> str:
    """The standard names no encoding: newer programs write UTF-8, older ones Windows' own."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace")


def _sound(form: bytes, data_length: int) -> Sound:
    if len(form) < 16:
        raise AudioError(Reason.NOT_AUDIO)
    coding, channels = int.from_bytes(form[0:2], "little"), int.from_bytes(form[2:4], "little")
    sample_rate = int.from_bytes(form[4:8], "little")
    frame_length = int.from_bytes(form[12:14], "little")
    if coding == _EXTENSIBLE and len(form) >= 26:
        coding = int.from_bytes(form[24:26], "little")
    if coding not in _PLAIN_CODINGS:
        raise AudioError(Reason.UNSUPPORTED)
    if 0 in (channels, sample_rate, frame_length):
        raise AudioError(Reason.NOT_AUDIO)
    duration = data_length / frame_length / sample_rate
    return Sound("wav", duration, sample_rate, channels, sample_rate * frame_length * 8)
