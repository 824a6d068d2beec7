"""Let mutagen read the words and pictures in a tag; what it cannot read counts as not there."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, BinaryIO, ParamSpec

from mutagen.flac import FLAC
from mutagen.flac import Picture as FlacPicture
from mutagen.id3 import ID3
from mutagen.mp4 import MP4, MP4Chapters
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from . import chapters
from .covers import FRONT, Picture
from .sound import Words

_Arguments = ParamSpec("_Arguments")
_ID3V1_LENGTH = 128
_PICTURE_BLOCK = "metadata_block_picture"


def _or_none(
    read: Callable[_Arguments, Words],
) -> Callable[_Arguments, Words]:
    """A broken tag does not make sound unusable. mutagen raises nearly anything for one."""

    @wraps(read)
    def reading(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> Words:
        try:
            return read(*args, **kwargs)
        except MemoryError:
            raise
        except Exception:
            return Words()

    return reading


@_or_none
def from_id3(tag: bytes, last_bytes: bytes = b"") -> Words:
    """The words of an ID3v2 tag, completed by an ID3v1 tag in the file's ``last_bytes``."""
    frames = ID3(io.BytesIO(tag + last_bytes[-_ID3V1_LENGTH:]))
    return Words(
        title=_text(frames, "TIT2"),
        artist=_text(frames, "TPE1"),
        album=_text(frames, "TALB"),
        comment=_id3_comment(frames),
        season=_text(frames, "TPOS"),
        number=_text(frames, "TRCK"),
        chapters=chapters.from_id3(frames),
        pictures=tuple(Picture(f.data, int(f.type)) for f in frames.getall("APIC")),
    )


def _text(frames: ID3, name: str) -> str:
    return next((str(frame.text[0]) for frame in frames.getall(name) if frame.text), "")


def _id3_comment(frames: ID3) -> str:
    """The first comment a person wrote: iTunes keeps loudness and gaps in comments too."""
    for frame in frames.getall("COMM"):
        if not frame.desc.startswith("iTun") and frame.text and str(frame.text[0]).strip():
            return str(frame.text[0])
    return _text(frames, "TDES")


@_or_none
def from_vorbis_pages(pages: bytes, extension: str) -> Words:
    """The words in the first pages of an Ogg file."""
    opened = (OggOpus if extension == "opus" else OggVorbis)(io.BytesIO(pages))
    comments = _comments(opened.tags)
    blocks = (_flac_picture(text) for text in comments.get(_PICTURE_BLOCK, ()))
    return _from_comments(comments, tuple(picture for picture in blocks if picture))


@_or_none
def from_flac_blocks(blocks: bytes) -> Words:
    """The words in the metadata blocks of a FLAC file."""
    opened = FLAC(io.BytesIO(blocks))
    pictures = tuple(Picture(picture.data, picture.type) for picture in opened.pictures)
    return _from_comments(_comments(opened.tags), pictures)


def _comments(tag: Any) -> dict[str, list[str]]:
    comments: dict[str, list[str]] = {}
    for name, value in tag if tag is not None else ():
        comments.setdefault(name.lower(), []).append(value)
    return comments


def _flac_picture(text: str) -> Picture | None:
    try:
        picture = FlacPicture(base64.b64decode(text))
    except (binascii.Error, ValueError, TypeError, OSError, EOFError):
        return None
    return Picture(picture.data, picture.type)


def _from_comments(comments: Mapping[str, Sequence[str]], pictures: tuple[Picture, ...]) -> Words:
    def first(*names: str) -> str:
        return next((comments[name][0] for name in names if name in comments), "")

    return Words(
        title=first("title"),
        artist=first("artist"),
        album=first("album"),
        comment=first("comment", "description"),
        season=first("discnumber"),
        number=first("tracknumber"),
        chapters=chapters.from_vorbis(comments),
        pictures=pictures,
    )


class _NoChapters(MP4Chapters):
    """mutagen's own chapters fail the whole file on one cut title; ``mp4_chapters`` reads them."""

    @classmethod
    def _can_load(cls, _atoms: object) -> bool:
        return False


class _MP4(MP4):
    MP4Chapters = _NoChapters


@_or_none
def from_mp4(file: BinaryIO) -> Words:
    """The words of an MP4 file (without chapters)."""
    file.seek(0)
    tag: dict[str, Any] = _MP4(file).tags or {}

    def first(*names: str) -> str:
        return next((str(tag[name][0]) for name in names if tag.get(name)), "")

    def number(pair: str, alone: str) -> str:
        return str(tag[pair][0][0]) if tag.get(pair) else first(alone)

    return Words(
        title=first("\xa9nam"),
        artist=first("\xa9ART", "aART"),
        album=first("\xa9alb"),
        comment=first("\xa9cmt", "ldes", "desc"),
        season=number("disk", "tvsn"),
        number=number("trkn", "tves"),
        pictures=tuple(Picture(bytes(cover), FRONT) for cover in tag.get("covr", ())),
    )
