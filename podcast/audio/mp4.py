"""Measure an MP4 file (M4A, M4B) by its sound track, and refuse one with pictures that move."""

from __future__ import annotations

from dataclasses import dataclass

from . import mp4_boxes
from .mp4_boxes import Box
from .sound import Sound
from .source import Source
from .types import AudioError, Limits, Reason

_QUICKTIME_MOVIE = b"qt  "
_AUDIOBOOK = b"M4B "
_CODEC = b"mp4a"  # AAC; browsers and podcast apps do not play Apple Lossless or Dolby
_LONGEST_FIELD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Track:
    """One track: its number, what handles it (``soun``, ``vide``, ``text``) and its time scale."""

    box: Box
    number: int
    handler: bytes
    units_per_second: int
    duration: float  # seconds

    def table(self, name: bytes) -> Box | None:
        """One of the sample tables."""
        return self.box.first(b"mdia", b"minf", b"stbl", name)


@dataclass(frozen=True, slots=True)
class Movie:
    """The file's boxes, its sound track, and the track whose texts name chapters, if any."""

    root: Box
    sound: Track
    chapters: Track | None


def open_movie(source: Source, limits: Limits) -> Movie:
    """The structure; raises AudioError: NOT_AUDIO, UNSUPPORTED, TRUNCATED, TAGS_TOO_LARGE."""
    root = mp4_boxes.tree(source, limits)
    brand = root.children[0]
    moov = root.first(b"moov")
    if source.at(brand.start, 4) == _QUICKTIME_MOVIE:
        raise AudioError(Reason.UNSUPPORTED)
    if moov is None:
        # Recorders write the index last: without it the rest cannot be read.
        raise AudioError(Reason.TRUNCATED if root.first(b"mdat") else Reason.NOT_AUDIO)
    _check_tags(moov, limits)
    tracks = [_track(source, box) for box in moov.all(b"trak")]
    sound = next((track for track in tracks if track.handler == b"soun"), None)
    named = _chapter_tracks(source, sound.box) if sound else ()
    if any(track.handler == b"vide" and track.number not in named for track in tracks):
        raise AudioError(Reason.UNSUPPORTED)
    if sound is None:
        raise AudioError(Reason.NOT_AUDIO)
    texts = (t for t in tracks if t.handler in (b"text", b"sbtl") and t.number in named)
    return Movie(root, sound, next(texts, None))


def measure(source: Source, movie: Movie) -> Sound:
    """The sound; raises AudioError (UNSUPPORTED) if it is not AAC."""
    description = movie.sound.table(b"stsd")
    entry = source.at(description.start, 44) if description else b""
    if len(entry) < 44:
        raise AudioError(Reason.NOT_AUDIO)
    if entry[12:16] != _CODEC:
        raise AudioError(Reason.UNSUPPORTED)
    channels = int.from_bytes(entry[32:34], "big")
    # The sample entry holds 16 bits of the rate; the track's time scale is the rate by custom.
    sample_rate = int.from_bytes(entry[40:42], "big") or movie.sound.units_per_second
    extension = "m4b" if source.at(movie.root.children[0].start, 4) == _AUDIOBOOK else "m4a"
    data = sum(box.end - box.start for box in movie.root.all(b"mdat"))
    duration = movie.sound.duration
    bit_rate = round(data * 8 / duration) if duration else 0
    return Sound(extension, duration, sample_rate, channels, bit_rate)


def _check_tags(moov: Box, limits: Limits) -> None:
    for user_data in moov.all(b"udta"):
        if user_data.end - user_data.start > limits.tag_bytes:
            raise AudioError(Reason.TAGS_TOO_LARGE, limit=limits.tag_bytes)


def _track(source: Source, box: Box) -> Track:
    header, media = box.first(b"tkhd"), box.first(b"mdia", b"mdhd")
    handler = box.first(b"mdia", b"hdlr")
    if header is None or media is None or handler is None:
        raise AudioError(Reason.NOT_AUDIO)
    number_at = 20 if source.at(header.start, 1) == b"\x01" else 12
    number = int.from_bytes(source.at(header.start + number_at, 4), "big")
    fields = source.at(media.start, 32)
    at, width = (20, 8) if fields[:1] == b"\x01" else (12, 4)
    units = int.from_bytes(fields[at : at + 4], "big")
    length = int.from_bytes(fields[at + 4 : at + 4 + width], "big")
    kind = source.at(handler.start + 8, 4)
    return Track(box, number, kind, units, length / units if units else 0)


def _chapter_tracks(source: Source, sound: Box) -> tuple[int, ...]:
    """The numbers of the tracks that the sound names as its chapters: texts, and their pictures."""
    reference = sound.first(b"tref", b"chap")
    if reference is None:
        return ()
    data = source.at(reference.start, min(reference.end - reference.start, _LONGEST_FIELD))
    return tuple(int.from_bytes(data[i : i + 4], "big") for i in range(0, len(data) - 3, 4))
