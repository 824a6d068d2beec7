"""Files made to deceive or to exhaust whoever reads them, with what must come of each."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from mutagen.id3 import CTOC, ID3, CTOCFlags

from podcast.audio import Reason
from tests import audio_files
from tests.audio_files import Mark, make_flac, make_mp3, make_ogg, make_wav, riff_chunk

SECONDS = 3
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
PHP = b"<?php system($_GET['c']); ?>"


class OddFile(NamedTuple):
    """``outcome`` is the reason of the refusal, or the duration in seconds if it is taken."""

    sentence: str
    make: Callable[[], bytes]
    outcome: Reason | float


@cache
def plain_mp3() -> bytes:
    return make_mp3(seconds=SECONDS, xing=False)


@cache
def m4a() -> bytes:
    return audio_files.make_m4a(seconds=SECONDS)


def synchsafe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def tag(body: bytes, *, version: int = 4, size: int | None = None) -> bytes:
    claimed = len(body) if size is None else size
    return b"ID3" + bytes([version, 0, 0]) + synchsafe(claimed) + body


def frame(name: bytes, body: bytes, *, version: int = 4, flags: int = 0) -> bytes:
    size = synchsafe(len(body)) if version == 4 else struct.pack(">I", len(body))
    return name + size + struct.pack(">H", flags) + body


def box(name: bytes, *contents: bytes) -> bytes:
    body = b"".join(contents)
    return struct.pack(">I", len(body) + 8) + name + body


def ogg_page(packet: bytes, *, flags: int = 2, claimed: int | None = None) -> bytes:
    header = b"OggS" + bytes([0, flags]) + bytes(8) + b"\x01\x00\x00\x00" + bytes(8)
    return header + bytes([1, len(packet) if claimed is None else claimed]) + packet


@cache
def packed_nothing(megabytes: int) -> bytes:
    packer = zlib.compressobj(1)
    pieces = [packer.compress(bytes(1 << 20)) for _ in range(megabytes)]
    return b"".join([*pieces, packer.flush()])


def endless_comments() -> bytes:
    """A Vorbis file whose comments go on for 11 MB."""
    head = b"\x01vorbis\x00\x00\x00\x00\x02\x44\xac" + bytes(17)
    full = b"OggS" + bytes(10) + b"\x01\x00\x00\x00" + bytes(8) + b"\xff" * 256 + bytes(255 * 255)
    return ogg_page(head) + full * (11_000_000 // len(full))


def compressed_tag(version: int) -> bytes:
    """A picture of 200 MB of nothing, in less than one."""
    packed = packed_nothing(200)
    if version == 4:
        return tag(frame(b"APIC", synchsafe(0xFFFFFFF) + packed, flags=0x0009))
    body = struct.pack(">I", 200 << 20) + packed
    return tag(frame(b"APIC", body, version=3, flags=0x0080), version=3)


def compressed_in_chapter() -> bytes:
    inner = frame(b"TIT2", synchsafe(9) + zlib.compress(bytes(9_000)), flags=0x0009)
    return tag(frame(b"CHAP", b"c1\x00" + bytes(16) + inner))


def compressed_in_plain_sizes() -> bytes:
    """The way iTunes wrote ID3v2.4: sizes of 128 bytes and more as plain numbers."""

    def plain(name: bytes, body: bytes, flags: int = 0) -> bytes:
        return name + struct.pack(">IH", len(body), flags) + body

    packed = synchsafe(9_000) + zlib.compress(bytes(9_000_000))
    return tag(plain(b"TIT2", b"\x03" + b"x" * 300) + plain(b"APIC", packed, 0x0009))


def nested_chapters() -> bytes:
    body = frame(b"TIT2", b"\x03deep")
    for depth in range(2_000):
        body = frame(b"CHAP", b"%d\x00" % depth + bytes(16) + body)
    return tag(body)


def tables_that_list_each_other() -> bytes:
    both = ID3()
    for name, child in (("a", "b"), ("b", "a")):
        both.add(CTOC(element_id=name, flags=CTOCFlags.TOP_LEVEL, child_element_ids=[child]))
    return audio_files.id3_tag(both) + plain_mp3()


def with_cover(data: bytes) -> bytes:
    return make_mp3(seconds=SECONDS, cover=data)


def xing_claims(*, frames: int = 1, length: int = 1) -> bytes:
    """An MP3 whose summary tells of so many times more frames and bytes than there are."""
    data = make_mp3(seconds=SECONDS, vbr=True)
    at = data.index(b"Xing") + 8
    told = struct.unpack(">II", data[at : at + 8])
    return data[:at] + struct.pack(">II", told[0] * frames, told[1] * length) + data[at + 8 :]


def apev2_and_id3v1() -> bytes:
    item = struct.pack("<II", 5, 0) + b"Title\x00Aloud"
    numbers = struct.pack("<III", 2000, len(item) + 32, 1)
    header = b"APETAGEX" + numbers + struct.pack("<I", 0xA000_0000) + bytes(8)
    footer = b"APETAGEX" + numbers + struct.pack("<I", 0x8000_0000) + bytes(8)
    return plain_mp3() + header + item + footer + b"TAG" + b"Aloud".ljust(125, b"\x00")


def joined_mp3s() -> bytes:
    return make_mp3(seconds=SECONDS, xing=False, title="One") * 2


def wav_with_size(size: int, riff_size: int | None = None) -> bytes:
    data = make_wav(seconds=SECONDS)
    at = data.index(b"data") + 4
    data = data[:at] + struct.pack("<I", size) + data[at + 4 :]
    return data if riff_size is None else data[:4] + struct.pack("<I", riff_size) + data[8:]


def wav_form(coding: int) -> bytes:
    form = struct.pack("<HHIIHH", coding, 1, 8000, 16_000, 2, 16)
    chunks = riff_chunk(b"fmt ", form) + riff_chunk(b"data", bytes(16_000))
    return riff_chunk(b"RIFF", b"WAVE" + chunks)


def two_bytes_of_wav() -> bytes:
    form = struct.pack("<HHIIHH", 1, 1, 8000, 16_000, 2, 16)
    chunks = riff_chunk(b"fmt ", form) + riff_chunk(b"data", b"\x00\x01")
    return riff_chunk(b"RIFF", b"WAVE" + chunks)


def day_and_a_half_of_wav() -> bytes:
    """1 Hz, so that 36 hours take few bytes."""
    form = struct.pack("<HHIIHH", 1, 1, 1, 1, 1, 8)
    chunks = riff_chunk(b"fmt ", form) + riff_chunk(b"data", bytes(36 * 3600))
    return riff_chunk(b"RIFF", b"WAVE" + chunks)


def nested_boxes() -> bytes:
    body = b""
    for _ in range(5_000):
        body = box(b"moov", body)
    return box(b"ftyp", b"M4A \x00\x00\x00\x00") + body


def many_boxes() -> bytes:
    return box(b"ftyp", b"M4A \x00\x00\x00\x00") + box(b"moov", box(b"free") * 200_000)


def first_box_of_size(size: bytes, *, rest: bytes = b"") -> bytes:
    return box(b"ftyp", b"M4A \x00\x00\x00\x00") + size + b"moov" + rest


def m4a_with_open_end() -> bytes:
    """The data come last and say "to the end of the file", as a recorder writes them."""
    data = m4a()
    at = data.index(b"mdat") - 4
    size = int.from_bytes(data[at : at + 4], "big")
    if at + size == len(data):
        return data[:at] + bytes(4) + data[at + 4 :]
    return box(b"free", bytes(0)).join([data, b""]) + bytes(4) + b"free"


def flac_with_picture(size: int) -> bytes:
    block = struct.pack(">I", 3) + struct.pack(">I", 9) + b"image/png" + bytes(20)
    block += struct.pack(">I", size) + bytes(size)
    data = make_flac(seconds=SECONDS)
    after_info = 4 + 4 + 34
    header = b"\x06" + (len(block) & 0xFFFFFF).to_bytes(3, "big")
    return data[:after_info] + header + block + data[after_info:]


def cut(data: bytes, share: float = 0.5) -> bytes:
    return data[: round(len(data) * share)]


def noise(length: int) -> bytes:
    return random.Random(11).randbytes(length)


def elf() -> bytes:
    return b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00" + bytes(400)


REFUSED = (
    OddFile("an empty file", lambda: b"", Reason.EMPTY),
    OddFile("one byte", lambda: b"\xff", Reason.NOT_AUDIO),
    OddFile("a web page", lambda: HTML * 50, Reason.NOT_AUDIO),
    OddFile("an SVG", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>' * 50, Reason.NOT_AUDIO),
    OddFile("a PHP script", lambda: PHP * 50, Reason.NOT_AUDIO),
    OddFile("a Linux program", elf, Reason.NOT_AUDIO),
    OddFile("a Windows program", lambda: b"MZ\x90\x00" + bytes(400), Reason.NOT_AUDIO),
    OddFile("a ZIP archive", lambda: b"PK\x03\x04" + noise(4_000), Reason.NOT_AUDIO),
    OddFile("a PDF", lambda: b"%PDF-1.7\n" + noise(4_000), Reason.NOT_AUDIO),
    OddFile("a PNG", audio_files.make_png, Reason.NOT_AUDIO),
    OddFile("a web page before an MP3", lambda: HTML + plain_mp3(), Reason.NOT_AUDIO),
    OddFile("a PHP script before an MP3", lambda: PHP + plain_mp3(), Reason.NOT_AUDIO),
    OddFile("a program before an MP3", lambda: elf() + plain_mp3(), Reason.NOT_AUDIO),
    OddFile("a ZIP header before an MP3", lambda: b"PK\x03\x04" + plain_mp3(), Reason.NOT_AUDIO),
    OddFile("padding, then a web page", lambda: bytes(99) + HTML + plain_mp3(), Reason.NOT_AUDIO),
    OddFile("a tag, then a web page", lambda: tag(b"") + HTML + plain_mp3(), Reason.NOT_AUDIO),
    OddFile("a web page before a FLAC", lambda: HTML + make_flac(seconds=3), Reason.NOT_AUDIO),
    OddFile("100 kB of nothing before an MP3", lambda: bytes(10**5) + plain_mp3(), Reason.NOT_AUDIO),
    OddFile("a megabyte of noise in an MP3", lambda: noise(10**6).join([plain_mp3()] * 2), Reason.NOT_AUDIO),
    OddFile("noise", lambda: noise(3_000_000), Reason.NOT_AUDIO),
    OddFile("nothing but zeros", lambda: bytes(3_000_000), Reason.NOT_AUDIO),
    OddFile("nothing but ones", lambda: b"\xff" * 3_000_000, Reason.NOT_AUDIO),
    OddFile("a tag without sound", lambda: tag(frame(b"TIT2", b"\x03Hi")), Reason.NOT_AUDIO),
    OddFile("a tag longer than the file", lambda: tag(b"\x00" * 99, size=9_999), Reason.TRUNCATED),
    OddFile("a tag of 200 MB, it says", lambda: tag(b"", size=200 << 20), Reason.TAGS_TOO_LARGE),
    OddFile("a tag of 11 MB", lambda: tag(bytes(11 << 20)) + plain_mp3(), Reason.TAGS_TOO_LARGE),
    OddFile("an ID3v2.4 bomb", lambda: compressed_tag(4) + plain_mp3(), Reason.TAGS_COMPRESSED),
    OddFile("an ID3v2.3 bomb", lambda: compressed_tag(3) + plain_mp3(), Reason.TAGS_COMPRESSED),
    OddFile("a bomb in a chapter", lambda: compressed_in_chapter() + plain_mp3(), Reason.TAGS_COMPRESSED),
    OddFile("a bomb behind iTunes' sizes", lambda: compressed_in_plain_sizes() + plain_mp3(), Reason.TAGS_COMPRESSED),
    OddFile("200,000 ID3 frames", lambda: tag(frame(b"TIT2", b"\x03x") * 200_000) + plain_mp3(), Reason.TOO_MANY_TAGS),
    OddFile("200,000 empty ID3 frames", lambda: tag(frame(b"XXXX", b"") * 200_000) + plain_mp3(), Reason.TOO_MANY_TAGS),
    OddFile("chapters 2,000 deep", lambda: nested_chapters() + plain_mp3(), Reason.TOO_MANY_TAGS),
    OddFile("1,001 chapters", lambda: make_mp3(seconds=SECONDS, chapters=tuple(Mark(n / 1000, f"{n}") for n in range(1_001))), Reason.TOO_MANY_TAGS),
    OddFile("a cover of 4 MB", lambda: with_cover(audio_files.make_png(padding=4 << 20)), Reason.COVER_TOO_LARGE),
    OddFile("a cover of 4 MB in an M4A", lambda: audio_files.make_m4a(cover=audio_files.make_png(padding=4 << 20)), Reason.COVER_TOO_LARGE),
    OddFile("a picture of 16 MB in a FLAC", lambda: flac_with_picture(16_000_000), Reason.COVER_TOO_LARGE),
    OddFile("half an MP3", lambda: cut(make_mp3(seconds=SECONDS)), Reason.TRUNCATED),
    OddFile("half an MP3 of varying rate", lambda: cut(make_mp3(seconds=SECONDS, vbr=True)), Reason.TRUNCATED),
    OddFile("a summary of ten times the length", lambda: xing_claims(frames=10, length=10), Reason.TRUNCATED),
    OddFile("half an M4A", lambda: cut(m4a()), Reason.TRUNCATED),
    OddFile("an M4A without its end", lambda: cut(m4a(), 0.99), Reason.TRUNCATED),
    OddFile("half a Vorbis file", lambda: cut(make_ogg(seconds=SECONDS)), Reason.TRUNCATED),
    OddFile("half an Opus file", lambda: cut(make_ogg(seconds=SECONDS, opus=True)), Reason.TRUNCATED),
    OddFile("half a FLAC", lambda: cut(make_flac(seconds=SECONDS)), Reason.TRUNCATED),
    OddFile("a FLAC without sound", lambda: make_flac(seconds=SECONDS)[:42], Reason.TRUNCATED),
    OddFile("half a WAV", lambda: cut(make_wav(seconds=SECONDS)), Reason.TRUNCATED),
    OddFile("a WAV's header", lambda: make_wav(seconds=SECONDS)[:36], Reason.TRUNCATED),
    OddFile("a WAV of one sample", two_bytes_of_wav, Reason.NO_DURATION),
    OddFile("a WAV of 36 hours", day_and_a_half_of_wav, Reason.TOO_LONG),
    OddFile("MP3 in a WAV", lambda: wav_form(0x55), Reason.UNSUPPORTED),
    OddFile("a WAV without channels", lambda: wav_form(1).replace(b"\x01\x00\x01\x00", b"\x01\x00\x00\x00", 1), Reason.NOT_AUDIO),
    OddFile("AAC without a container", audio_files.make_aac, Reason.UNSUPPORTED),
    OddFile("AAC behind a tag", lambda: tag(b"") + audio_files.make_aac(), Reason.UNSUPPORTED),
    OddFile("MPEG Layer II", audio_files.make_mp2, Reason.UNSUPPORTED),
    OddFile("MP3 in the free format", lambda: (b"\xff\xfb\x00\x00" + bytes(413)) * 50, Reason.UNSUPPORTED),
    OddFile("Apple Lossless", lambda: audio_files.make_m4a(codec="alac"), Reason.UNSUPPORTED),
    OddFile("an MP4 with moving pictures", audio_files.make_mp4_video, Reason.UNSUPPORTED),
    OddFile("a QuickTime film", lambda: m4a().replace(b"M4A ", b"qt  ", 1), Reason.UNSUPPORTED),
    OddFile("an MP4 without a track", lambda: box(b"ftyp", b"M4A 0000") + box(b"moov"), Reason.NOT_AUDIO),
    OddFile("boxes 5,000 deep", nested_boxes, Reason.NOT_AUDIO),
    OddFile("200,000 boxes", many_boxes, Reason.TOO_MANY_TAGS),
    OddFile("a box of size 0", lambda: first_box_of_size(bytes(4), rest=bytes(99)), Reason.NOT_AUDIO),
    OddFile("a box of size 3", lambda: first_box_of_size(b"\x00\x00\x00\x03"), Reason.NOT_AUDIO),
    OddFile("a box of size 1 and then 0", lambda: first_box_of_size(b"\x00\x00\x00\x01", rest=bytes(8)), Reason.NOT_AUDIO),
    OddFile("a box of 2 to the 64th", lambda: first_box_of_size(b"\x00\x00\x00\x01", rest=b"\xff" * 8), Reason.TRUNCATED),
    OddFile("Theora", lambda: ogg_page(b"\x80theora" + bytes(40)), Reason.UNSUPPORTED),
    OddFile("Speex", lambda: ogg_page(b"Speex   1.2" + bytes(60)), Reason.UNSUPPORTED),
    OddFile("two Ogg files in one", lambda: make_ogg(seconds=SECONDS) * 2, Reason.UNSUPPORTED),
    OddFile("an Ogg page longer than the file", lambda: ogg_page(b"\x01vorbis" + bytes(30), claimed=255), Reason.TRUNCATED),
    OddFile("an Ogg page shorter than it is", lambda: ogg_page(b"\x01vorbis\x00\x00\x00\x00\x02\x44\xac" + bytes(30), claimed=40) + bytes(50), Reason.NOT_AUDIO),
    OddFile("an Ogg of 11 MB of comments", endless_comments, Reason.TAGS_TOO_LARGE),
    OddFile("Matroska", lambda: b"\x1a\x45\xdf\xa3" + bytes(99), Reason.UNSUPPORTED),
    OddFile("AIFF", lambda: b"FORM\x00\x00\x00\x2eAIFFCOMM" + bytes(99), Reason.UNSUPPORTED),
)  # fmt: skip

TAKEN = (
    OddFile("an MP3 of one second", lambda: make_mp3(seconds=1), 1),
    OddFile("zeros before the first frame", lambda: bytes(500) + plain_mp3(), SECONDS),
    OddFile("zeros between tag and sound", lambda: tag(b"") + bytes(500) + plain_mp3(), SECONDS),
    OddFile("the end of a frame before the first", lambda: plain_mp3()[70:], SECONDS),
    OddFile("a little noise in an MP3", lambda: noise(500).join([plain_mp3()] * 2), 2 * SECONDS),
    OddFile("two MP3s joined, each with a tag", joined_mp3s, 2 * SECONDS),
    OddFile("an MP3 of varying rate, no summary", lambda: make_mp3(seconds=SECONDS, vbr=True, xing=False), SECONDS),
    OddFile("a summary that multiplies the frames", lambda: xing_claims(frames=10), SECONDS),
    OddFile("APEv2 and ID3v1 at the end", apev2_and_id3v1, SECONDS),
    OddFile("tables of contents in a circle", tables_that_list_each_other, SECONDS),
    OddFile("a tag of an unheard-of version", lambda: tag(b"", version=9) + plain_mp3(), SECONDS),
    OddFile("half an MP3 that promised nothing", lambda: cut(plain_mp3()), SECONDS / 2),
    OddFile("a WAV written to a pipe", lambda: wav_with_size(0xFFFFFFFF, 0xFFFFFFFF), SECONDS),
    OddFile("a WAV never finished", lambda: wav_with_size(0, 0), SECONDS),
    OddFile("an M4A with an open end", m4a_with_open_end, SECONDS),
    OddFile("a FLAC behind an ID3 tag", lambda: tag(frame(b"TIT2", b"\x03x")) + make_flac(seconds=SECONDS), SECONDS),
    OddFile("a cover that is a web page", lambda: with_cover(HTML), SECONDS),
    OddFile("a cover cut after its first bytes", lambda: with_cover(b"\xff\xd8\xff\xe0\xff\xff"), SECONDS),
    OddFile("a chapter frame cut short", lambda: tag(frame(b"CHAP", b"x")) + plain_mp3(), SECONDS),
)  # fmt: skip
