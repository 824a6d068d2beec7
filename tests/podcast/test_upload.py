"""Recordings come in through two forms of the admin: the media library's and the chooser's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import Collection

from podcast.audio import AudioError, Reason
from podcast.forms import EXPLANATIONS, explain
from podcast.models import Recording
from tests.audio_files import (
    Mark,
    make_flac,
    make_m4a,
    make_mp3,
    make_mp4_video,
    make_ogg,
    make_png,
    make_wav,
)
from tests.podcast.audio.odd_files import HTML, compressed_tag, cut

Upload = Callable[..., HttpResponse]


def by_library(client: Client, data: bytes, *, name: str = "take.mp3", **fields: Any) -> Any:
    """Fill in the media library's form, as "Add audio" shows it."""
    return _post(client, reverse("wagtailmedia:add", args=["audio"]), "", data, name, fields)


def by_chooser(client: Client, data: bytes, *, name: str = "take.mp3", **fields: Any) -> Any:
    """Fill in the form inside the chooser of an episode."""
    url = reverse("wagtailmedia:chooser_upload", args=["audio"])
    return _post(client, url, "media-chooser-upload-", data, name, fields)


def _post(
    client: Client, url: str, prefix: str, data: bytes, name: str, fields: dict[str, Any]
) -> Any:
    collection = Collection.get_first_root_node().pk
    values = {"title": name.rpartition(".")[0], "collection": collection, "tags": "", **fields}
    values["file"] = SimpleUploadedFile(name, data)
    return client.post(url, {prefix + key: value for key, value in values.items()})


@pytest.fixture(params=[by_library, by_chooser], ids=["library", "chooser"])
def upload(request: pytest.FixtureRequest) -> Upload:
    """Either way in."""
    return request.param


def words_of(response: Any) -> str:
    """What the editor reads: the page, or the part of it that the chooser brings as JSON."""
    return response.json()["html"] if "json" in response["Content-Type"] else response.text


MARKS = (Mark(0, "Beginning"), Mark(1.5, "Middle"))
FORMATS = {
    "mp3": (make_mp3, "audio/mpeg", 44_100, 1),
    "m4a": (make_m4a, "audio/x-m4a", 44_100, 1),
    "m4b": (lambda: make_m4a(audiobook=True), "audio/x-m4a", 44_100, 1),
    "ogg": (make_ogg, "audio/ogg", 44_100, 2),
    "opus": (lambda: make_ogg(opus=True), "audio/ogg", 48_000, 1),
    "flac": (make_flac, "audio/flac", 44_100, 1),
    "wav": (make_wav, "audio/wav", 22_050, 1),
}


@pytest.mark.parametrize("extension", FORMATS)
def test_an_upload_of_each_format_is_stored_as_what_its_bytes_are(
    superuser: Client, upload: Upload, extension: str
) -> None:
    make, mime_type, sample_rate, channels = FORMATS[extension]
    data = make()
    # The name lies: only the bytes decide.
    upload(superuser, data, name="../../My recording.pdf")
    recording = Recording.objects.get()
    assert (recording.type, recording.mime_type) == ("audio", mime_type)
    assert recording.extension == extension
    assert recording.duration == pytest.approx(3, abs=0.15)
    assert recording.byte_length == len(data)
    assert recording.bit_rate == pytest.approx(len(data) * 8 / recording.duration, rel=0.5)
    assert (recording.sample_rate, recording.channels) == (sample_rate, channels)
    with recording.file.open() as file:
        assert file.read() == data


def test_the_stored_name_is_ours(superuser: Client, upload: Upload) -> None:
    upload(superuser, make_mp3(), name="Dr. Müller & Co.html.mp3")
    name = Recording.objects.get().file.name
    stem, _, extension = name.partition(".")
    assert extension == "mp3"
    assert len(stem) == 36
    assert set(stem) <= set("0123456789abcdef-")


def test_tags_cover_and_chapters_are_written_down(superuser: Client, upload: Upload) -> None:
    cover = make_png(12, 12)
    data = make_mp3(
        title="Sitting", artist="Edda", album="The Show", comment="All about it.",
        season="2", number="7", chapters=MARKS, cover=cover,
    )  # fmt: skip
    upload(superuser, data)
    recording = Recording.objects.get()
    assert recording.tag_title == "Sitting"
    assert recording.tag_artist == "Edda"
    assert recording.tag_album == "The Show"
    assert recording.tag_comment == "All about it."
    assert (recording.tag_season, recording.tag_number) == (2, 7)
    assert [(each.start, each.title) for each in recording.chapters] == [
        (0, "Beginning"),
        (1.5, "Middle"),
    ]
    assert recording.thumbnail.name.startswith("covers/")
    assert recording.thumbnail.name.endswith(".png")
    with recording.thumbnail.open() as file:
        assert file.read() == cover


def test_a_file_without_tags_leaves_those_columns_empty(superuser: Client, upload: Upload) -> None:
    upload(superuser, make_wav())
    recording = Recording.objects.get()
    assert (recording.tag_title, recording.tag_season, recording.chapters) == ("", None, [])
    assert not recording.thumbnail


def test_the_title_comes_from_the_tag_where_the_file_name_was_left(
    superuser: Client, upload: Upload
) -> None:
    upload(superuser, make_mp3(title="Sitting well"), name="take 3.final.mp3")
    assert Recording.objects.get().title == "Sitting well"


def test_the_next_file_is_not_called_like_the_refused_one(
    superuser: Client, upload: Upload
) -> None:
    again = upload(superuser, b"words, not sound", name="notes.mp3", title="notes").text
    assert 'value="notes"' not in again
    again = upload(superuser, b"words, not sound", name="notes.mp3", title="What I call it").text
    assert "What I call it" in again


def test_a_typed_title_is_never_replaced(superuser: Client, upload: Upload) -> None:
    upload(superuser, make_mp3(title="Sitting well"), title="What I call it")
    assert Recording.objects.get().title == "What I call it"


def test_without_a_title_tag_the_file_name_stays(superuser: Client, upload: Upload) -> None:
    upload(superuser, make_mp3(), name="take 3.mp3")
    assert Recording.objects.get().title == "take 3"


def test_an_editor_is_told_that_it_worked(superuser: Client) -> None:
    response = by_library(superuser, make_mp3())
    assert response.status_code == 302
    response = by_chooser(superuser, make_mp3())
    chosen = Recording.objects.order_by("pk").last()
    assert response.json()["step"] == "media_chosen"
    assert response.json()["result"]["id"] == chosen.pk


def test_who_uploaded_a_recording_is_remembered(superuser: Client, upload: Upload) -> None:
    upload(superuser, make_mp3())
    assert Recording.objects.get().uploaded_by_user.username == "chief"


BAD_FILES = {
    "HTML by the name of audio": (lambda: HTML, "no audio"),
    "half an MP3": (lambda: cut(make_m4a()), "missing"),
    "a cover of four megabytes": (
        lambda: make_mp3(cover=make_png(padding=4 * 1024 * 1024)),
        "cover picture",
    ),
    "tags that unpack to gigabytes": (lambda: compressed_tag(4), "compressed"),
    "a film": (make_mp4_video, "cannot be used"),
    "nothing": (lambda: b"", "empty"),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_bad_file_is_refused_in_words_and_leaves_nothing(
    superuser: Client, upload: Upload, stored_files: Callable[[], set[str]], kind: str
) -> None:
    make, word = BAD_FILES[kind]
    before = stored_files()
    response = upload(superuser, make())
    assert response.status_code == 200
    assert word in words_of(response)
    assert not Recording.objects.exists()
    assert stored_files() == before


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    superuser: Client,
    upload: Upload,
    stored_files: Callable[[], set[str]],
    settings: Settings,
) -> None:
    before = stored_files()
    data = make_mp3()
    settings.RECORDING_MAX_BYTES = len(data) - 1
    assert "larger than" in words_of(upload(superuser, data))
    assert not Recording.objects.exists()
    assert stored_files() == before
    settings.RECORDING_MAX_BYTES = len(data)
    upload(superuser, data)
    assert Recording.objects.count() == 1


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    sentence = explain(AudioError(reason, limit=3 * 1024 * 1024))
    assert sentence.endswith((".", "?"))
    assert "%" not in sentence
    assert len(set(map(str, EXPLANATIONS.values()))) == len(Reason)


@pytest.mark.parametrize("media_type", ["video", "media"])
def test_no_address_stores_anything_but_audio(superuser: Client, media_type: str) -> None:
    url = reverse("wagtailmedia:add", args=[media_type])
    _post(superuser, url, "", make_mp4_video(), "film.mp4", {})
    assert not Recording.objects.exists()
    _post(superuser, url, "", make_mp3(), "film.mp4", {})
    assert Recording.objects.get().type == "audio"


def test_the_form_asks_for_the_formats_that_are_taken(superuser: Client) -> None:
    page = superuser.get(reverse("wagtailmedia:add", args=["audio"])).text
    for extension in FORMATS:
        assert f".{extension}" in page


def test_an_editor_may_upload_change_and_choose(editor: Client) -> None:
    assert by_library(editor, make_mp3()).status_code == 302
    assert by_chooser(editor, make_mp3()).json()["step"] == "media_chosen"
    assert Recording.objects.count() == 2
    recording = Recording.objects.first()
    chooser = reverse("wagtailmedia:chooser_typed", args=["audio"])
    assert recording.title in editor.get(chooser).json()["html"]
    assert editor.get(reverse("wagtailmedia:edit", args=[recording.pk])).status_code == 200


def test_a_visitor_uploads_nothing(client: Client, visitor: Client, upload: Upload) -> None:
    for stranger in (client, visitor):
        response = upload(stranger, make_mp3())
        assert response.status_code in (302, 403)
    assert not Recording.objects.exists()
