"""Read the chapters of an MP4 file: QuickTime's text track, or Nero's list where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.chapters import Chapter

from .mp4 import Movie, Track
from .mp4_boxes import Box
from .source import Source
from .types import AudioError, Limits, Reason

_NERO_UNITS = 10_000_000  # per second
_LONGEST_TEXT = 64 * 1024


def read(source: Source, movie: Movie, limits: Limits) -> tuple[Chapter, ...]:
    """The chapters; Nero's list is second choice: it holds 255 at most and cuts long titles.

    Raises AudioError (TOO_MANY_TAGS) beyond the limit.
    """
    if movie.chapters:
        chapters = tuple(_text_track(source, movie.chapters, limits))
        if chapters:
            return chapters
    nero = movie.root.first(b"moov", b"udta", b"chpl")
    return tuple(_nero(source.at(nero.start, nero.end - nero.start))) if nero else ()


def _text_track(source: Source, track: Track, limits: Limits) -> Iterator[Chapter]:
    sizes = _table(source, track.table(b"stsz"), limits)
    if not sizes or not track.units_per_second:
        return
    fixed, count = sizes[0], sizes[1]
    if count > limits.chapters:
        raise AudioError(Reason.TOO_MANY_TAGS, limit=limits.chapters)
    lengths = [fixed] * count if fixed else sizes[2 : 2 + count]
    starts = _starts(_table(source, track.table(b"stts"), limits), count)
    offsets = _offsets(source, track, lengths, limits)
    for start, offset, length in zip(starts, offsets, lengths, strict=False):
        text = _text(source.at(offset, min(length, _LONGEST_TEXT)))
        yield Chapter(start / track.units_per_second, text)


def _table(source: Source, box: Box | None, limits: Limits, *, width: int = 4) -> list[int]:
    """The numbers of a table behind its version; ``width`` bytes each once the count is read."""
    if box is None:
        return []
    most = 8 + 12 * (limits.chapters + 1)
    data = source.at(box.start + 4, min(box.end - box.start - 4, most))
    head = 0 if width == 4 else 4
    return [
        *([int.from_bytes(data[:4], "big")] if head else []),
        *(int.from_bytes(data[i : i + width], "big") for i in range(head, len(data), width)),
    ]


def _starts(durations: list[int], count: int) -> list[int]:
    """The starts of the samples from a table of runs: how many, how long each."""
    starts: list[int] = []
    now = 0
    for run, length in zip(durations[1::2], durations[2::2], strict=False):
        for _ in range(min(run, count - len(starts))):
            starts.append(now)
            now += length
    return starts


def _offsets(source: Source, track: Track, lengths: list[int], limits: Limits) -> Iterator[int]:
    """Where each sample lies: chunks have offsets, samples follow each other in a chunk."""
    wide = track.table(b"co64")
    chunks = _table(source, wide or track.table(b"stco"), limits, width=8 if wide else 4)[1:]
    runs = _table(source, track.table(b"stsc"), limits)[1:]
    per_chunk = dict(zip(runs[0::3], runs[1::3], strict=False))
    sample, in_chunk = 0, 1
    for number, offset in enumerate(chunks, start=1):
        in_chunk = per_chunk.get(number, in_chunk)
        for length in lengths[sample : sample + in_chunk]:
            yield offset
            offset += length
        sample += in_chunk


def _text(sample: bytes) -> str:
    """A text sample: its length in two bytes, then UTF-8, or UTF-16 behind a byte order mark."""
    text = sample[2 : 2 + int.from_bytes(sample[:2], "big")]
    encoding = "utf-16" if text[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
    return text.decode(encoding, "replace")


def _nero(data: bytes) -> Iterator[Chapter]:
    count, position = data[8] if len(data) > 8 else 0, 9
    for _ in range(count):
        if position + 9 > len(data):
            return
        start = int.from_bytes(data[position : position + 8], "big") / _NERO_UNITS
        end = position + 9 + data[position + 8]
        yield Chapter(start, data[position + 9 : end].decode("utf-8", "ignore"))
        position = end
