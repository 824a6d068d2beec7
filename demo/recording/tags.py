"""What a recording says about itself: title, show, number, cover and chapters."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from mutagen.id3 import APIC, CHAP, COMM, CTOC, ID3, TALB, TIT2, TPE1, TPOS, TRCK, CTOCFlags
from mutagen.mp4 import MP4, MP4Cover
from PIL import Image

from demo.content.types import Episode, Show

_COVER_SIZE = (1400, 1400)
_COVER_BYTES = 150_000
_NO_OFFSET = 0xFFFFFFFF


@dataclass(frozen=True)
class Span:
    """A chapter from start to end, in seconds."""

    start: float
    end: float
    title: str


Chapters: TypeAlias = Sequence[Span]


def cover(picture: Path) -> bytes:
    """Return a picture as a JPEG of 1400 by 1400 pixels and at most 150 KB."""
    image = Image.open(picture).convert("RGB").resize(_COVER_SIZE, Image.Resampling.LANCZOS)
    for quality in range(82, 40, -6):
        target = io.BytesIO()
        image.save(target, "JPEG", quality=quality, progressive=True, optimize=True)
        if target.tell() <= _COVER_BYTES:
            break
    return target.getvalue()


def tag(
    target: Path,
    show: Show,
    episode: Episode,
    chapters: Chapters,
    picture: bytes,
) -> None:
    """Write the tags into the finished file."""
    if target.suffix == ".m4a":
        _tag_m4a(target, show, episode, picture)
    else:
        _tag_mp3(target, show, episode, chapters, picture)


def _tag_mp3(
    target: Path,
    show: Show,
    episode: Episode,
    chapters: Chapters,
    picture: bytes,
) -> None:
    tags = ID3()
    tags.add(TIT2(encoding=3, text=episode.title))
    tags.add(TPE1(encoding=3, text=show.author))
    tags.add(TALB(encoding=3, text=show.name))
    tags.add(COMM(encoding=3, lang="eng", desc="", text=episode.summary))
    tags.add(TPOS(encoding=3, text=str(episode.season)))
    if episode.number is not None:
        tags.add(TRCK(encoding=3, text=str(episode.number)))
    tags.add(APIC(encoding=3, mime="image/jpeg", type=3, desc="Cover", data=picture))
    _add_chapters(tags, chapters)
    tags.save(target, v2_version=3)


def _add_chapters(tags: ID3, chapters: Chapters) -> None:
    """Add a table of contents and its chapters (ID3v2 Chapter Frame Addendum 1.0)."""
    names = [f"chp{number}" for number in range(len(chapters))]
    tags.add(
        CTOC(
            element_id="toc",
            flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED,
            child_element_ids=names,
            sub_frames=[],
        )
    )
    for name, span in zip(names, chapters, strict=True):
        tags.add(
            CHAP(
                element_id=name,
                start_time=round(span.start * 1000),
                end_time=round(span.end * 1000),
                start_offset=_NO_OFFSET,
                end_offset=_NO_OFFSET,
                sub_frames=[TIT2(encoding=3, text=span.title)],
            )
        )


def _tag_m4a(target: Path, show: Show, episode: Episode, picture: bytes) -> None:
    recording = MP4(target)
    recording["\xa9nam"] = [episode.title]
    recording["\xa9ART"] = [show.author]
    recording["\xa9alb"] = [show.name]
    recording["\xa9cmt"] = [episode.summary]
    recording["disk"] = [(episode.season, 0)]
    if episode.number is not None:
        recording["trkn"] = [(episode.number, 0)]
    recording["covr"] = [MP4Cover(picture, MP4Cover.FORMAT_JPEG)]
    recording.save()
