"""Bytes put together by hand: tags, boxes and pages as no honest program writes them."""

from __future__ import annotations

import random
import struct
import zlib
from functools import cache

from mutagen.id3 import CTOC, ID3, CTOCFlags

from tests import audio_files
from tests.audio_files import make_flac, make_mp3, make_wav, riff_chunk

SECONDS = 3
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
PHP = b"<?php system($_GET['c']); ?>"


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
