"""The parent takes from the child what the child may say, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from podcast.audio import AudioError, AudioInfo, Chapter, Cover, Limits, Reason, wire
from tests.audio_files import make_png

INFO = AudioInfo(
    mime_type="audio/mpeg",
    extension="mp3",
    duration=61.5,
    byte_length=1_000_000,
    bit_rate=128_000,
    sample_rate=44_100,
    channels=2,
    title="Sleep 🌙",
    comment="One\n\nTwo",
    season=1,
    number=7,
    chapters=(Chapter(0, "Hello"), Chapter(30.5, "Sources", end=40, url="https://example.org/")),
    cover=Cover("image/png", make_png(), 8, 6),
)


def answer(**changes: Any) -> bytes:
    line, _, cover = wire.dump(INFO).partition(b"\n")
    said = json.loads(line)
    said["info"].update(changes)
    return json.dumps(said).encode() + b"\n" + cover


def test_what_the_child_says_arrives_whole():
    assert wire.load(wire.dump(INFO), Limits()) == INFO


@pytest.mark.parametrize("reason", Reason)
def test_a_refusal_arrives_with_its_reason_and_limit(reason):
    with pytest.raises(AudioError) as refusal:
        wire.load(wire.dump_error(AudioError(reason, limit=5)), Limits())

    assert (refusal.value.reason, refusal.value.limit) == (reason, 5)


@pytest.mark.parametrize(
    "changes",
    [
        {"extension": "html"},
        {"extension": None},
        {"duration": -1},
        {"duration": 1e12},
        {"duration": "61"},
        {"duration": float("nan")},
        {"byte_length": 1.5},
        {"channels": 10**6},
        {"title": ["x"]},
        {"season": "1"},
        {"number": 10**9},
        {"chapters": [{"title": "No start"}]},
        {"chapters": 5},
        {"chapters": [{"start": 0, "title": 1, "end": None, "url": ""}]},
    ],
)
def test_an_answer_of_the_wrong_shape_is_refused(changes):
    with pytest.raises((KeyError, TypeError, ValueError)):
        wire.load(answer(**changes), Limits())


@pytest.mark.parametrize("broken", [b"", b"\n", b"[]\n", b"null\n", b"{}\n", b"\xff\xfe\n", b"5"])
def test_an_answer_that_is_none_is_refused(broken):
    with pytest.raises((KeyError, TypeError, ValueError)):
        wire.load(broken, Limits())


def test_texts_are_cleaned_again_and_links_checked_again():
    chapter = {"start": 1, "title": "A\x00B", "end": None, "url": "javascript:alert(1)"}

    info = wire.load(answer(title="A\x00B\n", chapters=[chapter]), Limits())

    assert info.title == "AB"
    assert info.chapters == (Chapter(1, "AB"),)


def test_the_type_follows_from_the_extension():
    assert wire.load(answer(mime_type="text/html"), Limits()).mime_type == "audio/mpeg"


def test_a_cover_that_is_no_picture_does_not_arrive():
    line = wire.dump(INFO).partition(b"\n")[0]

    assert wire.load(line + b"\n<html>", Limits()).cover is None


def test_the_longest_answer_fits_into_what_is_read():
    limits = Limits()
    info = AudioInfo(
        **{
            name: getattr(INFO, name)
            for name in ("mime_type", "extension", "byte_length", "bit_rate", "sample_rate")
        },
        duration=80_000.123456789,
        channels=2,
        title="🌙" * limits.title_length,
        artist="🌙" * limits.title_length,
        album="🌙" * limits.title_length,
        comment="🌙" * limits.comment_length,
        chapters=tuple(
            Chapter(
                start=index + 0.123456789012,
                title="🌙" * limits.title_length,
                end=index + 0.98765432101,
                url="https://example.org/".ljust(limits.url_length, "🌙"),
            )
            for index in range(limits.chapters)
        ),
        cover=Cover("image/png", make_png(padding=limits.cover_bytes - 100), 8, 6),
    )

    assert len(wire.dump(info)) <= wire.most_bytes(limits)
    assert wire.load(wire.dump(info), limits) == info
