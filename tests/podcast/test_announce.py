"""Hubs and directories hear of a changed feed: once, and not before it is stored."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from urllib.parse import parse_qs

import pytest
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from podcast.announce import announce_later
from podcast.models import Show
from tests.background import make_all_due, minutes_until, tasks, waiting, work, work_when_due
from tests.receivers import StartReceiver

FEED = "http://localhost/podcast/feed.xml"


@pytest.mark.django_db
def test_nobody_is_told_unless_the_site_asks_for_it(show: Show) -> None:
    announce_later(show)
    assert tasks() == []


@pytest.mark.django_db
def test_a_hub_is_told_as_websub_says(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver()
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    assert hub.messages == []
    work_when_due()
    ((method, path, body),) = hub.messages
    assert (method, path) == ("POST", "/")
    assert parse_qs(body) == {"hub.mode": ["publish"], "hub.url": [FEED]}
    assert [task.return_value for task in tasks()] == ["announced"]


@pytest.mark.django_db
def test_a_ping_holds_the_whole_address_of_the_feed_encoded(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    directory = start_receiver(200)
    settings.FEED_PINGS = [directory.url + "ping?key=a%20b&url={feed_url}"]
    announce_later(show)
    work_when_due()
    encoded = "http%3A%2F%2Flocalhost%2Fpodcast%2Ffeed.xml"
    assert directory.messages == [("GET", f"/ping?key=a%20b&url={encoded}", "")]


@pytest.mark.django_db
def test_changes_within_a_minute_are_announced_once(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver()
    settings.WEBSUB_HUBS = [hub.url]
    for _ in range(3):
        announce_later(show)
    (task,) = waiting()
    assert 0 < minutes_until(task) <= 1
    work()
    assert hub.messages == []
    work_when_due()
    assert len(hub.messages) == 1


@pytest.mark.django_db
def test_a_change_after_an_announcement_is_announced_again(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver()
    settings.WEBSUB_HUBS = [hub.url]
    for _ in range(2):
        announce_later(show)
        work_when_due()
    assert len(hub.messages) == 2


@pytest.mark.django_db
def test_a_change_that_is_rolled_back_is_not_announced(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    settings.WEBSUB_HUBS = [start_receiver().url]
    with transaction.atomic():
        announce_later(show)
        transaction.set_rollback(True)
    assert tasks() == []


@pytest.mark.django_db
def test_proxies_of_the_environment_are_not_used(
    show: Show,
    settings: Settings,
    start_receiver: StartReceiver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proxy, hub = start_receiver(), start_receiver()
    monkeypatch.setenv("http_proxy", proxy.url)
    monkeypatch.setenv("no_proxy", "")
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    work_when_due()
    assert (len(proxy.messages), len(hub.messages)) == (0, 1)


@pytest.mark.django_db
def test_a_show_that_is_no_longer_public_is_not_announced(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver()
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    show.unpublish()
    work_when_due()
    assert (hub.messages, waiting()) == ([], [])


@pytest.mark.django_db
def test_a_hub_that_is_no_longer_asked_for_is_not_told(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver()
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    settings.WEBSUB_HUBS = []
    work_when_due()
    assert (hub.messages, waiting()) == ([], [])


@pytest.mark.django_db(transaction=True)
def test_an_announcement_is_never_begun_before_the_newest_change_is_committed(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    """Else the hub would fetch the feed of before, and the change that relied on it be lost."""
    hub = start_receiver()
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    make_all_due()
    relied, commit = Event(), Event()

    def change() -> None:
        try:
            with transaction.atomic():
                announce_later(show)
                relied.set()
                commit.wait(30)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as editor:
        editing = editor.submit(change)
        assert relied.wait(30)
        if connection.vendor == "postgresql":
            # On SQLite the worker could do nothing but wait for the only writer.
            work()
        assert hub.messages == []
        commit.set()
        editing.result(30)
    work()
    assert len(hub.messages) == 1
