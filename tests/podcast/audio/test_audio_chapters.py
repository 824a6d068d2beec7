"""Chapters are read from every format's way of writing them, in the order of time."""

from __future__ import annotations

import io

import pytest
from mutagen.id3 import ID3

from podcast.audio import AudioInfo, Chapter, Limits
from podcast.audio.read import read
from podcast.audio.source import Source
from tests.audio_files import Mark, id3_chapters, id3_tag, make_flac, make_m4a, make_mp3, make_ogg

MARKS = (Mark(0, "Hello"), Mark(1.25, "Über das Schlafen 🌙"), Mark(2.5, "Goodbye"))
COMMENTS = (
    ("CHAPTER001", "00:00:00.000"),
    ("CHAPTER001NAME", "Hello"),
    ("CHAPTER003", "00:00:02.500"),
    ("CHAPTER003NAME", "Goodbye"),
    ("CHAPTER002", "00:00:01.250"),
    ("CHAPTER002NAME", "Über das Schlafen 🌙"),
)


def probed(data: bytes) -> AudioInfo:
    return read(Source(io.BytesIO(data)), Limits())


def with_marks(*marks: Mark, order: list[int] | None = None) -> AudioInfo:
    tag = ID3()
    for frame in id3_chapters(marks, order):
        tag.add(frame)
    return probed(id3_tag(tag) + make_mp3())


def titles(info: AudioInfo) -> list[str]:
    return [chapter.title for chapter in info.chapters]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_mp3(chapters=MARKS), id="ID3v2.4"),
        pytest.param(lambda: make_mp3(chapters=MARKS, id3_version=3), id="ID3v2.3"),
        pytest.param(lambda: make_m4a(chapters=MARKS), id="QuickTime"),
        pytest.param(lambda: make_m4a(chapters=MARKS).replace(b"chap", b"none"), id="Nero's list"),
        pytest.param(
            lambda: make_m4a(chapters=MARKS).replace(b"chpl", b"free"), id="QuickTime alone"
        ),
        pytest.param(lambda: make_ogg(comments=COMMENTS), id="Vorbis"),
        pytest.param(lambda: make_ogg(opus=True, comments=COMMENTS), id="Opus"),
        pytest.param(lambda: make_flac(comments=COMMENTS), id="FLAC"),
    ],
)
def test_chapters_are_read(make):
    chapters = probed(make()).chapters

    assert [chapter.title for chapter in chapters] == [mark.title for mark in MARKS]
    assert [chapter.start for chapter in chapters] == pytest.approx([0, 1.25, 2.5], abs=0.002)


def test_quicktime_chapters_go_beyond_what_neros_list_can_hold():
    marks = tuple(Mark(index / 100, "é" * 200 + str(index)) for index in range(280))

    assert titles(probed(make_m4a(chapters=marks))) == [mark.title for mark in marks]


def test_a_chapter_keeps_its_end_and_its_link():
    info = with_marks(Mark(1, "Sources", "https://example.org/a?b=1", end=2))

    assert info.chapters == (Chapter(1, "Sources", end=2, url="https://example.org/a?b=1"),)


def test_a_vorbis_chapter_keeps_its_link():
    comments = (*COMMENTS[:2], ("CHAPTER001URL", "https://example.org/"))

    assert probed(make_ogg(comments=comments)).chapters[0].url == "https://example.org/"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//x", "http://[x"])
def test_a_link_that_is_no_web_address_is_left_out(url):
    assert [chapter.url for chapter in with_marks(Mark(1, "Sources", url)).chapters] == [""]


def test_chapters_out_of_order_come_in_the_order_of_time():
    info = with_marks(Mark(2, "Last"), Mark(0, "First"), Mark(1, "Middle"))

    assert titles(info) == ["First", "Middle", "Last"]


def test_chapters_of_one_moment_come_as_the_table_of_contents_lists_them():
    assert titles(with_marks(Mark(1, "b"), Mark(1, "a"), order=[1, 0])) == ["a", "b"]


def test_a_chapter_that_no_table_of_contents_lists_is_hidden():
    assert titles(with_marks(Mark(0, "Shown"), Mark(1, "Hidden"), order=[0])) == ["Shown"]


def test_chapters_without_title_or_beyond_the_end_are_dropped():
    info = with_marks(Mark(0, ""), Mark(1, "Inside"), Mark(3_600, "Beyond"))

    assert titles(info) == ["Inside"]


def test_an_end_beyond_the_recording_is_brought_back_to_it():
    info = with_marks(Mark(1, "Long", end=3_600), Mark(2, "Backwards", end=1))

    assert [chapter.end for chapter in info.chapters] == [info.duration, None]


@pytest.mark.parametrize("time", ["", "later", "1", "00:99:00.000", "-1:00:00", "00:00:nan"])
def test_a_vorbis_chapter_without_a_time_is_dropped(time):
    comments = (("CHAPTER001", time), ("CHAPTER001NAME", "Nowhere"))

    assert probed(make_flac(comments=comments)).chapters == ()
