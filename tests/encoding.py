"""Encode a voice-like sound by FFmpeg's codecs, once for each kind that tests ask for."""

from __future__ import annotations

import io
import math
import random
from array import array
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import av


class Mark(NamedTuple):
    """A chapter to write; times in seconds."""

    start: float
    title: str
    url: str = ""
    end: float | None = None


def tone(seconds: float, rate: int, channels: int = 1) -> bytes:
    """Something like speech: a voice in syllables with pauses of near silence, 16 bits a sample."""
    spoken = _two_seconds(rate, channels)
    length = round(seconds * rate) * channels * 2
    return (spoken * (length // len(spoken) + 1))[:length]


@cache
def _two_seconds(rate: int, channels: int) -> bytes:
    noise = random.Random(7)
    samples = array("h")
    for index in range(2 * rate):
        second = index / rate
        loud = 1 if second < 1 else 0.01
        voice = math.sin(2 * math.pi * 180 * second) + noise.uniform(-0.6, 0.6)
        value = round(9000 * loud * voice * abs(math.sin(2 * math.pi * 3 * second)))
        samples.extend([value] * channels)
    return samples.tobytes()


@cache
def encode(
    container_format: str,
    codec: str,
    seconds: float,
    rate: int,
    channels: int,
    *,
    vbr: bool = False,
    xing: bool = True,
    chapters: tuple[Mark, ...] = (),
) -> bytes:
    output = io.BytesIO()
    options = {"write_xing": str(int(xing)), "id3v2_version": "0"} if codec == "libmp3lame" else {}
    layout = "mono" if channels == 1 else "stereo"
    with av.open(output, "w", format=container_format, options=options) as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        if codec == "vorbis":
            stream.codec_context.options = {"strict": "-2"}
        if vbr:
            stream.codec_context.qscale = True
            stream.codec_context.options = {"global_quality": str(118 * 4)}
        elif codec not in {"flac", "alac"}:
            stream.bit_rate = 64_000
        if chapters:
            container.set_chapters(_av_chapters(chapters, seconds))
        frame = av.AudioFrame("s16", layout, round(seconds * rate))
        frame.planes[0].update(tone(seconds, rate, channels))
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return output.getvalue()


def _av_chapters(chapters: tuple[Mark, ...], seconds: float) -> list[dict[str, object]]:
    ends = [mark.start for mark in chapters[1:]] + [seconds]
    return [
        {
            "id": index,
            "start": round(mark.start * 1000),
            "end": round(end * 1000),
            "time_base": Fraction(1, 1000),
            "metadata": {"title": mark.title},
        }
        for index, (mark, end) in enumerate(zip(chapters, ends, strict=True))
    ]
