"""The episode's form: chapters typed, imported or copied, transcripts chosen, faults in words."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from podcast.chapters import Chapter
from podcast.models import EpisodePage, Recording
from tests.audio_files import Mark, make_mp3
from tests.factories import TranscriptFactory
from tests.podcast.conftest import EMPTY_EPISODE_LISTS, store

OWN = (Mark(0, "Inside"), Mark(1, "The file"))


@pytest.fixture
def recording(db: None) -> Recording:
    """Three seconds with two chapters of its own."""
    return store(make_mp3(chapters=OWN))


def chapter(time: str, title: str = "A chapter", **more: Any) -> tuple[str, dict[str, Any]]:
    return "chapter", {"time": time, "title": title, "url": "", "picture": "", **more}


def post(client: Client, episode: EpisodePage, *, publish: bool = True, **fields: Any) -> Any:
    """Save the episode as the editor's browser does; returns the response."""
    values = {
        "title": episode.title,
        "slug": episode.slug,
        "recording": episode.recording_id,
        "episode_type": "full",
        "show_notes": rich_text(""),
        **EMPTY_EPISODE_LISTS,
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }
    data = nested_form_data(values | {key: v for key, v in fields.items() if key != "headers"})
    if publish:
        data["action-publish"] = "publish"
    url = reverse("wagtailadmin_pages:edit", args=[episode.pk])
    return client.post(url, data, headers=fields.get("headers"))


def chapters_of(episode: EpisodePage) -> list[Chapter]:
    """Those of the latest draft."""
    return EpisodePage.objects.get(pk=episode.pk).get_latest_revision_as_object().effective_chapters


def errors(response: Any, field: str) -> str:
    return str(response.context["form"].errors[field].as_data())


def file(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("chapters.txt", text.encode())


def test_without_typed_chapters_those_of_the_recording_hold(
    superuser: Client, episode: EpisodePage
) -> None:
    assert post(superuser, episode).status_code == 302
    assert [(c.start, c.title) for c in chapters_of(episode)] == [(0, "Inside"), (1, "The file")]


def test_typed_chapters_are_sorted_and_every_way_to_write_a_time_is_understood(
    superuser: Client, episode: EpisodePage
) -> None:
    typed = [chapter("0:00:02", "C"), chapter("1,5", "B", hidden="on"), chapter("00:00", "A")]
    post(superuser, episode, chapters=streamfield(typed))
    assert chapters_of(episode) == [
        Chapter(0, "A"),
        Chapter(1.5, "B", listed=False),
        Chapter(2, "C"),
    ]


@pytest.mark.parametrize("time", ["soon", "1:70", "-1", "1:00:61"])
def test_a_time_that_is_none_is_refused_in_words(
    superuser: Client, episode: EpisodePage, time: str
) -> None:
    response = post(superuser, episode, chapters=streamfield([chapter(time)]))
    assert response.status_code == 200
    assert "We cannot read this time" in response.text


def test_a_chapter_behind_the_end_is_refused_where_it_stands(
    superuser: Client, episode: EpisodePage
) -> None:
    typed = [chapter("1:02:03"), chapter("0:01")]
    response = post(superuser, episode, chapters=streamfield(typed))
    (error,) = response.context["form"].errors["chapters"].as_data()
    assert list(error.block_errors) == [0]
    assert "the recording ends at 0:03" in response.text


def test_a_draft_may_be_unfinished(superuser: Client, episode: EpisodePage) -> None:
    typed = [chapter("1:02:03", "Late"), chapter("", "When?"), chapter("0:01", "")]
    post(superuser, episode, publish=False, chapters=streamfield(typed))
    assert [c.title for c in chapters_of(episode)] == ["Late"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/", "example"])
def test_a_link_leads_to_the_web(superuser: Client, episode: EpisodePage, url: str) -> None:
    response = post(superuser, episode, chapters=streamfield([chapter("0:01", url=url)]))
    assert response.status_code == 200
    assert "Enter a valid URL" in response.text


IMPORTED = "0.5\t0.5\tHello\n2.0\t2.5\tBye\n"


@pytest.mark.parametrize("publish", [True, False])
def test_a_file_fills_the_list(superuser: Client, episode: EpisodePage, publish: bool) -> None:
    typed = streamfield([chapter("0:01", "Old")])
    post(superuser, episode, publish=publish, chapters=typed, chapters_file=file(IMPORTED))
    assert chapters_of(episode) == [Chapter(0.5, "Hello"), Chapter(2, "Bye")]


def test_a_draft_that_saves_itself_again_with_the_file_says_the_same(
    superuser: Client, episode: EpisodePage
) -> None:
    for _ in range(2):
        response = post(
            superuser,
            episode,
            publish=False,
            chapters_file=file(IMPORTED),
            headers={"accept": "application/json"},
        )
        assert response.json()["success"]
    assert chapters_of(episode) == [Chapter(0.5, "Hello"), Chapter(2, "Bye")]


def test_a_bad_file_is_refused_with_its_line_and_the_list_stays(
    superuser: Client, episode: EpisodePage
) -> None:
    post(superuser, episode, chapters=streamfield([chapter("0:01", "Old")]))
    response = post(
        superuser,
        episode,
        chapters=streamfield([chapter("0:01", "Old")]),
        chapters_file=file(f"0:00 Intro\n<i>quarter past</i>{'!' * 30}secret\n"),
    )
    quoted = f"Line 2: “<i>quarter past</i>{'!' * 21}” does not begin with a time."
    assert quoted in errors(response, "chapters_file")
    assert "&lt;i&gt;quarter past" in response.text
    assert "<i>quarter" not in response.text
    assert "secret" not in response.text
    assert [c.title for c in chapters_of(episode)] == ["Old"]


def test_a_file_of_another_recording_is_refused(superuser: Client, episode: EpisodePage) -> None:
    response = post(superuser, episode, chapters_file=file("0:00 Intro\n10:00 End\n"))
    assert response.context["form"].errors["chapters_file"] == [
        "A chapter cannot begin at 10:00: the recording ends at 0:03."
    ]


def test_the_chapters_of_the_recording_are_copied_to_be_changed(
    superuser: Client, episode: EpisodePage
) -> None:
    post(superuser, episode, copy_chapters="on")
    episode = EpisodePage.objects.get()
    assert [child.value["time"] for child in episode.chapters] == ["0:00", "0:01"]
    assert [child.value["title"] for child in episode.chapters] == ["Inside", "The file"]


def test_there_is_one_transcript_for_each_language(superuser: Client, episode: EpisodePage) -> None:
    languages = ["en", "de", "en"]
    chosen = [("transcript", TranscriptFactory(language=code).pk) for code in languages]
    response = post(superuser, episode, transcripts=streamfield(chosen))
    (error,) = response.context["form"].errors["transcripts"].as_data()
    assert list(error.block_errors) == [2]
    assert post(superuser, episode, transcripts=streamfield(chosen[:2])).status_code == 302
    assert len(EpisodePage.objects.get().present_transcripts) == 2


def test_no_revision_holds_the_words_of_a_transcript(
    superuser: Client, episode: EpisodePage
) -> None:
    chosen = streamfield([("transcript", TranscriptFactory().pk)])
    post(superuser, episode, transcripts=chosen)
    assert "Good morning" not in str(EpisodePage.objects.get().latest_revision.content)


def test_an_episode_whose_transcript_was_deleted_can_still_be_edited(
    superuser: Client, episode: EpisodePage
) -> None:
    transcript = TranscriptFactory()
    post(superuser, episode, transcripts=streamfield([("transcript", transcript.pk)]))
    transcript.delete()
    url = reverse("wagtailadmin_pages:edit", args=[episode.pk])
    assert superuser.get(url).status_code == 200
    assert post(superuser, episode).status_code == 302
