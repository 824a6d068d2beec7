"""What is said in an episode is found at its moment, and only where everybody may hear it."""

import pytest
from django.test import Client

from cms.models import SpokenPassage
from podcast.models import EpisodePage, Transcript
from tests.factories import EpisodePageFactory, TranscriptFactory

pytestmark = pytest.mark.django_db


def transcript(*texts: str, **fields) -> Transcript:
    """Each of ``texts`` is said by somebody else, a minute after the last."""
    cues = [
        {"start": 60.5 * n, "end": 60.5 * n + 5, "text": text, "speaker": f"Person {n}"}
        for n, text in enumerate(texts)
    ]
    return TranscriptFactory(stored_cues=cues, **fields)


def episode(*transcripts: Transcript, **fields) -> EpisodePage:
    return EpisodePageFactory(transcripts=[("transcript", each) for each in transcripts], **fields)


def moments(client: Client, query: str, kind: str = "spoken") -> list[str]:
    response = client.get("/search/", {"query": query, "type": kind})
    return [result.url for result in response.context["results" if kind else "moments"]]


def test_a_spoken_sentence_is_found_at_its_moment(client: Client) -> None:
    page = episode(transcript("Good morning.", "I saw a heron <today>."), title="Birds")
    response = client.get("/search/", {"query": "heron"})
    (moment,) = response.context["moments"]
    assert moment.url == f"{page.url}#t=60"
    html = response.content.decode()
    assert "I saw a <mark>heron</mark> &lt;today&gt;." in html
    assert f'href="{page.url}#t=60">Birds</a>' in html
    assert "At 1:00" in html


def test_an_episode_comes_once_with_its_best_moment(client: Client) -> None:
    page = episode(transcript("A day with a heron in it and much else.", "Heron, heron!"))
    assert moments(client, "heron") == [f"{page.url}#t=60"]


def test_moments_follow_what_the_editor_does(
    client: Client, django_capture_on_commit_callbacks
) -> None:
    words = transcript("A heron.")
    page = episode(words)
    with django_capture_on_commit_callbacks(execute=True):
        words.stored_cues = [{"start": 0, "end": 1, "text": "A stork.", "speaker": ""}]
        words.save()
    assert (len(moments(client, "heron")), len(moments(client, "stork"))) == (0, 1)
    with django_capture_on_commit_callbacks(execute=True):
        words.delete()
    assert moments(client, "stork") == []
    page.delete()
    assert not SpokenPassage.objects.exists()


def test_what_is_said_in_a_hidden_episode_or_in_none_is_not_found(client: Client) -> None:
    transcript("A lonely heron.")
    page = episode(transcript("A heron."))
    assert len(moments(client, "heron")) == 1
    EpisodePage.objects.get(pk=page.pk).unpublish()
    assert moments(client, "heron") == []
    assert client.get("/search/", {"query": "herom"}).context["suggestions"] == []


def test_a_long_list_of_moments_is_cut_to_three_with_a_link_to_all(client: Client) -> None:
    for _ in range(4):
        episode(transcript("A heron."))
    response = client.get("/search/", {"query": "heron"})
    assert len(response.context["moments"]) == 3
    assert '<a class="more" href="?query=heron&amp;type=spoken">All 4 moments</a>' in (
        response.content.decode()
    )
    assert len(moments(client, "heron")) == 4


def test_words_in_another_language_are_found_and_said_to_be_in_it(client: Client) -> None:
    episode(transcript("Ein Reiher stand im Fluss.", language="de"))
    html = client.get("/search/", {"query": "reiher"}).content.decode()
    assert '<q lang="de">Ein <mark>Reiher</mark> stand im Fluss.</q>' in html


def test_saving_an_episode_writes_its_words_only_when_they_have_changed() -> None:
    page = episode(transcript("A heron."))
    first = SpokenPassage.objects.get().pk
    page.save()
    assert SpokenPassage.objects.get().pk == first
