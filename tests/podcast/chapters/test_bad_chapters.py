"""A bad chapter file is refused with the reason and the place, and costs nothing."""

from __future__ import annotations

import json

import pytest

from podcast.chapters.read import MAX_CHAPTERS, read_chapters
from podcast.explanations import explain
from podcast.text_files import MAX_BYTES, Reason, TextFileError

NAMESPACE = 'xmlns:psc="http://podlove.org/simple-chapters"'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    f'<psc:chapters {NAMESPACE}><psc:chapter start="1" title="&b;"/></psc:chapters>'
)
FETCH = (
    '<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">\n'
    f'<psc:chapters {NAMESPACE}><psc:chapter start="1" title="x"/></psc:chapters>'
)

# What is wrong: the file, the reason, the line, the entry.
BAD = {
    "nothing": (b"", Reason.EMPTY, None, None),
    "blanks": (b" \r\n\t\n", Reason.EMPTY, None, None),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Reason.NOT_TEXT, None, None),
    "half a character": ("0:00 A".encode("utf-16") + b"x", Reason.NOT_TEXT, None, None),
    "too large": (b"0:00 A\n" * MAX_BYTES, Reason.TOO_LARGE, None, None),
    "prose": (b"\nDear all,\n0:00 Intro", Reason.UNKNOWN_FORMAT, 2, None),
    "no time": (b"0:00 A\r\n\r\nand so on\r\n", Reason.NO_TIME, 3, None),
    "seventy seconds": (b"0:00 A\n1:70 B\n", Reason.BAD_TIME, 2, None),
    "no title": (b"0:00 A\n0:10 \x07\n", Reason.NO_TITLE, 2, None),
    "a script link": (b"0:00 A <javascript:alert(1)>", Reason.BAD_LINK, 1, None),
    "a local link": (b"0:00 A <file:///etc/passwd>", Reason.BAD_LINK, 1, None),
    "a label without number": (b"0.5\t0.5\tA\nsoon\t9\tB", Reason.BAD_TIME, 2, None),
    "a label that ends first": (b"0.5\t0.5\tA\n9\t8\tB", Reason.END_BEFORE_START, 2, None),
    "a table with a bad time": (b"start;title\n0:00;A\nsoon;B", Reason.BAD_TIME, 3, None),
    "a table with a bad end": (b"start,title,end\n0:00,A,soon", Reason.BAD_TIME, 2, None),
    "a table without rows": (b"start,title\n", Reason.NOTHING, None, None),
    "broken JSON": (b'{"chapters": [\n{"startTime": 0\n', Reason.BAD_JSON, 3, None),
    "deep JSON": (b"[" * 100_000, Reason.BAD_JSON, None, None),
    "a huge number": (b'{"chapters": ' + b"9" * 5_000 + b"}", Reason.BAD_JSON, None, None),
    "other JSON": (b'{"name": "x"}', Reason.UNKNOWN_FORMAT, None, None),
    "a list of words": (b'{"chapters": ["a"]}', Reason.UNKNOWN_FORMAT, None, 1),
    "no chapters": (b'{"chapters": []}', Reason.NOTHING, None, None),
    "infinity": (b'{"chapters": [{"startTime": 1e999}]}', Reason.BAD_TIME, None, 1),
    "not a number": (b'{"chapters": [{"startTime": NaN}]}', Reason.BAD_TIME, None, 1),
    "truth": (b'{"chapters": [{"startTime": true}]}', Reason.BAD_TIME, None, 1),
    "before the start": (
        b'{"chapters": [{"startTime": 0, "title": "A"}, {"startTime": -1, "title": "B"}]}',
        Reason.BAD_TIME,
        None,
        2,
    ),
    "a data link": (
        b'{"chapters": [{"startTime": 0, "title": "A", "img": "data:text/html,x"}]}',
        Reason.BAD_LINK,
        None,
        1,
    ),
    "broken XML": (b"<chapters>\n<chapter>", Reason.BAD_XML, 2, None),
    "other XML": (b"<html></html>", Reason.UNKNOWN_FORMAT, None, None),
    "an entity bomb": (BOMB.encode(), Reason.DOCTYPE, 1, None),
    "a file behind an entity": (FETCH.encode(), Reason.DOCTYPE, 2, None),
    "XML without time": (
        f'<psc:chapters {NAMESPACE}>\n<psc:chapter title="x"/></psc:chapters>'.encode(),
        Reason.BAD_TIME,
        2,
        None,
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_with_reason_and_place(kind: str) -> None:
    data, reason, line, entry = BAD[kind]
    with pytest.raises(TextFileError) as caught:
        read_chapters(data)
    error = caught.value
    assert (error.reason, error.line, error.entry) == (reason, line, entry)


@pytest.mark.parametrize("filling", [b" ", b"<", b"<a:", b"a ", b"- ", b"9", b",", b'"', b"\t"])
def test_a_hostile_line_is_read_or_refused_at_once(filling: bytes) -> None:
    # What a pattern that steps back would take hours for.
    for head in (b"0:00 A ", b"0.5\t0.5\t", b"start,title\n0:00,", b"<chapters>"):
        line = head + filling * (MAX_BYTES // len(filling) - 100) + b"x"
        try:
            chapters = read_chapters(line[:MAX_BYTES])
        except TextFileError:
            continue
        assert len(chapters) < 10


def test_nothing_of_the_file_is_in_the_error() -> None:
    with pytest.raises(TextFileError) as caught:
        read_chapters(b"0:00 A\n<script>secret</script>")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("more", [0, 1])
def test_a_thousand_chapters_are_taken_and_not_one_more(more: int) -> None:
    rows = [{"startTime": n, "title": "x"} for n in range(MAX_CHAPTERS + more)]
    data = json.dumps({"chapters": rows}).encode()
    if not more:
        assert len(read_chapters(data)) == MAX_CHAPTERS
        return
    with pytest.raises(TextFileError) as caught:
        read_chapters(data)
    assert (caught.value.reason, caught.value.limit) == (Reason.TOO_MANY, MAX_CHAPTERS)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"0:00 A\nquarter past B", "quarter past B"),
        (b"0:00 A\n1:70 B", "1:70"),
        (b"start;title\n0:00;A\nsoon;B", "soon"),
        (b'{"chapters": [{"startTime": "soon"}]}', "soon"),
        (b'{"chapters": [{"startTime": []}]}', ""),
    ],
)
def test_what_stands_in_the_place_of_a_time_is_quoted(data: bytes, found: str) -> None:
    with pytest.raises(TextFileError) as caught:
        read_chapters(data)
    assert caught.value.found == found
    assert not found or f"“{found}”" in explain(caught.value)
