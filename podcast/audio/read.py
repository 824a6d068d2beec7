"""Read a recording: what kind it is, how it measures, what its tags say. Runs in the child."""

from __future__ import annotations

import re
from dataclasses import replace

from podcast import texts

from . import (
    chapters,
    covers,
    flac,
    id3_guard,
    mp3_frames,
    mp4,
    mp4_chapters,
    ogg,
    tags,
    wav,
)
from .sniff import Kind, sniff
from .sound import Sound, Words
from .source import Source
from .types import HIGHEST_NUMBER, MIME_TYPES, AudioError, AudioInfo, Limits, Reason

_SHORTEST = 0.05  # seconds; below it there is nothing to hear
_LEADING_NUMBER = re.compile(r"\s*0*(\d{1,5})\b")  # "7", "07", "7/12"


def read(source: Source, limits: Limits) -> AudioInfo:
    """What the recording is. Raises AudioError with the reason why it cannot be taken."""
    kind, start = sniff(source, limits)
    sound, words = _READERS[kind](source, start, limits)
    if sound.duration < _SHORTEST:
        raise AudioError(Reason.NO_DURATION)
    if sound.duration > limits.duration:
        raise AudioError(Reason.TOO_LONG, limit=limits.duration)
    return AudioInfo(
        mime_type=MIME_TYPES[sound.extension],
        extension=sound.extension,
        duration=sound.duration,
        byte_length=source.size,
        bit_rate=sound.bit_rate or round(source.size * 8 / sound.duration),
        sample_rate=sound.sample_rate,
        channels=sound.channels,
        title=texts.line(words.title, limits.title_length),
        artist=texts.line(words.artist, limits.title_length),
        album=texts.line(words.album, limits.title_length),
        comment=texts.paragraphs(words.comment, limits.comment_length),
        season=_number(words.season),
        number=_number(words.number),
        chapters=chapters.tidy(words.chapters, sound.duration, limits),
        cover=covers.choose(words.pictures, limits),
    )


def _mp3(source: Source, start: int, limits: Limits) -> tuple[Sound, Words]:
    tag = source.at(0, id3_guard.tag_size(source.at(0, 10)))
    if tag:
        id3_guard.check(tag, limits)
    sound = mp3_frames.measure(source, start)
    return sound, tags.from_id3(tag, source.at(max(0, source.size - 128), 128))


def _mp4(source: Source, _start: int, limits: Limits) -> tuple[Sound, Words]:
    movie = mp4.open_movie(source, limits)
    sound = mp4.measure(source, movie)
    words = tags.from_mp4(source.file)
    return sound, replace(words, chapters=mp4_chapters.read(source, movie, limits))


def _ogg(source: Source, _start: int, limits: Limits) -> tuple[Sound, Words]:
    sound, pages = ogg.measure(source, limits)
    return sound, tags.from_vorbis_pages(pages, sound.extension)


def _flac(source: Source, start: int, limits: Limits) -> tuple[Sound, Words]:
    sound, blocks = flac.measure(source, start, limits)
    return sound, tags.from_flac_blocks(blocks)


def _wav(source: Source, _start: int, limits: Limits) -> tuple[Sound, Words]:
    sound, chunks = wav.measure(source, limits)
    if id3_guard.tag_size(chunks.id3):
        id3_guard.check(chunks.id3, limits)
        return sound, tags.from_id3(chunks.id3)
    texts_of = chunks.texts.get
    return sound, Words(
        title=texts_of("INAM", ""),
        artist=texts_of("IART", ""),
        album=texts_of("IPRD", ""),
        comment=texts_of("ICMT", ""),
        number=texts_of("IPRT", "") or texts_of("ITRK", ""),
    )


_READERS = {Kind.MP3: _mp3, Kind.MP4: _mp4, Kind.OGG: _ogg, Kind.FLAC: _flac, Kind.WAV: _wav}


def _number(text: str) -> int | None:
    """A season or episode number as tags write it; nought, or an absurd one, means that there is none."""
    match = _LEADING_NUMBER.match(text)
    number = int(match[1]) if match else 0
    return number if 0 < number <= HIGHEST_NUMBER else None
