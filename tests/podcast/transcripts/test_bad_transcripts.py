"""A bad transcript file is refused with the reason and the place, and costs nothing."""

from __future__ import annotations

import pytest

from podcast.text_files import MAX_BYTES, Reason, TextFileError
from podcast.transcripts.read import read_transcript

HEAD = b"WEBVTT\n\n"
ONE = b"00:01.000 --> 00:02.000\nA\n\n"

# What is wrong: the file, the reason, the line, the entry.
BAD = {
    "nothing": (b"", Reason.EMPTY, None, None),
    "a recording": (b"ID3\x04\x00\x00\x00\x00", Reason.NOT_TEXT, None, None),
    "too large": (HEAD + ONE * MAX_BYTES, Reason.TOO_LARGE, None, None),
    "prose": (b"Dear all,\n\nhello.", Reason.UNKNOWN_FORMAT, 1, None),
    "no cue": (b"WEBVTT\n\nNOTE nothing\n", Reason.NOTHING, None, None),
    "no word": (HEAD + b"00:01.000 --> 00:02.000\n\n", Reason.NOTHING, None, None),
    "words without time": (HEAD + ONE + b"And then\n", Reason.NO_CUE_TIMES, 6, None),
    "a bad start": (HEAD + ONE + b"7\nsoon --> 00:03.000\nB", Reason.NO_CUE_TIMES, 7, None),
    "a bad end": (HEAD + b"00:01.000 --> 00:99.000\nB", Reason.NO_CUE_TIMES, 3, None),
    "no end": (HEAD + b"00:01.000 -->\nB", Reason.NO_CUE_TIMES, 3, None),
    "an end before its start": (
        HEAD + b"00:02.000 --> 00:01.000\nB",
        Reason.END_BEFORE_START,
        3,
        None,
    ),
    "no length": (HEAD + b"00:02.000 --> 00:02.000\nB", Reason.END_BEFORE_START, 3, None),
    "an order upside down": (
        HEAD + b"00:05.000 --> 00:06.000\nB\n\n" + ONE,
        Reason.OUT_OF_ORDER,
        6,
        None,
    ),
    "a bad SubRip": (
        b"1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:xx --> 00:00:04,000\nB",
        Reason.NO_CUE_TIMES,
        6,
        None,
    ),
    "broken JSON": (b'{"segments": [\n', Reason.BAD_JSON, 2, None),
    "deep JSON": (b"[" * 100_000, Reason.BAD_JSON, None, None),
    "other JSON": (b'{"chapters": []}', Reason.UNKNOWN_FORMAT, None, None),
    "a list of words": (b'{"segments": ["A"]}', Reason.UNKNOWN_FORMAT, None, 1),
    "no segments": (b'{"segments": []}', Reason.NOTHING, None, None),
    "a segment without times": (b'{"segments": [{"body": "A"}]}', Reason.BAD_TIME, None, 1),
    "infinity": (
        b'{"segments": [{"start": 0, "end": Infinity, "text": "A"}]}',
        Reason.BAD_TIME,
        None,
        1,
    ),
    "segments upside down": (
        b'{"segments": [{"start": 5, "end": 6, "text": "A"}, {"start": 1, "end": 2, "text": "B"}]}',
        Reason.OUT_OF_ORDER,
        None,
        2,
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_with_reason_and_place(kind: str) -> None:
    data, reason, line, entry = BAD[kind]
    with pytest.raises(TextFileError) as caught:
        read_transcript(data)
    error = caught.value
    assert (error.reason, error.line, error.entry) == (reason, line, entry)


@pytest.mark.parametrize("filling", [b"<", b"<v ", b"&", b"a: ", b"-->", b"{\\"])
def test_a_hostile_file_is_read_or_refused_at_once(filling: bytes) -> None:
    # What a pattern that steps back would take hours for.
    data = b"1\n00:00:01,000 --> 00:00:02,000\n" + filling * (MAX_BYTES // len(filling) - 100)
    for head in (b"", HEAD):
        try:
            cues = read_transcript((head + data)[:MAX_BYTES])
        except TextFileError:
            continue
        assert len(cues) < 10
