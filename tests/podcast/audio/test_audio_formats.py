"""Each format is known by its bytes and measured: type, length, rates, channels."""

from __future__ import annotations

import io

import pytest

from podcast.audio import AudioInfo, Limits
from podcast.audio.read import read
from podcast.audio.source import Source
from tests.audio_files import make_flac, make_m4a, make_mp3, make_ogg, make_wav

NEARLY = 0.12


def probed(data: bytes) -> AudioInfo:
    return read(Source(io.BytesIO(data)), Limits())


@pytest.mark.parametrize(
    ("data", "extension", "mime_type", "sample_rate", "channels"),
    [
        pytest.param(make_mp3, "mp3", "audio/mpeg", 44_100, 1, id="MP3"),
        pytest.param(make_m4a, "m4a", "audio/x-m4a", 44_100, 1, id="M4A"),
        pytest.param(lambda: make_m4a(audiobook=True), "m4b", "audio/x-m4a", 44_100, 1, id="M4B"),
        pytest.param(make_ogg, "ogg", "audio/ogg", 44_100, 2, id="Vorbis"),
        pytest.param(lambda: make_ogg(opus=True), "opus", "audio/ogg", 48_000, 1, id="Opus"),
        pytest.param(make_flac, "flac", "audio/flac", 44_100, 1, id="FLAC"),
        pytest.param(make_wav, "wav", "audio/wav", 22_050, 1, id="WAV"),
    ],
)
def test_a_recording_is_known_by_its_bytes(data, extension, mime_type, sample_rate, channels):
    info = probed(data())

    assert (info.extension, info.mime_type) == (extension, mime_type)
    assert (info.sample_rate, info.channels) == (sample_rate, channels)
    assert info.duration == pytest.approx(3, abs=NEARLY)
    assert info.byte_length == len(data())
    assert info.bit_rate == pytest.approx(info.byte_length * 8 / info.duration, rel=0.3)


@pytest.mark.parametrize("rate", [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_every_sample_rate_of_mp3_is_measured(rate, channels):
    info = probed(make_mp3(seconds=2, rate=rate, channels=channels))

    assert (info.sample_rate, info.channels) == (rate, channels)
    # An encoder's lead-in is up to three frames, which are long at low rates.
    assert info.duration == pytest.approx(2, abs=3 * 1152 / rate)


@pytest.mark.parametrize("xing", [True, False])
@pytest.mark.parametrize("vbr", [True, False])
def test_an_mp3_is_as_long_as_its_frames_whatever_its_header_says(xing, vbr):
    info = probed(make_mp3(seconds=6, xing=xing, vbr=vbr))

    assert info.duration == pytest.approx(6, abs=NEARLY)


def test_an_mp3_of_constant_rate_has_that_bit_rate():
    assert probed(make_mp3(seconds=8)).bit_rate == 64_000


def test_an_mp3_longer_than_a_block_of_the_walk_is_measured_whole():
    piece = make_mp3(seconds=3, xing=False)
    times = (5 << 20) // len(piece)

    assert probed(piece * times).duration == pytest.approx(times * probed(piece).duration)
