"""What a recording's bytes tell us, and the reasons why they may tell us nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from podcast.chapters import Chapter

# Extension (decided by the bytes) -> the type that podcast apps expect in a feed. Opus and Vorbis
# share Ogg's type (RFC 7845 section 9, RFC 5334); Apple asks for audio/x-m4a.
MIME_TYPES = {
    "mp3": "audio/mpeg",
    "m4a": "audio/x-m4a",
    "m4b": "audio/x-m4a",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "flac": "audio/flac",
    "wav": "audio/wav",
}

# Of a season or an episode: what a database's small integer holds, and more than there ever are.
HIGHEST_NUMBER = 2**15 - 1


class Reason(StrEnum):
    """Why a file is refused; the form turns each into a sentence for the editor."""

    EMPTY = "empty"
    NOT_AUDIO = "not_audio"
    UNSUPPORTED = "unsupported"
    TRUNCATED = "truncated"
    NO_DURATION = "no_duration"
    TAGS_TOO_LARGE = "tags_too_large"
    TAGS_COMPRESSED = "tags_compressed"
    TOO_MANY_TAGS = "too_many_tags"
    COVER_TOO_LARGE = "cover_too_large"
    TOO_LONG = "too_long"
    TOO_COSTLY = "too_costly"


class AudioError(Exception):
    """The file cannot be taken. ``reason`` says why, ``limit`` the number that was passed, if any."""

    def __init__(self, reason: Reason, *, limit: float | None = None) -> None:
        super().__init__(reason.value if limit is None else f"{reason.value} (limit {limit:g})")
        self.reason = reason
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture embedded in a recording, as JPEG or PNG bytes; width and height in pixels."""

    mime_type: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class AudioInfo:
    """Everything a feed and an editor need to know of a recording.

    ``duration`` is in seconds, ``byte_length`` in bytes, ``bit_rate`` in bits per second,
    ``sample_rate`` in hertz. ``mime_type`` and ``extension`` (without dot) are decided by the
    bytes, never by the file's name, and are those that podcast apps expect.
    """

    mime_type: str
    extension: str
    duration: float
    byte_length: int
    bit_rate: int
    sample_rate: int
    channels: int
    title: str = ""
    artist: str = ""
    album: str = ""
    comment: str = ""
    season: int | None = None
    number: int | None = None
    chapters: tuple[Chapter, ...] = ()
    cover: Cover | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one recording may cost and hold: sizes in bytes, times in seconds, texts in characters."""

    memory: int = 512 * 1024 * 1024
    cpu_seconds: int = 20
    wall_seconds: float = 30
    tag_bytes: int = 10 * 1024 * 1024
    tag_frames: int = 5_000
    cover_bytes: int = 3 * 1024 * 1024
    duration: float = 24 * 60 * 60
    chapters: int = 1_000
    title_length: int = 500
    comment_length: int = 10_000
    url_length: int = 2_000
