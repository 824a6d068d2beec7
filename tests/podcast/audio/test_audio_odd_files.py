"""Files made to deceive or to exhaust us are refused with a reason, odd but sound ones are taken."""

from __future__ import annotations

import io

import pytest

from podcast.audio import AudioError, probe
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
