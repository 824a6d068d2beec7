"""The words in a recording's tags are read from every format, cleaned and cut to length."""

from __future__ import annotations

import io
import struct

import pytest
from mutagen.id3 import COMM, ID3, TALB, TDES, TIT2, TPE1

from podcast.audio import AudioInfo, Limits
from podcast.audio.read import read
from podcast.audio.source import Source
from tests.audio_files import (
    id3_tag,
    make_flac,
    make_m4a,
    make_mp3,
    make_ogg,
    make_wav,
    riff_chunk,
)

TEXTS = {"title": "Sleep well", "artist": "The practice", "album": "Good nights", "comment": "Hm."}
COMMENTS = (
    ("TITLE", "Sleep well"),
    ("ARTIST", "The practice"),
    ("ALBUM", "Good nights"),
    ("DESCRIPTION", "Hm."),
    ("DISCNUMBER", "2"),
    ("TRACKNUMBER", "07/12"),
)


def probed(data: bytes) -> AudioInfo:
    return read(Source(io.BytesIO(data)), Limits())


def tagged(*frames, version: int = 4) -> AudioInfo:
    tag = ID3()
    for frame in frames:
        tag.add(frame)
    return probed(id3_tag(tag, version=version) + make_mp3())


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_mp3(**TEXTS, season="2", number="7/12"), id="ID3v2.4"),
        pytest.param(
            lambda: make_mp3(**TEXTS, season="2/3", number="07", id3_version=3), id="ID3v2.3"
        ),
        pytest.param(lambda: make_m4a(**TEXTS, season=2, number=7), id="M4A"),
        pytest.param(lambda: make_ogg(comments=COMMENTS), id="Vorbis"),
        pytest.param(lambda: make_ogg(opus=True, comments=COMMENTS), id="Opus"),
        pytest.param(lambda: make_flac(comments=COMMENTS), id="FLAC"),
    ],
)
def test_the_words_of_a_tag_are_read(make):
    info = probed(make())

    assert {name: getattr(info, name) for name in TEXTS} == TEXTS
    assert (info.season, info.number) == (2, 7)


def test_a_wav_carries_words_in_either_of_its_ways():
    data = make_wav()
    tag = id3_tag(_tag(TIT2(encoding=3, text="From ID3")))
    title = b"INFO" + riff_chunk(b"INAM", b"From INFO\x00")

    assert probed(data + riff_chunk(b"LIST", title)).title == "From INFO"
    assert probed(data + riff_chunk(b"id3 ", tag)).title == "From ID3"


def test_a_recording_without_tags_has_no_words():
    info = probed(make_mp3(xing=False))

    assert (info.title, info.comment, info.season, info.number, info.cover) == (
        "",
        "",
        None,
        None,
        None,
    )


def test_the_three_letter_frames_of_old_itunes_are_read():
    body = b"TT2\x00\x00\x0b\x00Sleep well" + b"TRK\x00\x00\x04\x007/9" + bytes(20)
    tag = b"ID3\x02\x00\x00\x00\x00\x00" + bytes([len(body)]) + body

    info = probed(tag + make_mp3())

    assert (info.title, info.number) == ("Sleep well", 7)


def test_id3v1_counts_where_id3v2_is_silent():
    old = b"TAG" + b"Old title".ljust(30, b"\x00") + b"Old artist".ljust(30, b"\x00") + bytes(65)

    info = probed(make_mp3(title="New title") + old)

    assert (info.title, info.artist) == ("New title", "Old artist")


def test_the_comment_is_what_a_person_wrote_not_what_itunes_keeps_there():
    info = tagged(
        COMM(encoding=3, lang="eng", desc="iTunNORM", text="0000043A 0000043A"),
        COMM(encoding=3, lang="eng", desc="iTunSMPB", text=" 00000000 00000210"),
        COMM(encoding=3, lang="deu", desc="", text="Zum Einschlafen\r\n\r\nZweiter Absatz"),
    )

    assert info.comment == "Zum Einschlafen\n\nZweiter Absatz"


def test_a_podcast_description_stands_in_for_a_missing_comment():
    assert tagged(TDES(encoding=3, text="What it is about")).comment == "What it is about"


@pytest.mark.parametrize("number", ["0", "", "-3", "first", "32768", "999999999999999"])
def test_a_number_that_is_none_is_left_out(number):
    assert probed(make_mp3(number=number)).number is None


@pytest.mark.parametrize(("number", "read"), [("7/12", 7), ("1.5.2", 1), ("32767", 32767)])
def test_a_number_is_read_as_far_as_it_is_one(number, read):
    assert probed(make_mp3(number=number)).number == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Sleep\x00\x0b\x1f well\ufffe", "Sleep well"),
        ("  Sleep \t\n well ", "Sleep well"),
        ("Gute Nacht 🌙 😴", "Gute Nacht 🌙 😴"),
        ("שינה טובה", "שינה טובה"),
    ],
)
@pytest.mark.parametrize("encoding", [1, 2, 3])
def test_a_title_in_any_encoding_loses_control_characters_only(written, read, encoding):
    text = written.replace("\x00", "") if encoding != 3 else written.replace("\x00", "\x01")

    assert tagged(TIT2(encoding=encoding, text=text)).title == read


def test_texts_are_cut_to_their_limits():
    limits = Limits()
    info = tagged(
        TIT2(encoding=3, text="é" * 10_000),
        TPE1(encoding=3, text="a" * 10_000),
        TALB(encoding=3, text="b" * 10_000),
        COMM(encoding=3, lang="eng", desc="", text="🌙" * 100_000),
    )

    assert len(info.title) == len(info.artist) == len(info.album) == limits.title_length
    assert len(info.comment) == limits.comment_length


def test_a_tag_that_cannot_be_read_does_not_make_the_sound_unusable():
    broken = b"ID3\x04\x00\x0f" + struct.pack(">I", 20) + bytes(20)

    assert probed(broken + make_mp3(xing=False)).title == ""


def _tag(*frames) -> ID3:
    tag = ID3()
    for frame in frames:
        tag.add(frame)
    return tag
