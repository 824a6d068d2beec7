"""Which episodes are in the feed, in what order, with what values, and never what is hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Workflow

import podcast.blocks
import podcast.feed
import podcast.models
from podcast import feed_items
from podcast.models import EpisodePage, Show
from tests.audio_files import make_m4a, make_mp3
from tests.factories import EpisodePageFactory, PictureFactory
from tests.feed_readers import READERS, UNKNOWN, ReadItem, by_feedparser
from tests.podcast.conftest import store
from users.models import User

SECRET = "xyzzysecret"


def read(client: Client, path: str = "/podcast/feed.xml") -> list[ReadItem]:
    return by_feedparser(client.get(path).content)


@pytest.mark.parametrize("reader", READERS)
def test_three_readers_read_every_item_back(
    client: Client, show: Show, reader: Callable[[bytes], list[ReadItem]]
) -> None:
    episodes = [
        EpisodePageFactory(
            parent=show,
            title=f"Über & <Unter> {number}",
            summary="A line.",
            show_notes="<p>Hear <b>this</b>.</p>",
            season=1,
            number=number,
            episode_type=("full", "bonus", "trailer")[number % 3],
            explicit=number == 2,
            artwork=PictureFactory() if number == 1 else None,
            recording=store(make() if number != 3 else make_mp3(seconds=2)),
            first_published_at=datetime(2026, 3, number, 12, tzinfo=UTC),
        )
        for number, make in enumerate([make_mp3, make_m4a, make_mp3], start=1)
    ]
    items = reader(client.get("/podcast/feed.xml").content)
    assert [item.guid for item in items] == [str(each.guid) for each in reversed(episodes)]
    for item, episode in zip(items, reversed(episodes), strict=True):
        assert item.title == episode.title
        assert item.enclosure_url == f"http://localhost{episode.audio_path}"
        assert item.enclosure_length == episode.recording.byte_length
        assert item.enclosure_type == episode.recording.mime_type
        assert item.duration == round(episode.recording.duration)
        assert item.published == episode.first_published_at
        assert (item.season, item.number) == (1, episode.number)
        assert item.episode_type == episode.episode_type
        assert item.explicit in (UNKNOWN, episode.explicit)
        assert bool(item.image_url) == bool(episode.artwork)


def test_the_length_in_the_feed_is_the_length_that_is_sent(
    client: Client, episode: EpisodePage
) -> None:
    (item,) = read(client)
    response = client.get(item.enclosure_url)
    assert response["Content-Length"] == str(item.enclosure_length)
    assert len(response.getvalue()) == item.enclosure_length
    assert response["Content-Type"] == item.enclosure_type


HIDDEN = {
    "draft": {"live": False, "first_published_at": None},
    "unpublished": {"live": False},
    "scheduled": {"live": False, "go_live_at": timezone.now() + timedelta(days=1)},
    "expired": {"expire_at": timezone.now() - timedelta(seconds=1)},
}


@pytest.mark.parametrize("kind", HIDDEN)
def test_a_hidden_episode_is_nowhere_in_the_feed(
    client: Client, episode: EpisodePage, kind: str
) -> None:
    EpisodePageFactory(
        parent=episode.show,
        title=f"{SECRET} title",
        slug=f"{SECRET}-slug",
        summary=f"{SECRET} summary",
        show_notes=f"<p>{SECRET} notes</p>",
        search_description=f"{SECRET} description",
        **HIDDEN[kind],
    )
    body = client.get("/podcast/feed.xml").text
    assert SECRET not in body
    assert [item.guid for item in read(client)] == [str(episode.guid)]


def test_a_draft_of_a_published_episode_is_nowhere_in_the_feed(
    client: Client, episode: EpisodePage
) -> None:
    before = client.get("/podcast/feed.xml").content
    episode.title = episode.summary = f"{SECRET} words"
    episode.show_notes = f"<p>{SECRET} notes</p>"
    episode.save_revision()
    assert client.get("/podcast/feed.xml").content == before


@pytest.mark.parametrize("kind", ["password", "groups", "login"])
def test_a_private_episode_leaves_the_feed_and_comes_back(
    client: Client, episode: EpisodePage, kind: str
) -> None:
    assert read(client)
    restriction = PageViewRestriction.objects.create(
        page=episode, restriction_type=kind, password="open"
    )
    assert read(client) == []
    restriction.delete()
    assert [item.guid for item in read(client)] == [str(episode.guid)]


def test_unpublishing_and_publishing_keeps_guid_and_date(
    client: Client, episode: EpisodePage
) -> None:
    (before,) = read(client)
    episode.unpublish()
    assert read(client) == []
    episode.save_revision().publish()
    assert read(client) == [before]


def test_a_deleted_episode_leaves_the_feed(client: Client, episode: EpisodePage) -> None:
    EpisodePageFactory(parent=episode.show, title="Stays")
    assert len(read(client)) == 2
    episode.delete()
    assert [item.title for item in read(client)] == ["Stays"]


def test_the_newest_is_first_and_the_order_is_the_same_each_time(
    client: Client, show: Show
) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    for title, days in (("Middle", 1), ("Twin", 1), ("Oldest", 0), ("Newest", 2)):
        EpisodePageFactory(
            parent=show, title=title, first_published_at=moment + timedelta(days=days)
        )
    assert [item.title for item in read(client)] == ["Newest", "Twin", "Middle", "Oldest"]


def test_a_change_keeps_the_place_the_date_and_the_guid(
    client: Client, episode: EpisodePage
) -> None:
    EpisodePageFactory(parent=episode.show, title="Later")
    (_, before) = read(client)
    episode.title, episode.slug = "Renamed", "renamed"
    episode.save_revision().publish()
    (_, after) = read(client)
    assert after.title == "Renamed"
    assert (after.guid, after.published) == (before.guid, before.published)
    assert after.enclosure_url == before.enclosure_url
    assert "/podcast/renamed/" in client.get("/podcast/feed.xml").text


def test_a_scheduled_episode_goes_out_with_the_date_of_that_moment(
    client: Client, show: Show
) -> None:
    before = timezone.now() - timedelta(seconds=2)
    episode = EpisodePageFactory(parent=show, live=False, first_published_at=None)
    episode.go_live_at = timezone.now() + timedelta(hours=1)
    revision = episode.save_revision()
    revision.publish()
    call_command("publish_scheduled")
    assert read(client) == []
    revision.refresh_from_db()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled")
    (item,) = read(client)
    assert item.published >= before - timedelta(minutes=1)
    assert client.get(item.enclosure_url).status_code == 200


def test_an_expired_episode_is_gone_at_once_and_out_of_the_feed_with_the_command(
    client: Client, episode: EpisodePage
) -> None:
    assert read(client)
    episode.expire_at = timezone.now() + timedelta(hours=1)
    episode.save_revision().publish()
    EpisodePage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    assert client.get("/podcast/one/").status_code == 404
    assert client.get(episode.audio_path).status_code == 404
    call_command("publish_scheduled")
    assert read(client) == []


def test_a_moderated_episode_is_in_the_feed_once_it_is_approved(client: Client, show: Show) -> None:
    author, chief = User.objects.create_user("author"), User.objects.create_superuser("chief")
    author.groups.add(Group.objects.get(name="Editors"))
    episode = EpisodePageFactory(parent=show, live=False, first_published_at=None, owner=author)
    episode.save_revision(user=author)
    state = Workflow.objects.get().start(episode, author)
    assert read(client) == []
    state.current_task_state.task.specific.on_action(state.current_task_state, chief, "approve")
    assert [item.guid for item in read(client)] == [str(episode.guid)]


CONTROLS = "".join(map(chr, [1, 8, 11, 12, 31, 0x7F, 0x85, 0x2028, 0xFFFE, 0xFFFF]))


def test_control_characters_do_not_harm_the_feed(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    episode.title = f"A{CONTROLS}title"
    episode.summary = f"A{CONTROLS}summary ]]> & <b>"
    episode.show_notes = f"<p>Some{CONTROLS}notes ]]></p>"
    episode.save_revision().publish()
    show.title = f"The{CONTROLS}Show"
    show.description = f"What{CONTROLS}it is."
    show.save_revision().publish()
    EpisodePageFactory(parent=show, title="The next")
    show.save_revision().publish()
    items = read(client)
    assert [item.guid for item in items][1] == str(episode.guid)
    assert items[1].title.startswith("A")
    assert items[1].title.endswith("title")


def test_a_title_of_nothing_visible_does_not_stop_the_feed(
    client: Client, episode: EpisodePage
) -> None:
    assert read(client)
    odd = EpisodePageFactory(parent=episode.show, live=False, slug="odd")
    odd.title = "\x01"
    odd.save_revision().publish()
    last = EpisodePageFactory(parent=episode.show, title="The last", live=False)
    last.save_revision().publish()
    assert "The last" in [item.title for item in read(client)]


@pytest.mark.parametrize("package", [podcast.feed, podcast.blocks, podcast.models])
def test_an_update_of_whatever_writes_feeds_is_noticed(
    package: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(package, "__path__", [str(tmp_path)])
    assert feed_items._rendering() != feed_items.RENDERING
