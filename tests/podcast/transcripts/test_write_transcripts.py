"""What we write is what others read: webvtt-py, an HTML parser, JSON, and ourselves."""

from __future__ import annotations

import io
import json

import pytest
import webvtt
from lxml import html

from podcast.transcripts import Cue
from podcast.transcripts.json_format import write_json
from podcast.transcripts.read import read_transcript
from podcast.transcripts.reading import LONG_ENOUGH, paragraphs, plain_text, write_html
from podcast.transcripts.srt import write_srt
from podcast.transcripts.vtt import write_vtt
from tests.podcast.transcripts.samples import ODD, TALK, plain


@pytest.mark.parametrize("write", [write_vtt, write_json])
@pytest.mark.parametrize("cues", [TALK, ODD], ids=["talk", "odd"])
def test_what_is_written_is_read_back(write: object, cues: list[Cue]) -> None:
    assert plain(read_transcript(write(cues))) == plain(cues)


def test_subrip_is_read_back_with_its_speakers() -> None:
    assert plain(read_transcript(write_srt(TALK))) == plain(TALK)


def test_webvtt_by_another_reader() -> None:
    captions = webvtt.from_string(write_vtt(TALK).decode()).captions
    assert [(c.start_in_seconds, c.end_in_seconds, c.text, c.voice) for c in captions] == [
        (int(cue.start), int(cue.end), cue.text, cue.speaker) for cue in TALK
    ]
    assert captions[-1].start == "01:02:03.004"
    assert len(webvtt.from_string(write_vtt(ODD).decode()).captions) == len(ODD)


def test_subrip_by_another_reader() -> None:
    buffer = io.StringIO(write_srt(TALK).decode())
    captions = webvtt.from_buffer(buffer, format="srt").captions
    assert [c.text for c in captions] == [
        "Edda: Good morning.",
        "Tobin Farrowgate: Is it morning\nalready?",
        "So they say.",
        "Edda: It is.",
    ]
    assert "01:02:03,004 --> 01:02:05,000" in buffer.getvalue()


def test_nothing_in_a_cue_looks_like_times_or_a_tag() -> None:
    for written in (write_vtt(ODD).decode(), write_srt(ODD).decode()):
        times = [line for line in written.split("\n") if "-->" in line]
        assert all(line[:2] == "00" and len(line) == 29 for line in times)
        assert "<script" not in written
        assert "<b>" not in written
    assert write_vtt(ODD).count(b"-->") == len(ODD)


def test_lines_are_as_short_as_apps_ask() -> None:
    long = [Cue(0, 60, "So many words, one behind the other. " * 20, "Edda")]
    vtt = write_vtt(long).decode().replace("<v Edda>", "").split("\n")
    assert max(map(len, vtt)) <= 65
    for block in write_srt(long).decode().strip().split("\n\n"):
        lines = block.split("\n")[2:]
        assert len(lines) <= 2
        assert max(map(len, lines)) <= 32


def test_the_parts_of_a_long_cue_fill_its_time_one_after_the_other() -> None:
    cues = read_transcript(write_srt([Cue(10, 40, "word " * 60)]))
    assert len(cues) > 3
    assert (cues[0].start, cues[-1].end) == (10, 40)
    assert all(a.end == b.start for a, b in zip(cues, cues[1:], strict=False))


def test_json_is_that_of_the_namespace() -> None:
    document = json.loads(write_json(TALK))
    assert document["version"] == "1.0.0"
    assert document["segments"][0] == {
        "speaker": "Edda",
        "startTime": 1,
        "endTime": 4.5,
        "body": "Good morning.",
    }
    assert "speaker" not in json.loads(write_json([Cue(0, 1, "A")]))["segments"][0]


def test_html_holds_speakers_times_and_words_and_no_other_element() -> None:
    page = html.fromstring(write_html(ODD, title="<A> & B", language="en"))
    assert page.get("lang") == "en"
    assert page.findtext("head/title") == "<A> & B"
    assert {element.tag for element in page.iter()} == {
        "html", "head", "meta", "title", "body", "cite", "time", "p",
    }  # fmt: skip
    assert page.findtext("body/p") == ODD[0].text
    assert page.findtext("body/cite") == f"{ODD[0].speaker}:"


def test_captions_become_paragraphs_of_one_speaker() -> None:
    assert [(p.start, p.speaker, p.text) for p in paragraphs(TALK)] == [
        (1, "Edda", "Good morning."),
        (5, "Tobin Farrowgate", "Is it morning already? So they say."),
        (3723.004, "Edda", "It is."),
    ]
    long = [Cue(n, n + 1, "Some words of a sentence.") for n in range(100)]
    sizes = [len(p.text) for p in paragraphs(long)]
    assert all(LONG_ENOUGH <= size < LONG_ENOUGH + 60 for size in sizes[:-1])
    endless = [Cue(n, n + 1, "words without end") for n in range(1000)]
    assert len(paragraphs(endless)) > 5


def test_the_plain_text_names_who_speaks() -> None:
    assert plain_text(TALK).splitlines()[1] == (
        "Tobin Farrowgate: Is it morning already? So they say."
    )
