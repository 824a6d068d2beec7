"""The sound of an episode as 16-bit mono samples: spoken lines, silence and a small chime."""

import io
import math
import subprocess
import wave
from array import array
from typing import TypeAlias

from demo.content.types import Line

Samples: TypeAlias = "array[int]"

RATE = 22050
"""Samples per second: what espeak-ng speaks in."""

_PEAK = 32767 * 10 ** (-3 / 20)
_QUIET = 90
_WORDS_PER_MINUTE = 148
_VOICES = {
    "maren-hollowfield": ("en-gb+f2", 46),
    "tobin-farrowgate": ("en-gb+m3", 38),
    "edda-marlowick": ("en-gb+f4", 34),
}


def speak(line: Line) -> Samples:
    """Return a line as its speaker says it, without the silence around it."""
    voice, pitch = _VOICES[line.speaker]
    command = ["espeak-ng", "-v", voice, "-s", str(_WORDS_PER_MINUTE), "-p", str(pitch), "-g", "2"]
    done = subprocess.run(  # noqa: S603 - a fixed program, and words of our own
        [*command, "--stdout", "--stdin"], input=line.text.encode(), capture_output=True, check=True
    )
    return levelled(_denser(_trimmed(_frames(done.stdout))))


def _frames(riff: bytes) -> Samples:
    # espeak-ng cannot know the length while it streams, so the header's own count is too large.
    with wave.open(io.BytesIO(riff)) as sound:
        if (sound.getframerate(), sound.getsampwidth(), sound.getnchannels()) != (RATE, 2, 1):
            raise ValueError("espeak-ng spoke in another format than 22.05 kHz, 16 bit, mono")
    return array("h", riff[44 : len(riff) - len(riff) % 2])


def _trimmed(sound: Samples) -> Samples:
    loud = [n for n in range(0, len(sound), 32) if abs(sound[n]) > _QUIET]
    if not loud:
        raise ValueError("a line was spoken without a sound")
    return sound[max(0, loud[0] - 400) : loud[-1] + 1500]


def _denser(sound: Samples) -> Samples:
    # Synthetic speech has sharp peaks; rounding them off makes the rest some 4 dB louder.
    highest = max(max(sound), -min(sound))
    return array("h", (round(_PEAK * math.tanh(1.5 * value / highest)) for value in sound))


def levelled(sound: Samples) -> Samples:
    """Return the sound with its highest peak at -3 dBFS."""
    gain = _PEAK / max(max(sound), -min(sound))
    return array("h", (round(value * gain) for value in sound))


def silence(seconds: float) -> Samples:
    """Return nothing to hear for a while."""
    return array("h", bytes(2 * round(seconds * RATE)))


def chime() -> Samples:
    """Return three soft rising notes of about two seconds that fade out."""
    length = round(2.2 * RATE)
    mixed = [0.0] * length
    for number, pitch in enumerate((392.0, 493.88, 587.33)):
        start = round(number * 0.22 * RATE)
        for n in range(length - start):
            mixed[start + n] += _bell(pitch, n / RATE)
    fade = round(0.3 * RATE)
    return array(
        "h", (round(3200 * v * min(1.0, (length - n) / fade)) for n, v in enumerate(mixed))
    )


def _bell(pitch: float, seconds: float) -> float:
    soft_start = min(1.0, seconds / 0.02)
    overtones = ((1, 1.0, 2.2), (2, 0.35, 3.5), (3.01, 0.12, 6.0))
    return soft_start * sum(
        loud * math.exp(-fall * seconds) * math.sin(math.tau * pitch * times * seconds)
        for times, loud, fall in overtones
    )
