"""Measure an Ogg file (Vorbis or Opus) by walking its pages (RFC 3533 section 6)."""

from __future__ import annotations

from dataclasses import dataclass

from .sound import Sound
from .source import Source
from .types import AudioError, Limits, Reason

_HEADER = 27
_FIRST_PAGE_FLAG = 0x02
_NO_PACKET_ENDS = 0xFFFF_FFFF_FFFF_FFFF
_OPUS_RATE = 48_000  # whatever was recorded (RFC 7845 section 4)


@dataclass(frozen=True, slots=True)
class _Page:
    is_first: bool
    position: int  # of the last sample that ends here
    serial: bytes
    body: int
    end: int


def measure(source: Source, limits: Limits) -> tuple[Sound, bytes]:
    """The sound, and the pages before it, which hold the tags.

    Raises AudioError: UNSUPPORTED for other codecs and for several streams in one file (video with
    sound, recordings joined end to end), TRUNCATED, TAGS_TOO_LARGE or NOT_AUDIO.
    """
    page = first = _page(source, 0)
    extension, rate, channels, skipped = _codec(source.at(first.body, min(64, first.end)))
    headers_end = last = 0
    while True:
        if page.position != _NO_PACKET_ENDS:
            last = page.position
        if last == 0:
            headers_end = page.end
            if headers_end > limits.tag_bytes:
                raise AudioError(Reason.TAGS_TOO_LARGE, limit=limits.tag_bytes)
        if page.end == source.size:
            break
        page = _page(source, page.end)
        if page.is_first or page.serial != first.serial:
            raise AudioError(Reason.UNSUPPORTED)
    duration = max(0, last - skipped) / (_OPUS_RATE if extension == "opus" else rate)
    return Sound(extension, duration, rate, channels), source.at(0, headers_end)


def _page(source: Source, offset: int) -> _Page:
    header = source.at(offset, _HEADER)
    if header[:4] != b"OggS"[: len(header)]:
        raise AudioError(Reason.NOT_AUDIO)
    if len(header) < _HEADER:
        raise AudioError(Reason.TRUNCATED)
    lengths = source.at(offset + _HEADER, header[26])
    body = offset + _HEADER + header[26]
    end = body + sum(lengths)
    if end > source.size or len(lengths) < header[26]:
        raise AudioError(Reason.TRUNCATED)
    position = int.from_bytes(header[6:14], "little")
    return _Page(bool(header[5] & _FIRST_PAGE_FLAG), position, header[14:18], body, end)


def _codec(packet: bytes) -> tuple[str, int, int, int]:
    """Extension, sample rate, channels and samples to skip (Vorbis I 4.2.2, RFC 7845 5.1)."""
    if packet.startswith(b"\x01vorbis") and len(packet) >= 30:
        rate = int.from_bytes(packet[12:16], "little")
        if rate and packet[11]:
            return "ogg", rate, packet[11], 0
    if packet.startswith(b"OpusHead") and len(packet) >= 19 and packet[9]:
        return "opus", _OPUS_RATE, packet[9], int.from_bytes(packet[10:12], "little")
    raise AudioError(Reason.UNSUPPORTED)
