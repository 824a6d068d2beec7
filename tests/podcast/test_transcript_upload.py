"""A transcript comes in by the snippet's form or by the chooser of an episode, or is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from podcast.explanations import EXPLANATIONS
from podcast.models import Transcript
from podcast.text_files import Reason
from tests.factories import TranscriptFactory

Upload = Callable[..., Any]

VTT = b"WEBVTT\n\n00:01.000 --> 00:04.500\n<v Edda>Good morning, heron.\n"
BAD = b"WEBVTT\n\n00:01.000 --> <b>soon</b>\nsecret\n"
LIST = reverse("wagtailsnippets_podcast_transcript:list")


def by_snippet(client: Client, data: bytes, **fields: Any) -> Any:
    return _post(client, reverse("wagtailsnippets_podcast_transcript:add"), data, fields)


def by_chooser(client: Client, data: bytes, **fields: Any) -> Any:
    """Fill in the form inside the chooser of an episode."""
    url = Transcript.snippet_viewset.chooser_viewset.get_url_name("create")
    return _post(client, reverse(url), data, fields)


def _post(client: Client, url: str, data: bytes, fields: dict[str, Any]) -> Any:
    file = SimpleUploadedFile(fields.pop("name", "talk.vtt"), data)
    return client.post(url, {"title": "", "language": "en", "file": file, **fields})


@pytest.fixture(params=[by_snippet, by_chooser], ids=["snippet", "chooser"])
def upload(request: pytest.FixtureRequest) -> Upload:
    """Either way in."""
    return request.param


def words_of(response: Any) -> str:
    """What the editor reads: the page, or the part of it that the chooser brings as JSON."""
    return response.json()["htmlFragment"] if "json" in response["Content-Type"] else response.text


def test_an_editor_uploads_a_transcript(editor: Client, upload: Upload) -> None:
    upload(editor, VTT, follows_sound="on", language="de-at")
    transcript = Transcript.objects.get()
    assert (transcript.title, transcript.language) == ("talk", "de-at")
    assert transcript.follows_sound
    (cue,) = transcript.cues
    assert (cue.start, cue.end, cue.speaker) == (1, 4.5, "Edda")
    assert transcript.text == "Edda: Good morning, heron."


def test_a_visitor_uploads_nothing(visitor: Client, upload: Upload) -> None:
    upload(visitor, VTT)
    assert not Transcript.objects.exists()


def test_the_chooser_returns_the_new_transcript(editor: Client) -> None:
    answer = by_chooser(editor, VTT, title="The talk").json()
    transcript = Transcript.objects.get()
    assert answer["step"] == "chosen"
    assert answer["result"]["id"] == str(transcript.pk)
    assert answer["result"]["string"] == "The talk (en)"
    assert str(transcript.pk) in answer["result"]["edit_url"]


def test_a_bad_file_is_refused_with_the_line_which_is_quoted_and_escaped(
    editor: Client, upload: Upload
) -> None:
    words = words_of(upload(editor, BAD))
    assert "Line 3: We expected times such as 00:00:01,000 --&gt; 00:00:04,000, but found" in words
    assert "“00:01.000 --&gt; &lt;b&gt;soon&lt;/b&gt;”" in words
    assert "<b>soon" not in words
    assert "secret" not in words
    assert not Transcript.objects.exists()


def test_without_a_file_there_is_no_new_transcript(editor: Client, upload: Upload) -> None:
    assert "This field is required" in words_of(upload(editor, b"", file=""))
    assert not Transcript.objects.exists()


def test_a_new_file_takes_the_place_of_the_old_words_in_the_same_row(editor: Client) -> None:
    transcript = TranscriptFactory(title="The talk")
    url = reverse("wagtailsnippets_podcast_transcript:edit", args=[transcript.pk])
    _post(editor, url, VTT, {"title": "The talk", "name": "other.vtt"})
    again = Transcript.objects.get()
    assert (again.pk, again.title) == (transcript.pk, "The talk")
    assert again.text == "Edda: Good morning, heron."


@pytest.mark.parametrize("data", [None, BAD])
def test_without_a_good_file_the_old_words_stay(editor: Client, data: bytes | None) -> None:
    transcript = TranscriptFactory(title="The talk")
    url = reverse("wagtailsnippets_podcast_transcript:edit", args=[transcript.pk])
    values: dict[str, Any] = {"title": "Renamed", "language": "en"}
    if data:
        values["file"] = SimpleUploadedFile("talk.vtt", data)
    editor.post(url, values)
    again = Transcript.objects.get()
    assert again.title == ("The talk" if data else "Renamed")
    assert again.cues == transcript.cues


@pytest.mark.parametrize("language", ["English", "../x", "e", ""])
def test_a_language_is_a_code(editor: Client, upload: Upload, language: str) -> None:
    upload(editor, VTT, language=language)
    assert not Transcript.objects.exists()


def test_words_are_found_in_the_admin(editor: Client) -> None:
    by_snippet(editor, VTT, title="The first")
    by_snippet(editor, VTT.replace(b"heron", b"stork"), title="The second")
    # The first answer still says what was created.
    assert "The first" in editor.get(LIST).text
    found = editor.get(LIST, {"q": "stork"}).text
    assert "The second" in found
    assert "The first" not in found


def test_a_transcript_of_a_whole_day_is_taken(editor: Client) -> None:
    cues = (f"\n00:00:01.000 --> 00:00:02.000\nword{n} more{n}\n" for n in range(30_000))
    by_snippet(editor, ("WEBVTT\n" + "".join(cues)).encode())
    assert len(Transcript.objects.get().cues) == 30_000


def test_a_list_of_transcripts_leaves_the_words_in_the_database(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    TranscriptFactory.create_batch(15)
    with django_assert_max_num_queries(30) as queries:
        assert editor.get(LIST).status_code == 200
    assert not any("stored_cues" in query["sql"] for query in queries)


def test_every_reason_has_its_sentence() -> None:
    assert set(EXPLANATIONS) == set(Reason)
