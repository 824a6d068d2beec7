"""Reads a transcript file of whatever kind: the content decides, never the name."""

from __future__ import annotations

from collections.abc import Iterable

from podcast.text_files import Reason, TextFileError, decode
from podcast.transcripts.cues import with_words
from podcast.transcripts.json_format import read_json
from podcast.transcripts.srt import read_srt
from podcast.transcripts.types import Cue
from podcast.transcripts.vtt import is_vtt, read_vtt


def read_transcript(data: bytes) -> list[Cue]:
    """The cues of a WebVTT, SubRip or JSON file, in the order of time, their texts plain.

    Raises TextFileError with the reason and the line.
    """
    return with_words(_cues(decode(data)))


def _cues(text: str) -> Iterable[Cue]:
    if is_vtt(text):
        return read_vtt(text)
    if text.lstrip()[:1] in ("{", "["):
        return read_json(text)
    if "-->" in text:
        return read_srt(text)
    raise TextFileError(Reason.UNKNOWN_FORMAT, line=1)
