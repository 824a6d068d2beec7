"""A transcript to be read: as paragraphs, as a page of its own, and as words to be searched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from podcast.clock import clock
from podcast.transcripts.types import Cue

#: Characters after which a paragraph ends with the next sentence.
LONG_ENOUGH: Final = 400
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one person says in one go; ``start`` is in seconds, ``text`` plain and on one line."""

    start: float
    speaker: str
    text: str


def paragraphs(cues: Iterable[Cue]) -> list[Paragraph]:
    """The cues put together: captions are cut for the eye, a text is read in sentences."""
    done: list[Paragraph] = []
    for cue in cues:
        words = " ".join(cue.text.split())
        last = done[-1] if done else None
        if last and last.speaker == cue.speaker and not _is_full(last.text):
            done[-1] = Paragraph(last.start, last.speaker, f"{last.text} {words}")
        else:
            done.append(Paragraph(cue.start, cue.speaker, words))
    return done


def _is_full(text: str) -> bool:
    ends = text.rstrip("\"'”’»)").endswith(_SENTENCE_ENDS)
    # Some languages, and some programs, know no full stop.
    return len(text) >= LONG_ENOUGH and (ends or len(text) >= 3 * LONG_ENOUGH)


def write_html(cues: Iterable[Cue], *, title: str, language: str) -> bytes:
    """A page in UTF-8 with ``<cite>``, ``<time>`` and ``<p>``, as the podcast namespace describes."""
    parts = [
        f'<!doctype html>\n<html lang="{escape(language)}">\n'
        f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>\n<body>'
    ]
    for paragraph in paragraphs(cues):
        if paragraph.speaker:
            parts.append(f"<cite>{escape(paragraph.speaker)}:</cite>")
        parts.append(f"<time>{clock(paragraph.start)}</time>")
        parts.append(f'<p dir="auto">{escape(paragraph.text)}</p>')
    return ("\n".join([*parts, "</body>\n</html>"]) + "\n").encode()


def plain_text(cues: Iterable[Cue]) -> str:
    """The words alone, a paragraph to a line, for the search."""
    return "\n".join(
        f"{paragraph.speaker}: {paragraph.text}" if paragraph.speaker else paragraph.text
        for paragraph in paragraphs(cues)
    )
