"""A recording in the library: replaced, deleted, and what happens to the episodes that use it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.db.models import ProtectedError
from django.db.models.signals import post_save
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from podcast.models import EpisodePage, Recording, Show
from tests.audio_files import make_m4a, make_mp3, make_png
from tests.factories import EpisodePageFactory
from tests.feed_readers import by_feedparser
from tests.podcast.conftest import store

Files = Callable[[], set[str]]


def replace_file(client: Client, recording: Recording, data: bytes) -> object:
    fields = {
        "title": recording.title,
        "collection": recording.collection_id,
        "tags": "",
        "file": SimpleUploadedFile("new.mp3", data),
    }
    return client.post(reverse("wagtailmedia:edit", args=[recording.pk]), fields)


def delete(client: Client, recording: Recording) -> object:
    return client.post(reverse("wagtailmedia:delete", args=[recording.pk]), follow=True)


def test_a_replaced_file_is_gone_and_the_new_one_is_known(
    superuser: Client,
    stored_files: Files,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    recording = store(make_mp3(cover=make_png()), title="Kept")
    old = {recording.file.name, recording.thumbnail.name}
    new = make_m4a(seconds=2, title="Not taken")
    with django_capture_on_commit_callbacks(execute=True):
        replace_file(superuser, recording, new)
    recording.refresh_from_db()
    assert recording.title == "Kept"
    assert (recording.extension, recording.byte_length) == ("m4a", len(new))
    assert recording.duration == pytest.approx(2, abs=0.1)
    assert not recording.thumbnail
    assert not old & stored_files()
    assert recording.file.name in stored_files()


def test_episodes_announce_the_new_length_at_the_old_address(
    client: Client, superuser: Client, episode: EpisodePage
) -> None:
    episode.save_revision().publish()
    (before,) = by_feedparser(client.get("/podcast/feed.xml").content)
    new = make_mp3(seconds=2)
    replace_file(superuser, episode.recording, new)
    (after,) = by_feedparser(client.get("/podcast/feed.xml").content)
    assert before.enclosure_length != after.enclosure_length == len(new)
    assert (before.guid, before.enclosure_url) == (after.guid, after.enclosure_url)
    assert after.duration == 2


@pytest.mark.django_db(transaction=True)
def test_if_saving_fails_the_old_file_and_its_row_are_still_there(
    superuser: Client, stored_files: Files
) -> None:
    recording = store(make_mp3(cover=make_png()))
    before, files = Recording.objects.values().get(), stored_files()

    def fail(**kwargs: object) -> None:
        raise DatabaseError("The disk is full")

    post_save.connect(fail, sender=Recording)
    try:
        with pytest.raises(DatabaseError):
            replace_file(superuser, recording, make_mp3(seconds=2, cover=make_png()))
    finally:
        post_save.disconnect(fail, sender=Recording)
    assert Recording.objects.values().get() == before
    assert stored_files() == files


def test_a_refused_replacement_changes_nothing(
    superuser: Client,
    recording: Recording,
    stored_files: Files,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    before, files = Recording.objects.values().get(), stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        response = replace_file(superuser, recording, b"<html>")
    assert "no audio" in response.text
    assert Recording.objects.values().get() == before
    assert stored_files() == files


def test_a_new_title_alone_leaves_the_file_alone(
    superuser: Client, recording: Recording, stored_files: Files
) -> None:
    files = stored_files()
    fields = {"title": "Renamed", "collection": recording.collection_id, "tags": ""}
    superuser.post(reverse("wagtailmedia:edit", args=[recording.pk]), fields)
    recording.refresh_from_db()
    assert recording.title == "Renamed"
    assert stored_files() == files


def test_an_unused_recording_is_deleted_with_its_file_and_cover(
    superuser: Client,
    stored_files: Files,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    recording = store(make_mp3(cover=make_png()))
    with django_capture_on_commit_callbacks(execute=True):
        delete(superuser, recording)
    assert not Recording.objects.exists()
    assert not {recording.file.name, recording.thumbnail.name} & stored_files()


def assert_kept(client: Client, recording: Recording, files: set[str]) -> None:
    response = delete(client, recording)
    assert response.status_code == 200
    assert "cannot be deleted, because an episode uses it" in response.text
    assert Recording.objects.filter(pk=recording.pk).exists()
    assert recording.file.name in files


@pytest.mark.parametrize("live", [True, False])
def test_a_recording_of_an_episode_is_not_deleted(
    superuser: Client, show: Show, recording: Recording, stored_files: Files, live: bool
) -> None:
    EpisodePageFactory(parent=show, recording=recording, live=live)
    assert_kept(superuser, recording, stored_files())


def test_a_recording_that_only_a_draft_of_a_published_episode_uses_is_not_deleted(
    superuser: Client, episode: EpisodePage, stored_files: Files
) -> None:
    coming = store(make_mp3(seconds=2))
    episode.recording = coming
    revision = episode.save_revision()
    assert_kept(superuser, coming, stored_files())
    revision.publish()
    episode.refresh_from_db()
    assert episode.recording == coming


def test_a_recording_that_a_scheduled_change_uses_is_not_deleted(
    superuser: Client, episode: EpisodePage, recording: Recording, stored_files: Files
) -> None:
    episode.save_revision().publish()
    coming = store(make_mp3(seconds=2))
    episode.recording = coming
    episode.go_live_at = "2100-01-01T00:00:00Z"
    episode.save_revision().publish()
    episode.refresh_from_db()
    episode.recording = recording
    episode.save_revision()
    assert_kept(superuser, coming, stored_files())
    with pytest.raises(ProtectedError):
        Recording.objects.filter(pk=coming.pk).delete()


def test_a_recording_of_a_former_version_may_be_deleted(
    superuser: Client, episode: EpisodePage, recording: Recording
) -> None:
    episode.save_revision().publish()
    episode.recording = store(make_mp3(seconds=2))
    episode.save_revision().publish()
    delete(superuser, recording)
    assert not Recording.objects.filter(pk=recording.pk).exists()


def test_a_visitor_neither_changes_nor_deletes_a_recording(
    client: Client, visitor: Client, recording: Recording
) -> None:
    before = Recording.objects.values().get()
    for stranger in (client, visitor):
        replace_file(stranger, recording, make_mp3(seconds=2))
        delete(stranger, recording)
    assert Recording.objects.values().get() == before
