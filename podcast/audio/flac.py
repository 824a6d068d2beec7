"""Measure a FLAC file by its stream information, checked against its last frame (RFC 9639)."""

from __future__ import annotations

from dataclasses import dataclass

from .sound import Sound
from .source import Source
from .types import AudioError, Limits, Reason

_STREAM_INFO, _PICTURE, _INVALID = 0, 6, 127
_LAST_BLOCK_FLAG = 0x80
_PICTURE_FIELDS = 1024  # room for a picture's type, description and size beside its bytes
_TAIL, _LONGEST_TAIL = 256 * 1024, 4 * 1024 * 1024
_LONGEST_HEADER = 16
_BLOCK_SIZES = {1: 192} | {n: 144 << n for n in range(2, 6)} | {n: 1 << n for n in range(8, 16)}


@dataclass(frozen=True, slots=True)
class _Stream:
    largest_block: int
    largest_frame: int
    sample_rate: int
    channels: int
    samples: int  # 0: unknown, the encoder wrote to a pipe


def measure(source: Source, start: int, limits: Limits) -> tuple[Sound, bytes]:
    """The sound from ``start``, and the bytes before it, which hold the tags.

    Raises AudioError: TRUNCATED, TAGS_TOO_LARGE, COVER_TOO_LARGE or NOT_AUDIO.
    """
    position, info, last = start + 4, b"", False
    while not last:
        header = source.at(position, 4)
        if len(header) < 4:
            raise AudioError(Reason.TRUNCATED)
        kind, size = header[0] & ~_LAST_BLOCK_FLAG, int.from_bytes(header[1:], "big")
        last = bool(header[0] & _LAST_BLOCK_FLAG)
        _check_block(kind, size, position + 4 + size - start, limits)
        if kind == _STREAM_INFO and not info:
            info = source.at(position + 4, 34)
        position += 4 + size
    if position > source.size:
        raise AudioError(Reason.TRUNCATED)
    stream = _stream(info)
    samples = _samples(source, position, stream)
    sound = Sound("flac", samples / stream.sample_rate, stream.sample_rate, stream.channels)
    return sound, source.at(start, position - start)


def _check_block(kind: int, size: int, so_far: int, limits: Limits) -> None:
    if kind == _INVALID:
        raise AudioError(Reason.NOT_AUDIO)
    if kind == _PICTURE and size > limits.cover_bytes + _PICTURE_FIELDS:
        raise AudioError(Reason.COVER_TOO_LARGE, limit=limits.cover_bytes)
    if so_far > limits.tag_bytes:
        raise AudioError(Reason.TAGS_TOO_LARGE, limit=limits.tag_bytes)


def _stream(info: bytes) -> _Stream:
    if len(info) < 34:
        raise AudioError(Reason.NOT_AUDIO)
    largest = int.from_bytes(info[2:4], "big")
    packed = int.from_bytes(info[10:18], "big")
    sample_rate, channels = packed >> 44, (packed >> 41 & 7) + 1
    if sample_rate == 0 or largest < 16:
        raise AudioError(Reason.NOT_AUDIO)
    longest_frame = int.from_bytes(info[7:10], "big")
    samples = packed & (1 << 36) - 1
    return _Stream(largest, longest_frame, sample_rate, channels, samples)


def _samples(source: Source, audio: int, stream: _Stream) -> int:
    """The length in samples: as promised, if the file's last frame comes near it."""
    reach = min(max(_TAIL, 2 * stream.largest_frame), _LONGEST_TAIL)
    begin = max(audio, source.size - reach)
    tail = source.at(begin, source.size - begin)
    position = len(tail)
    while (position := tail.rfind(b"\xff", 0, position)) >= 0:
        reached = _end_of_frame(tail[position : position + _LONGEST_HEADER], stream)
        if reached and reached <= (stream.samples or reached) + stream.largest_block:
            break
    else:
        raise AudioError(Reason.TRUNCATED if stream.samples else Reason.NOT_AUDIO)
    if reached + stream.largest_block < stream.samples:
        raise AudioError(Reason.TRUNCATED)
    return stream.samples or reached


def _end_of_frame(head: bytes, stream: _Stream) -> int | None:
    """The number of the last sample in the frame that ``head`` opens (RFC 9639 section 9.1)."""
    if len(head) < 6 or head[1] & 0xFE != 0xF8 or head[3] & 1 or head[3] >> 4 > 10:
        return None
    length = _number_length(head[4])
    if length == 0 or head[2] >> 4 == 0 or head[2] & 0x0F == 15:
        return None
    end = 4 + length
    block_code = head[2] >> 4
    block_size = _BLOCK_SIZES.get(block_code, stream.largest_block)
    if block_code in (6, 7):
        extra = block_code - 5
        block_size = int.from_bytes(head[end : end + extra], "big") + 1
        end += extra
    end += {12: 1, 13: 2, 14: 2}.get(head[2] & 0x0F, 0)
    if end >= len(head) or _crc8(head[:end]) != head[end]:
        return None
    number = head[4] & (0x7F if length == 1 else 0x7F >> length)
    for byte in head[5 : 4 + length]:
        number = number << 6 | byte & 0x3F
    starts_at = number if head[1] & 1 else number * stream.largest_block
    return starts_at + block_size


def _number_length(first: int) -> int:
    """How many bytes the coded number takes, as in UTF-8 (up to seven); 0 if it is none."""
    if first < 0x80:
        return 1
    ones = 8 - (~first & 0xFF).bit_length()
    return ones if 2 <= ones <= 7 else 0


def _crc8(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ 0x07 if crc & 0x80 else crc << 1) & 0xFF
    return crc
