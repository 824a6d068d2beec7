"""Measure an MP3 by walking its frames.

Nothing else is exact: a file of varying bit rate without a Xing header looks three times shorter
or longer than it is, and that header may lie. The walk reads a few bytes of each frame; an hour
takes a tenth of a second or two (frame layout: ISO/IEC 11172-3 section 2.4.1, 13818-3).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .id3_guard import tag_size
from .sound import Sound
from .source import Source
from .types import AudioError, Reason

_BLOCK = 4 * 1024 * 1024
_PREFIX = 4 * 1024  # padding of careless taggers, or the rest of a frame in a recorded stream
_GARBAGE = 256 * 1024  # in the whole file
_NEAR = 4 * 1024
_LONGEST_FRAME = 1441
_BIT_RATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_LAYER_3 = 1
_MONO = 3
_VBRI_OFFSET = 36
_FOREIGN_START = re.compile(rb"[\x00\s\xef\xbb\xbf]*(?:<|#!|%PDF|PK\x03\x04|MZ|\x7fELF)")
_FOREIGN = re.compile(rb"<\?(?:php|=|xml)|<(?:!doctype|html|head|body|svg|script|iframe)", re.I)
_WORDS = re.compile(rb"[\t\n\r\x20-\x7e]{24}")


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame's header: ``length`` in bytes, ``samples`` per channel, rates per second."""

    length: int
    samples: int
    sample_rate: int
    bit_rate: int
    channels: int

    @property
    def xing_offset(self) -> int:
        """Where an encoder puts its summary: behind the side information."""
        if self.samples == 1152:
            return 4 + (17 if self.channels == 1 else 32)
        return 4 + (9 if self.channels == 1 else 17)


def parse(head: bytes) -> Frame | None:
    """The frame that these four bytes open, or None: only Layer III of a fixed bit rate counts."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bit_rate, sample_rate = head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer != _LAYER_3 or bit_rate in (0, 15) or sample_rate == 3:
        return None
    first_version = version == 3
    bits = _BIT_RATES[1 if first_version else 2][bit_rate] * 1000
    hertz = _SAMPLE_RATES[version][sample_rate]
    samples = 1152 if first_version else 576
    length = samples // 8 * bits // hertz + (head[2] >> 1 & 1)
    return Frame(length, samples, hertz, bits, 1 if head[3] >> 6 == _MONO else 2)


def measure(source: Source, start: int) -> Sound:
    """The sound from ``start``, an offset behind the tags.

    Raises AudioError: NOT_AUDIO, UNSUPPORTED (AAC, other layers, free format) or TRUNCATED when the
    encoder's summary promises more than is there.
    """
    end = _end_of_frames(source)
    first, frame = _first_frame(source, start, end)
    promise = _promise(source.at(first, _LONGEST_FRAME), frame)
    walk = _Walk(source, end)
    walk.run(first + frame.length if promise else first)
    if promise:
        promise.demand(end - first, walk.frames)
    return walk.sound(frame)


def _first_frame(source: Source, start: int, end: int) -> tuple[int, Frame]:
    window = source.at(start, min(_PREFIX + 2 * _LONGEST_FRAME, end - start))
    position = _find_frame(window, 0)
    frame = parse(window[position : position + 4])
    if frame is None or position > _PREFIX:
        unsupported = _is_other_mpeg(window)
        raise AudioError(Reason.UNSUPPORTED if unsupported else Reason.NOT_AUDIO)
    if position and _is_other_mpeg(window):
        raise AudioError(Reason.UNSUPPORTED)
    if _is_foreign(window[:position]):
        raise AudioError(Reason.NOT_AUDIO)
    return start + position, frame


def _find_frame(window: bytes, position: int) -> int:
    """Where a frame begins that a second one follows, or the window's end."""
    while (position := window.find(b"\xff", position)) >= 0:
        frame = parse(window[position : position + 4])
        if frame:
            following = parse(window[position + frame.length : position + frame.length + 4])
            if following and following.sample_rate == frame.sample_rate:
                return position
        position += 1
    return len(window)


def _is_other_mpeg(window: bytes) -> bool:
    """AAC in ADTS, Layer I or II, or the free format, whose frames do not tell their length."""
    if len(window) < 4 or window[0] != 0xFF or window[1] & 0xE0 != 0xE0:
        return False
    layer = window[1] >> 1 & 3
    if layer == 0:
        return window[1] & 0xF0 == 0xF0
    if window[1] >> 3 & 3 == 1 or window[2] >> 4 == 15 or window[2] >> 2 & 3 == 3:
        return False
    return layer != _LAYER_3 or window[2] >> 4 == 0


def _is_foreign(prefix: bytes) -> bool:
    """Whether the bytes before the first frame are a page, a program or plain text."""
    return bool(_FOREIGN_START.match(prefix) or _FOREIGN.search(prefix) or _WORDS.search(prefix))


def _end_of_frames(source: Source) -> int:
    """The offset of the ID3v1 and APEv2 tags that close the file, or its end."""
    end = source.size
    if source.at(end - 128, 3) == b"TAG":
        end -= 128
    footer = source.at(end - 32, 32)
    if footer.startswith(b"APETAGEX"):
        size = int.from_bytes(footer[12:16], "little")
        has_header = int.from_bytes(footer[20:24], "little") >> 31
        end = max(0, end - size - 32 * has_header)
    return end


@dataclass(frozen=True, slots=True)
class _Promise:
    """What the encoder's summary in the first frame says; None where it is silent."""

    frames: int | None
    length: int | None

    def demand(self, length: int, frames: int) -> None:
        """Raises AudioError (TRUNCATED) if less is there; a summary that only lies is forgiven."""
        if self.length is not None:
            whole = length >= _most_of(self.length, 2 * _LONGEST_FRAME)
        else:
            whole = frames >= _most_of(self.frames or 0, 2)
        if not whole:
            raise AudioError(Reason.TRUNCATED)


def _most_of(amount: int, slack: int) -> float:
    return min(amount * 0.98, amount - slack)


def _promise(data: bytes, frame: Frame) -> _Promise | None:
    xing = data[frame.xing_offset : frame.xing_offset + 16]
    if xing[:4] in (b"Xing", b"Info"):
        flags = int.from_bytes(xing[4:8], "big")
        numbers = [int.from_bytes(xing[8:12], "big"), int.from_bytes(xing[12:16], "big")]
        frames = numbers.pop(0) if flags & 1 else None
        return _Promise(frames, numbers.pop(0) if flags & 2 else None)
    vbri = data[_VBRI_OFFSET : _VBRI_OFFSET + 18]
    if vbri[:4] == b"VBRI":
        return _Promise(int.from_bytes(vbri[14:18], "big"), int.from_bytes(vbri[10:14], "big"))
    return None


class _Walk:
    """Steps from frame to frame and counts how often each kind of header occurs."""

    def __init__(self, source: Source, end: int) -> None:
        self._source = source
        self._end = end
        self._garbage = 0
        self._lengths: dict[bytes, int] = {}
        self._counts: Counter[bytes] = Counter()

    def run(self, position: int) -> None:
        """Walks to the end; raises AudioError (NOT_AUDIO) if too much between frames is no sound."""
        while position + 4 <= self._end:
            block = self._source.at(position, min(_BLOCK, self._end - position))
            position += self._count(block) or self._skip_garbage(position)

    def _count(self, block: bytes) -> int:
        """Counts the whole frames at the start of ``block``; returns how many bytes they take."""
        lengths, counts = self._lengths, self._counts
        position, size = 0, len(block)
        while position < size:
            head = block[position : position + 4]
            length = lengths.get(head)
            if length is None:
                frame = parse(head)
                if frame is None:
                    break
                length = lengths[head] = frame.length
            if position + length > size:
                break
            counts[head] += 1
            position += length
        return position

    def _skip_garbage(self, position: int) -> int:
        inner_tag = tag_size(self._source.at(position, 10))
        if inner_tag:
            return inner_tag  # files joined end to end keep their tags
        for reach in (_NEAR, _GARBAGE + _NEAR):
            window = self._source.at(position, min(reach, self._end - position))
            skipped = _find_frame(window, 1)
            if skipped < len(window):
                break
        self._garbage += skipped
        if self._garbage > _GARBAGE:
            raise AudioError(Reason.NOT_AUDIO)
        return skipped

    @property
    def frames(self) -> int:
        return self._counts.total()

    def sound(self, frame: Frame) -> Sound:
        """The sum of all frames; rate and channels are those of ``frame``, the first."""
        counted = [(kind, n) for head, n in self._counts.items() if (kind := parse(head))]
        duration = sum(kind.samples * n / kind.sample_rate for kind, n in counted)
        bit_rates = {kind.bit_rate for kind, _ in counted}
        total = sum(kind.length * n for kind, n in counted)
        average = round(total * 8 / duration) if duration else 0
        bit_rate = bit_rates.pop() if len(bit_rates) == 1 else average
        return Sound("mp3", duration, frame.sample_rate, frame.channels, bit_rate)
