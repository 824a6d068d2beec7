"""A cover is taken for what its bytes are, with its true size."""

from __future__ import annotations

import io

import pytest
from mutagen.id3 import APIC, ID3

from podcast.audio import Cover, Limits
from podcast.audio.read import read
from podcast.audio.source import Source
from tests.audio_files import (
    id3_tag,
    make_flac,
    make_jpeg,
    make_m4a,
    make_mp3,
    make_ogg,
    make_png,
)


def cover_of(data: bytes) -> Cover | None:
    return read(Source(io.BytesIO(data)), Limits()).cover


@pytest.mark.parametrize("make", [make_mp3, make_m4a, make_ogg, make_flac])
def test_a_cover_is_read_with_its_size(make):
    assert cover_of(make(cover=make_png(40, 30))) == Cover("image/png", make_png(40, 30), 40, 30)
    assert cover_of(make(cover=make_jpeg(48, 32))) == Cover("image/jpeg", make_jpeg(48, 32), 48, 32)


def test_a_cover_is_what_its_bytes_say_not_what_the_tag_declares():
    cover = cover_of(make_mp3(cover=make_png(), cover_type="text/html"))

    assert cover is not None
    assert cover.mime_type == "image/png"


@pytest.mark.parametrize(
    "data",
    [
        b"<html><script>alert(1)</script></html>",
        b"GIF89a\x01\x00\x01\x00" + bytes(20),
        b"\x89PNG\r\n\x1a\n",
        make_png(0, 5),
        b"\xff\xd8\xff\xe0",
        b"-->",
    ],
)
def test_what_is_no_picture_is_no_cover(data):
    assert cover_of(make_mp3(cover=data)) is None


def test_the_front_cover_goes_before_other_pictures():
    tag = ID3()
    for role, width in ((4, 11), (3, 22), (0, 33)):
        tag.add(APIC(encoding=0, mime="", type=role, desc=str(role), data=make_png(width)))

    cover = cover_of(id3_tag(tag) + make_mp3())

    assert cover is not None
    assert cover.width == 22
