"""WebVTT (w3.org/TR/webvtt1), read for its words, times and voices alone."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from podcast.clock import full_clock
from podcast.transcripts.cues import blocks, checked
from podcast.transcripts.types import Cue

#: Apple: "no more than 65 characters per line".
LINE_LENGTH: Final = 65

# A tag that is never closed swallows the rest, as in a browser.
_TAG: Final = re.compile(r"<([^>]*)(?:>|$)")
_VOICE: Final = re.compile(r"v(?:\.[^\s>]*)?\s+(.*)", re.DOTALL)


def is_vtt(text: str) -> bool:
    return re.match(r"WEBVTT(?:[ \t\n]|$)", text) is not None


def read_vtt(text: str) -> Iterator[Cue]:
    """The cues; one with several voices gives one for each. Raises TextFileError."""
    last = 0.0
    for block in blocks(text, ignored=("WEBVTT", "NOTE", "STYLE", "REGION")):
        for speaker, words in _spoken("\n".join(block.lines)):
            yield checked(
                start=block.start,
                end=block.end,
                text=words,
                speaker=speaker,
                after=last,
                line=block.line,
            )
        last = block.start


def _spoken(payload: str) -> Iterator[tuple[str, str]]:
    """Who says what in one cue: (name or "", plain words)."""
    speaker, words = "", ""
    position = 0
    for tag in _TAG.finditer(payload):
        words += html.unescape(payload[position : tag.start()])
        position = tag.end()
        voice = _VOICE.fullmatch(tag[1])
        if voice or tag[1].strip() == "/v":
            if words.strip():
                yield speaker, words
            speaker, words = html.unescape(voice[1]) if voice else "", ""
    words += html.unescape(payload[position:])
    # A cue without a word is still a cue whose times are looked at.
    yield speaker, words


def write_vtt(cues: Iterable[Cue]) -> bytes:
    """The cues as WebVTT in UTF-8, the speakers as voices."""
    parts = ["WEBVTT", *(_block(cue) for cue in cues)]
    return ("\n\n".join(parts) + "\n").encode()


def _block(cue: Cue) -> str:
    lines = [_escaped(line) for line in wrapped(cue.text, LINE_LENGTH)]
    voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
    times = f"{full_clock(cue.start)} --> {full_clock(cue.end)}"
    return f"{times}\n{voice}" + "\n".join(lines)


def wrapped(text: str, length: int) -> list[str]:
    """``text`` in lines of at most ``length`` characters, where no word is longer."""
    return textwrap.wrap(text, length, break_long_words=False, break_on_hyphens=False)


def _escaped(text: str) -> str:
    """Without the arrow too: nothing in a cue may look like its times."""
    return html.escape(text, quote=False)
