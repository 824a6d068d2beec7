"""The forms in which a transcript is served, the most useful to apps first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from podcast.models import Transcript
from podcast.transcripts.json_format import write_json
from podcast.transcripts.reading import write_html
from podcast.transcripts.srt import write_srt
from podcast.transcripts.vtt import write_vtt


@dataclass(frozen=True, slots=True)
class Format:
    """``mime_type`` is both the feed's ``type`` and the Content-Type, to the letter."""

    mime_type: str
    write: Callable[[Transcript], bytes]
    is_timed: bool = True


#: By extension. The types are those of the podcast namespace and its apps.
FORMATS = {
    "vtt": Format("text/vtt", lambda transcript: write_vtt(transcript.cues)),
    "srt": Format("application/x-subrip", lambda transcript: write_srt(transcript.cues)),
    "json": Format("application/json", lambda transcript: write_json(transcript.cues)),
    "html": Format(
        "text/html",
        lambda transcript: write_html(
            transcript.cues, title=transcript.title, language=transcript.language
        ),
        is_timed=False,
    ),
}
