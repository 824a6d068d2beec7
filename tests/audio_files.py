"""Make real recordings for tests: encoded once per session, then tagged as each test asks."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections.abc import Iterable
from functools import cache

import av
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, CHAP, COMM, CTOC, ID3, TALB, TIT2, TPE1, TPOS, TRCK, WXXX, CTOCFlags
from mutagen.mp4 import MP4, MP4Cover
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from tests.encoding import Mark, encode, tone


def make_png(width: int = 8, height: int = 6, *, padding: int = 0) -> bytes:
    """A PNG in one colour, with ``padding`` bytes in a chunk that viewers skip."""
    rows = zlib.compress((b"\x00" + b"\x30\x60\x90" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    if padding:
        chunks.insert(1, (b"tpAD", bytes(padding)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@cache
def make_jpeg(width: int = 16, height: int = 12) -> bytes:
    """A real JPEG in grey."""
    output = io.BytesIO()
    with av.open(output, "w", format="mjpeg") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuvj420p"
        frame = av.VideoFrame(width, height, "yuvj420p")
        for plane in frame.planes:
            plane.update(b"\x80" * plane.buffer_size)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return output.getvalue()


@cache
def make_mp3(
    *,
    seconds: float = 3,
    rate: int = 44_100,
    channels: int = 1,
    vbr: bool = False,
    xing: bool = True,
    title: str = "",
    artist: str = "",
    album: str = "",
    comment: str = "",
    season: str = "",
    number: str = "",
    chapters: tuple[Mark, ...] = (),
    cover: bytes = b"",
    cover_type: str = "image/png",
    id3_version: int = 4,
) -> bytes:
    """An MP3; ``xing`` is the summary of its frames that encoders put first, ``vbr`` varies much."""
    sound = encode("mp3", "libmp3lame", seconds, rate, channels, vbr=vbr, xing=xing)
    tag = ID3()
    texts = {TIT2: title, TPE1: artist, TALB: album, TPOS: season, TRCK: number}
    for frame, text in texts.items():
        if text:
            tag.add(frame(encoding=1, text=text))
    if comment:
        tag.add(COMM(encoding=3, lang="eng", desc="", text=comment))
    if cover:
        tag.add(APIC(encoding=0, mime=cover_type, type=3, desc="", data=cover))
    for frame in id3_chapters(chapters):
        tag.add(frame)
    return id3_tag(tag, version=id3_version) + sound


def id3_chapters(chapters: Iterable[Mark], order: Iterable[int] | None = None) -> list[CHAP | CTOC]:
    """The frames of ``chapters``, listed in one table of contents, if need be in another order.

    A table holds 255 at most: more chapters get none.
    """
    frames: list[CHAP | CTOC] = []
    for index, mark in enumerate(chapters):
        inner = [TIT2(encoding=3, text=mark.title)] if mark.title else []
        if mark.url:
            inner.append(WXXX(encoding=3, desc="", url=mark.url))
        start = round(mark.start * 1000)
        end = start if mark.end is None else round(mark.end * 1000)
        frames.append(
            CHAP(element_id=f"c{index}", start_time=start, end_time=end, sub_frames=inner)
        )
    if 0 < len(frames) < 256:
        names = [f"c{index}" for index in (order if order is not None else range(len(frames)))]
        flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
        frames.append(CTOC(element_id="toc", flags=flags, child_element_ids=names))
    return frames


def id3_tag(tag: ID3, *, version: int = 4) -> bytes:
    """The bytes of an ID3v2 tag, or none if it has no frames."""
    output = io.BytesIO()
    if version == 3:
        tag.update_to_v23()
    if tag:
        tag.save(output, v2_version=version, v1=0)
    return output.getvalue()


@cache
def make_m4a(
    *,
    seconds: float = 3,
    rate: int = 44_100,
    channels: int = 1,
    audiobook: bool = False,
    codec: str = "aac",
    title: str = "",
    artist: str = "",
    album: str = "",
    comment: str = "",
    season: int = 0,
    number: int = 0,
    cover: bytes = b"",
    chapters: tuple[Mark, ...] = (),
) -> bytes:
    """An M4A or, as ``audiobook``, an M4B; chapters are written both ways, Nero's and QuickTime's."""
    sound = encode("ipod", codec, seconds, rate, channels, chapters=chapters)
    if audiobook:
        sound = sound[:8] + b"M4B " + sound[12:]
    # mutagen opens no file whose list of chapters holds a title cut in the middle of a letter.
    file = io.BytesIO(sound.replace(b"chpl", b"----"))
    opened = MP4(file)
    opened.delete(file)
    texts = {"\xa9nam": title, "\xa9ART": artist, "\xa9alb": album, "\xa9cmt": comment}
    tags = {key: [text] for key, text in texts.items() if text}
    tags |= {key: [(value, 0)] for key, value in {"disk": season, "trkn": number}.items() if value}
    if cover:
        tags["covr"] = [MP4Cover(cover, MP4Cover.FORMAT_PNG)]
    opened.tags.update(tags)
    opened.save(file)
    return file.getvalue().replace(b"----", b"chpl")


@cache
def make_ogg(
    *,
    seconds: float = 3,
    opus: bool = False,
    comments: tuple[tuple[str, str], ...] = (),
    cover: bytes = b"",
) -> bytes:
    """An Ogg file: Vorbis in stereo at 44,100 Hz, or Opus in mono at 48,000 Hz."""
    if opus:
        file = io.BytesIO(encode("opus", "libopus", seconds, 48_000, 1))
        opened = OggOpus(file)
    else:
        file = io.BytesIO(encode("ogg", "vorbis", seconds, 44_100, 2))
        opened = OggVorbis(file)
    return _with_comments(file, opened, comments, cover)


@cache
def make_flac(
    *,
    seconds: float = 3,
    comments: tuple[tuple[str, str], ...] = (),
    cover: bytes = b"",
) -> bytes:
    """A FLAC in mono at 44,100 Hz."""
    file = io.BytesIO(encode("flac", "flac", seconds, 44_100, 1))
    opened = FLAC(file)
    if cover:
        opened.add_picture(_picture(cover))
    return _with_comments(file, opened, comments)


@cache
def make_wav(*, seconds: float = 3, rate: int = 22_050, channels: int = 1) -> bytes:
    """A WAV with 16 bits a sample."""
    data = tone(seconds, rate, channels)
    header = struct.pack("<HHIIHH", 1, channels, rate, rate * 2 * channels, 2 * channels, 16)
    chunks = b"WAVE" + riff_chunk(b"fmt ", header) + riff_chunk(b"data", data)
    return riff_chunk(b"RIFF", chunks)


def riff_chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a WAV file."""
    return name + struct.pack("<I", len(data)) + data + b"\x00" * (len(data) % 2)


@cache
def make_mp4_video() -> bytes:
    """An MP4 with moving pictures and no sound."""
    output = io.BytesIO()
    with av.open(output, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=5)
        stream.width, stream.height, stream.pix_fmt = 32, 32, "yuv420p"
        for _ in range(5):
            container.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        container.mux(stream.encode(None))
    return output.getvalue()


@cache
def make_aac(*, seconds: float = 1) -> bytes:
    """AAC without a container (ADTS)."""
    return encode("adts", "aac", seconds, 44_100, 1)


@cache
def make_mp2(*, seconds: float = 1) -> bytes:
    """MPEG audio Layer II."""
    return encode("mp2", "mp2", seconds, 44_100, 1)


def _with_comments(
    file: io.BytesIO,
    opened: OggVorbis | OggOpus | FLAC,
    comments: tuple[tuple[str, str], ...],
    cover: bytes = b"",
) -> bytes:
    if opened.tags is None:
        opened.add_tags()
    opened.tags.clear()
    opened.tags.extend(comments)
    if cover:
        block = base64.b64encode(_picture(cover).write()).decode()
        opened.tags.append(("METADATA_BLOCK_PICTURE", block))
    file.seek(0)
    opened.save(file)
    return file.getvalue()


def _picture(data: bytes) -> Picture:
    picture = Picture()
    picture.data, picture.type, picture.mime = data, 3, "image/png"
    return picture
