"""Hubs and directories hear of a changed feed once, however often they have to be told."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from threading import Event
from urllib.parse import parse_qs

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from cms.tasks import run_due_tasks, tend_tasks
from podcast import announce
from podcast.announce import RETRY_AFTER, announce_later
from podcast.models import Show
from tests.processes import start_manage
from tests.receivers import Receiver, StartReceiver, closed_port, running

FEED = "http://localhost/podcast/feed.xml"


@pytest.fixture
def start_receiver() -> Iterator[StartReceiver]:
    with ExitStack() as stack:
        yield lambda *args, **kwargs: stack.enter_context(running(Receiver(*args, **kwargs)))


@pytest.fixture(autouse=True)
def _kept_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's transaction is on it; Django's test client keeps it open in the same way."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)


def tasks() -> list[DBTaskResult]:
    return list(DBTaskResult.objects.order_by("enqueued_at"))


def waiting() -> list[DBTaskResult]:
    return [task for task in tasks() if task.status == "READY"]


def work_when_due() -> None:
    """Let the time pass until the next task is due, and run it."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
    run_due_tasks()


def minutes_until(task: DBTaskResult) -> float:
    return (task.run_after - timezone.now()) / timedelta(minutes=1)


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
    run_due_tasks()
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
def test_a_dead_hub_keeps_no_other_waiting(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver()
    settings.WEBSUB_HUBS = [closed_port(), hub.url]
    announce_later(show)
    work_when_due()
    assert len(hub.messages) == 1
    (retry,) = waiting()
    assert retry.args_kwargs["args"] == [show.pk, settings.WEBSUB_HUBS[0]]


@pytest.mark.django_db
@pytest.mark.parametrize("status", [301, 302, 404, 410, 429, 500, 503])
def test_only_a_2xx_is_success_and_no_redirect_is_followed(
    show: Show, settings: Settings, start_receiver: StartReceiver, status: int
) -> None:
    elsewhere, hub = start_receiver(), start_receiver(status)
    hub.headers["Location"] = elsewhere.url
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    work_when_due()
    assert len(waiting()) == 1
    assert elsewhere.messages == []


@pytest.mark.django_db
def test_a_hub_that_fails_is_told_again_later_and_later_and_then_given_up(
    show: Show,
    settings: Settings,
    start_receiver: StartReceiver,
    caplog: pytest.LogCaptureFixture,
) -> None:
    hub = start_receiver(500)
    hub.body = b"hub.url is \x00 unknown" + b"x" * 100_000
    settings.WEBSUB_HUBS = [hub.url + "?key=secret"]
    announce_later(show)
    delays = []
    for _ in RETRY_AFTER:
        work_when_due()
        (retry,) = waiting()
        delays.append(round(minutes_until(retry)))
    assert delays == [1, 5, 30, 120, 480]
    work_when_due()
    assert waiting() == []
    assert len(hub.messages) == 6
    assert "Given up" in caplog.text
    assert "status 500 hub.url is   unknown" in caplog.text
    assert "secret" not in caplog.text
    assert max(len(str(task.return_value)) for task in tasks()) < 300


@pytest.mark.django_db
def test_a_hub_that_comes_back_is_told_once(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver(503)
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    work_when_due()
    hub.status = 204
    for _ in range(3):
        work_when_due()
    assert len(hub.messages) == 2


@pytest.mark.django_db
def test_a_new_change_need_not_wait_for_the_next_attempt_at_the_last(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    settings.WEBSUB_HUBS = [start_receiver(500).url]
    announce_later(show)
    for _ in range(4):
        work_when_due()
    assert minutes_until(waiting()[0]) > 60
    announce_later(show)
    (task,) = waiting()
    assert minutes_until(task) <= 1
    work_when_due()
    assert minutes_until(waiting()[0]) <= 1


@pytest.mark.django_db
def test_a_hub_that_never_answers_is_left_and_tried_again(
    show: Show,
    settings: Settings,
    start_receiver: StartReceiver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(announce, "CONNECT_AND_READ_SECONDS", (5, 0.2))
    settings.WEBSUB_HUBS = [start_receiver(hangs=True).url]
    announce_later(show)
    work_when_due()
    assert "ReadTimeout" in tasks()[0].return_value
    assert len(waiting()) == 1


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
    DBTaskResult.objects.update(run_after=timezone.now())
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
            run_due_tasks()
        assert hub.messages == []
        commit.set()
        editing.result(30)
    run_due_tasks()
    assert len(hub.messages) == 1


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_had_begun_is_announced_by_the_next(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver(hangs=True)
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    DBTaskResult.objects.update(run_after=timezone.now())
    worker = start_manage("db_worker", "--backend=background", WEBSUB_HUBS=hub.url)
    assert hub.called.wait(60)
    worker.kill()
    worker.communicate(timeout=30)
    hub.released.set()
    (task,) = tasks()
    assert task.status == "RUNNING"
    # It could still be at work.
    tend_tasks()
    run_due_tasks()
    assert len(hub.messages) == 1
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=16))
    tend_tasks()
    run_due_tasks()
    assert len(hub.messages) == 2
    assert [task.return_value for task in tasks()] == ["announced"]
