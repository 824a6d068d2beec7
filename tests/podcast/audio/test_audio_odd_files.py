"""Files made to deceive or to exhaust us are refused with a reason, odd but sound ones are taken."""

from __future__ import annotations

import io
import random

import pytest

from podcast.audio import AudioError, Limits, probe
from podcast.audio.read import read
from podcast.audio.source import Source
from tests.audio_files import Mark, make_flac, make_m4a, make_mp3, make_ogg, make_png, make_wav
from tests.podcast.audio.odd_files import REFUSED, TAKEN, OddFile

# A frame or two of an encoder's lead-in.
NEARLY = 0.12


@pytest.mark.parametrize("odd", REFUSED, ids=lambda odd: odd.sentence)
def test_what_cannot_be_published_is_refused_with_its_reason(odd: OddFile):
    with pytest.raises(AudioError) as refusal:
        probe(io.BytesIO(odd.make()))

    assert refusal.value.reason == odd.outcome


@pytest.mark.parametrize("odd", TAKEN, ids=lambda odd: odd.sentence)
def test_what_is_odd_but_sound_is_taken_with_its_true_length(odd: OddFile):
    assert probe(io.BytesIO(odd.make())).duration == pytest.approx(odd.outcome, abs=NEARLY)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """``data`` with some bytes changed, mostly where the headers are, and at times an end missing."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 30))):
        near = chance.randrange(min(len(data), chance.choice((64, 2_000, len(data)))))
        changed[chance.choice((near, -1 - near))] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(changed[: chance.choice((len(data), len(data), chance.randrange(len(data))))])


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_mp3(chapters=(Mark(1, "One"),), cover=make_png()), id="MP3"),
        pytest.param(lambda: make_m4a(chapters=(Mark(1, "One"),), cover=make_png()), id="M4A"),
        pytest.param(lambda: make_ogg(comments=(("TITLE", "One"),)), id="Vorbis"),
        pytest.param(lambda: make_ogg(opus=True), id="Opus"),
        pytest.param(lambda: make_flac(cover=make_png()), id="FLAC"),
        pytest.param(make_wav, id="WAV"),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_no_damage_does_more_than_make_a_file_refused(make, seed):
    chance = random.Random(seed)
    for _ in range(30):
        try:
            info = read(Source(io.BytesIO(damaged(make(), chance))), Limits())
        except AudioError:
            continue
        assert 0 < info.duration <= Limits().duration
