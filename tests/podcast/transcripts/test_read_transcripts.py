"""Transcript files are read by their content: words, times and speakers, and nothing else."""

from __future__ import annotations

import json

import pytest

from podcast.transcripts import Cue
from podcast.transcripts.read import read_transcript


def read(text: str) -> list[Cue]:
    return read_transcript(text.encode())


VTT = """\
WEBVTT - A talk
Kind: captions

STYLE
::cue { color: red }

REGION
id:left

NOTE
Nobody says this.

intro
00:01.000 --> 00:04.500 align:start position:10%
<v.loud Edda>Good <i>morning</i>.</v>

00:00:05.000 --> 00:00:09.000
<v Tobin Farrowgate><c.yellow>Is it</c> <00:00:06.000>morning
&lt;already&gt; &amp; so&nbsp;on?
"""
SRT = """\
1
00:00:01,000 --> 00:00:04,500
Good <i>morning</i>.

2
00:00:05,000 --> 00:00:09,000 X1:1 X2:2
{\\an8}<font color="red">Is it</font> morning
<already> & so on?
"""
JSON = """{"version": "1.0.0", "segments": [
    {"speaker": "Edda", "startTime": 1, "endTime": 4.5, "body": "Good morning."},
    {"speaker": "Tobin Farrowgate", "startTime": 5, "endTime": 9, "body": "Is it?"}]}"""
WHISPER = """{"text": "…", "language": "en", "segments": [
    {"id": 0, "start": 1.0, "end": 4.5, "text": " Good morning.", "tokens": [1, 2]}]}"""


def test_webvtt_gives_words_voices_and_times_without_its_dress() -> None:
    assert read(VTT) == [
        Cue(1, 4.5, "Good morning.", "Edda"),
        Cue(5, 9, "Is it morning\n<already> & so on?", "Tobin Farrowgate"),
    ]


def test_a_cue_with_two_voices_gives_two() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Edda>Yes?</v> <v Tobin>No."
    assert read(text) == [Cue(1, 2, "Yes?", "Edda"), Cue(1, 2, "No.", "Tobin")]


def test_subrip_gives_words_and_times_without_its_dress() -> None:
    assert read(SRT) == [
        Cue(1, 4.5, "Good morning."),
        Cue(5, 9, "Is it morning\n<already> & so on?"),
    ]


def test_json_gives_words_speakers_and_times() -> None:
    assert read(JSON) == [
        Cue(1, 4.5, "Good morning.", "Edda"),
        Cue(5, 9, "Is it?", "Tobin Farrowgate"),
    ]


def test_the_json_of_whisper_is_read() -> None:
    assert read(WHISPER) == [Cue(1, 4.5, "Good morning.")]


@pytest.mark.parametrize("text", [VTT, SRT, JSON, WHISPER])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encoding_and_line_ends_make_no_difference(text: str, line_end: str, encoding: str) -> None:
    assert read_transcript(text.replace("\n", line_end).encode(encoding)) == read(text)


def test_cues_without_words_are_left_out_and_overlaps_are_kept() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:09.000\nA\n\n00:02.000 --> 00:03.000\n\n00:02.000 --> 00:04.000\nB\n"
    assert read(text) == [Cue(1, 9, "A"), Cue(2, 4, "B")]


def test_control_characters_are_not_words() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v E\x07dda>A\x1b[31m\x0b b&#7;\u0085c\n"
    assert read(text) == [Cue(1, 2, "A[31m bc", "Edda")]


def srt(*texts: str) -> list[Cue]:
    parts = [
        f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{text}\n" for n, text in enumerate(texts)
    ]
    return read("\n".join(parts))


def said(cues: list[Cue]) -> list[tuple[str, str]]:
    return [(cue.speaker, cue.text) for cue in cues]


def test_subrip_names_speakers_where_every_cue_begins_with_a_name() -> None:
    cues = srt("Edda: Hello.", "Dr. Tobin Farrowgate: Hello, Edda: how are you?")
    assert said(cues) == [
        ("Edda", "Hello."),
        ("Dr. Tobin Farrowgate", "Hello, Edda: how are you?"),
    ]


def test_subrip_names_speakers_where_they_change() -> None:
    cues = srt("Edda: Hello.", "It is me.", "Tobin: And me.", "Edda: Good.", "Tobin: Yes.")
    assert said(cues) == [
        ("Edda", "Hello."),
        ("Edda", "It is me."),
        ("Tobin", "And me."),
        ("Edda", "Good."),
        ("Tobin", "Yes."),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("This is it.", "Remember: breathe.", "Then rest."),
        ("One thing: breathe.", "Then rest.", "Then go."),
        ("At 10:30 we begin.", "See https://example.org"),
        ("And this is what she said to me: breathe.", "Yes."),
    ],
)
def test_a_colon_in_a_sentence_makes_nobody_a_speaker(texts: tuple[str, ...]) -> None:
    assert said(srt(*texts)) == [("", text) for text in texts]


def test_a_file_of_two_hours_is_read() -> None:
    rows = [{"startTime": n, "endTime": n + 1, "body": "Some words"} for n in range(7200)]
    assert len(read(json.dumps({"segments": rows}))) == 7200
