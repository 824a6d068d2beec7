"""The JSON chapters that we write are what we read, and what the format asks."""

from __future__ import annotations

import json

from podcast.chapters import Chapter
from podcast.chapters.json_format import write_json
from podcast.chapters.read import read_chapters

CHAPTERS = [
    Chapter(0, 'Größe "1" </script> 👩\u200d🔬', end=2.5),
    Chapter(2.5, "Link", url="https://example.org/?a=1&b=2"),
    Chapter(3, "", image_url="https://example.org/a.jpg", listed=False),
    Chapter(4.125, "Hidden", listed=False),
]


def test_what_is_written_is_read_back() -> None:
    assert read_chapters(write_json(CHAPTERS)) == CHAPTERS


def test_the_document_has_a_version_and_ascending_numbers() -> None:
    document = json.loads(write_json(reversed(CHAPTERS)))
    assert document["version"] == "1.2.0"
    assert [row["startTime"] for row in document["chapters"]] == [0, 2.5, 3, 4.125]


def test_whole_seconds_have_no_point_and_empty_values_are_left_out() -> None:
    assert write_json([Chapter(60.0, "A")]) == (
        b'{"version":"1.2.0","chapters":[{"startTime":60,"title":"A"}]}'
    )
