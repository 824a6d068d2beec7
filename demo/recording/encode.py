"""Samples to a finished MP3 or M4A file, 64 kb/s mono at 44.1 kHz."""

from fractions import Fraction
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer

from demo.recording.speech import RATE, Samples
from demo.recording.tags import Chapters

_BIT_RATE = 64_000
_FINAL_RATE = 44_100
_FRAME = 4096


def encode(sound: Samples, target: Path, chapters: Chapters) -> None:
    """Write the samples to a file whose ending chooses the format.

    An M4A gets its index in front of the sound and its chapters here; an MP3 gets an Info header
    here and its chapters later, with its tags.
    """
    m4a = target.suffix == ".m4a"
    options = {"movflags": "faststart"} if m4a else {"write_xing": "1", "id3v2_version": "0"}
    with av.open(str(target), "w", options=options) as output:
        stream = output.add_stream("aac" if m4a else "libmp3lame", rate=_FINAL_RATE)
        stream.bit_rate = _BIT_RATE
        stream.layout = "mono"
        if m4a:
            _set_chapters(output, chapters)
        _write(output, stream, sound)


def _write(output: OutputContainer, stream: AudioStream, sound: Samples) -> None:
    resampler = av.AudioResampler(stream.format.name, "mono", _FINAL_RATE)
    for start in range(0, len(sound), _FRAME):
        part = sound[start : start + _FRAME]
        frame = AudioFrame("s16", "mono", len(part))
        frame.planes[0].update(part.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.pts = RATE, start
        frame.time_base = Fraction(1, RATE)
        for ready in resampler.resample(frame):
            output.mux(stream.encode(ready))
    for ready in resampler.resample(None):
        output.mux(stream.encode(ready))
    output.mux(stream.encode(None))


def _set_chapters(output: OutputContainer, chapters: Chapters) -> None:
    output.set_chapters(
        [
            {
                "id": number,
                "start": round(span.start * 1000),
                "end": round(span.end * 1000),
                "time_base": Fraction(1, 1000),
                "metadata": {"title": span.title},
            }
            for number, span in enumerate(chapters)
        ]
    )
