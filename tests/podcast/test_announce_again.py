"""A hub that is dead, slow or refuses is told again, and so is one whose worker was killed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from cms.tasks import tend_tasks
from podcast import announce
from podcast.announce import RETRY_AFTER, announce_later
from podcast.models import Show
from tests.background import make_all_due, minutes_until, tasks, waiting, work, work_when_due
from tests.processes import start_manage
from tests.receivers import StartReceiver, closed_port


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


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_had_begun_is_announced_by_the_next(
    show: Show, settings: Settings, start_receiver: StartReceiver
) -> None:
    hub = start_receiver(hangs=True)
    settings.WEBSUB_HUBS = [hub.url]
    announce_later(show)
    make_all_due()
    worker = start_manage("db_worker", "--backend=background", WEBSUB_HUBS=hub.url)
    assert hub.called.wait(60)
    worker.kill()
    worker.communicate(timeout=30)
    hub.released.set()
    (task,) = tasks()
    assert task.status == "RUNNING"
    # It could still be at work.
    tend_tasks()
    work()
    assert len(hub.messages) == 1
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=16))
    tend_tasks()
    work()
    assert len(hub.messages) == 2
    assert [task.return_value for task in tasks()] == ["announced"]
