"""Chapter files of every kind are read by their content, whatever their encoding."""

from __future__ import annotations

import pytest

from podcast.chapters import Chapter
from podcast.chapters.read import read_chapters

PODLOVE_TEXT = """\
00:00:00.000 Intro
00:01:02.500 The stairs <https://example.org/stairs>
01:02:03 The end
"""
PSC = """\
<?xml version="1.0" encoding="UTF-8"?>
<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">
  <psc:chapter start="00:00:00.000" title="Intro"/>
  <psc:chapter start="00:01:02.500" title="The stairs" href="https://example.org/stairs"/>
  <psc:chapter start="01:02:03" title="The end"/>
</psc:chapters>
"""
JSON = """\
{"version": "1.2.0", "chapters": [
  {"startTime": 0, "title": "Intro"},
  {"startTime": 62.5, "title": "The stairs", "url": "https://example.org/stairs"},
  {"startTime": 3723, "title": "The end"}
]}
"""
PODLOVE_JSON = """\
[{"start": "00:00:00.000", "title": "Intro", "href": "", "image": ""},
 {"start": "00:01:02.500", "title": "The stairs", "href": "https://example.org/stairs"},
 {"start": "01:02:03", "title": "The end"}]
"""
SEMICOLONS = """\
Name;Start;URL
Intro;0:00,000;
The stairs;1:02,5;https://example.org/stairs
The end;1:02:03;
"""
COMMAS = """\
"Title","Start time","Link"
"Intro","0",""
"The stairs","62.5","https://example.org/stairs"
"The end","1h 2m 3s",""
"""
EXPECTED = [
    Chapter(0, "Intro"),
    Chapter(62.5, "The stairs", url="https://example.org/stairs"),
    Chapter(3723, "The end"),
]
FILES = {
    "Podlove text": PODLOVE_TEXT,
    "Podlove XML": PSC,
    "JSON chapters": JSON,
    "Podlove JSON": PODLOVE_JSON,
    "semicolons": SEMICOLONS,
    "commas": COMMAS,
    "tabs": SEMICOLONS.replace(";", "\t"),
    "upside down": "\n".join(reversed(PODLOVE_TEXT.splitlines())),
    "a list in an e-mail": "0:00 - Intro\n\n1:02.5 – The stairs <https://example.org/stairs>\n62:03 The end",
    "inside a feed": f"<rss><channel><item>{PSC.partition('?>')[2]}</item></channel></rss>",
}


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_says_the_same(kind: str) -> None:
    assert read_chapters(FILES[kind].encode()) == EXPECTED


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_encoding_of_real_exports_is_read(kind: str, encoding: str) -> None:
    data = FILES[kind].replace("Intro", "Größe").encode(encoding)
    assert read_chapters(data)[0].title == "Größe"


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_every_line_end_is_read(kind: str, line_end: str) -> None:
    assert read_chapters(FILES[kind].replace("\n", line_end).encode()) == EXPECTED


def test_audacity_labels_are_points_or_ranges() -> None:
    labels = "0.000000\t0.000000\tIntro\n62,5\t70,25\tThe stairs\n\\\t100\t200\n80\t81\tThe end\n"
    assert read_chapters(labels.encode()) == [
        Chapter(0, "Intro"),
        Chapter(62.5, "The stairs", end=70.25),
        Chapter(80, "The end", end=81),
    ]


def test_the_tables_of_audio_editors_are_read_with_end_or_length() -> None:
    reaper = "#,Name,Start,End,Length\nM1,Intro,0:00.000,,\nR1,Middle,1:00.5,2:00.000,0:59.500\n"
    audition = (
        "Name\tStart\tDuration\tTime Format\tType\tDescription\n"
        "Intro\t0:05.000\t0:00.000\tdecimal\tCue\t\n"
        "Middle\t1:00.000\t0:30.000\tdecimal\tCue\t\n"
    )
    assert read_chapters(reaper.encode()) == [
        Chapter(0, "Intro"),
        Chapter(60.5, "Middle", end=120),
    ]
    assert read_chapters(audition.encode()) == [
        Chapter(5, "Intro"),
        Chapter(60, "Middle", end=90),
    ]


def test_a_quoted_cell_may_hold_the_separator() -> None:
    (chapter,) = read_chapters(b'start,title\n0:10,"First, second"\n')
    assert chapter.title == "First, second"


def test_json_may_hide_a_chapter_and_leave_out_a_title() -> None:
    data = b"""{"chapters": [
        {"startTime": 0, "title": "Shown", "endTime": 5, "img": "https://example.org/a.jpg"},
        {"startTime": 1, "title": "Hidden", "toc": false},
        {"startTime": 2, "img": "https://example.org/b.jpg"}]}"""
    assert read_chapters(data) == [
        Chapter(0, "Shown", end=5, image_url="https://example.org/a.jpg"),
        Chapter(1, "Hidden", listed=False),
        Chapter(2, "", image_url="https://example.org/b.jpg", listed=False),
    ]


def test_titles_keep_every_script_and_lose_control_characters() -> None:
    title = "مرحبا 👩\u200d🔬 <b>bold</b> ]]> &amp;"
    (chapter,) = read_chapters(f"0:05 {title}\x07\x1b\n".encode())
    assert chapter.title == title
