"""What the feed does when people, pictures, recordings and season names change behind its extras."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext

from podcast.extras import with_extras
from podcast.feed_values import item_of
from podcast.models import EpisodePage, FeedItem, Recording, Show
from tests.audio_files import make_mp3
from tests.factories import AuthorFactory, EpisodePageFactory, PictureFactory
from tests.podcast.conftest import store
from tests.podcast.extras_samples import ALTERNATE, PERSON, SEASON

URL = "/podcast/feed.xml"


def name(page: Show | EpisodePage, author: object) -> None:
    """Publish a person block of ``author``."""
    page.extras = [("person", PERSON | {"author": author, "name": ""})]
    page.save_revision().publish()


def version(client: Client) -> tuple[str, str]:
    response = client.get(URL)
    assert response.status_code == 200
    return response["ETag"], response.text


@pytest.mark.parametrize("kind", ["show", "episode"])
def test_an_authors_new_name_moves_the_feeds_that_name_them(
    client: Client, request: pytest.FixtureRequest, kind: str
) -> None:
    page = request.getfixturevalue(kind)
    author = AuthorFactory(name="Ada Quill")
    name(page, author)
    before = version(client)[0]
    author.name = "Ada Feather"
    author.save()
    etag, text = version(client)
    assert etag != before
    assert "Ada Feather" in text


def test_an_author_whom_nobody_names_moves_nothing(client: Client, episode: EpisodePage) -> None:
    author = AuthorFactory()
    name(episode, author)
    before = version(client)[0]
    # Its number begins like that of the author named.
    AuthorFactory(pk=author.pk * 10 + 1, name="Somebody else").save()
    assert version(client)[0] == before


@pytest.mark.parametrize("kind", ["show", "episode"])
def test_deleting_an_author_does_not_break_the_feed(
    client: Client, request: pytest.FixtureRequest, kind: str
) -> None:
    page = request.getfixturevalue(kind)
    author = AuthorFactory(name="Ada Quill")
    name(page, author)
    version(client)
    author.delete()
    assert "Ada Quill" not in version(client)[1]
    assert client.get(page.url).status_code == 200


def is_rendered_by(client: Client, act: Callable[[], object]) -> bool:
    """Whether the only stored item is rendered anew by the build that follows."""
    FeedItem.objects.update(xml="<item>old</item>")
    act()
    version(client)
    return not FeedItem.objects.filter(xml="<item>old</item>").exists()


@pytest.mark.parametrize("way", ["picture", "author"])
def test_a_changed_or_deleted_picture_renders_the_items_that_show_it(
    client: Client, episode: EpisodePage, way: str
) -> None:
    picture = PictureFactory()
    author = AuthorFactory(picture=picture if way == "author" else None)
    own = picture if way == "picture" else None
    episode.extras = [("person", PERSON | {"author": author, "name": "", "picture": own})]
    episode.save_revision().publish()
    version(client)
    assert is_rendered_by(client, picture.save)
    assert is_rendered_by(client, picture.delete)


def test_naming_a_season_renders_its_episodes_alone(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    episode.season = 2
    episode.save_revision().publish()
    other = EpisodePageFactory(parent=show, season=1)
    version(client)
    show.refresh_from_db()
    show.extras = [("season", SEASON)]
    show.save_revision().publish()
    assert FeedItem.objects.get(episode=episode).is_stale
    assert not FeedItem.objects.get(episode=other).is_stale
    FeedItem.objects.update(is_stale=False)
    show.title = "Another name"
    show.save_revision().publish()
    assert not FeedItem.objects.get(episode=episode).is_stale


class TestAnotherVersion:
    @pytest.fixture
    def other(self, episode: EpisodePage) -> Recording:
        recording = store(make_mp3(seconds=2), "Small")
        episode.extras = [("alternate", ALTERNATE | {"recording": recording, "url": ""})]
        episode.save_revision().publish()
        return recording

    def test_it_is_heard_while_the_episode_is(
        self, client: Client, episode: EpisodePage, other: Recording
    ) -> None:
        url = f"/listen/{episode.guid}/{other.pk}.mp3"
        response = client.get(url)
        assert len(response.getvalue()) == other.byte_length
        assert client.get(url.replace(".mp3", ".ogg"))["Location"] == url
        episode.refresh_from_db()
        episode.unpublish()
        assert client.get(url).status_code == 404

    def test_no_other_recording_is_heard_in_its_name(
        self, client: Client, episode: EpisodePage, other: Recording
    ) -> None:
        secret = store(make_mp3(seconds=2), "Secret")
        assert client.get(f"/listen/{episode.guid}/{secret.pk}.mp3").status_code == 404
        stranger = EpisodePageFactory()
        assert client.get(f"/listen/{stranger.guid}/{other.pk}.mp3").status_code == 404

    def test_a_draft_does_not_let_it_out(
        self, client: Client, episode: EpisodePage, other: Recording
    ) -> None:
        secret = store(make_mp3(seconds=2), "Secret")
        episode.refresh_from_db()
        episode.extras = [("alternate", ALTERNATE | {"recording": secret, "url": ""})]
        episode.save_revision()
        assert client.get(f"/listen/{episode.guid}/{secret.pk}.mp3").status_code == 404
        with pytest.raises(ProtectedError):
            secret.delete()

    def test_it_cannot_be_deleted_while_an_episode_has_it(self, other: Recording) -> None:
        with pytest.raises(ProtectedError):
            other.delete()

    def test_a_better_file_renders_the_item_anew(
        self, client: Client, episode: EpisodePage, other: Recording
    ) -> None:
        version(client)
        assert is_rendered_by(client, other.save)


def test_rendering_many_items_costs_no_query_for_each(show: Show, recording: Recording) -> None:
    show.extras = [("season", SEASON)]
    show.save()

    def queries(number: int) -> int:
        for _ in range(number):
            author = AuthorFactory(picture=PictureFactory())
            EpisodePageFactory(
                parent=show,
                recording=recording,
                season=2,
                artwork=PictureFactory(),
                extras=[
                    ("person", PERSON | {"author": author, "name": ""}),
                    ("person", PERSON | {"author": author, "name": ""}),
                    ("person", PERSON | {"picture": PictureFactory()}),
                    ("alternate", ALTERNATE | {"recording": recording, "url": ""}),
                ],
            )
        episodes = EpisodePage.objects.select_related("recording", "artwork")
        # The pictures are drawn, and the sites looked up, but once.
        for episode in with_extras(episodes.all()):
            item_of(episode)
        with CaptureQueriesContext(connection) as captured:
            for episode in with_extras(episodes.all()):
                item_of(episode)
        return len(captured)

    one = queries(1)
    assert queries(5) == one
    assert one <= 15
