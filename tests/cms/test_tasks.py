"""Background tasks outlive their workers, and are not kept for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db.models import DBTaskResult
from environs import ValidationError
from modelsearch.tasks import insert_or_update_object_task

from cms.management.commands.start import do_what_is_due
from cms.settings.addresses import ping_templates, web_addresses
from cms.tasks import MOST_WORKERS
from tests.background import work
from tests.factories import StandardPageFactory
from tests.processes import start_manage

pytestmark = pytest.mark.django_db


def stored_task(**fields: Any) -> DBTaskResult:
    return DBTaskResult.objects.create(
        **{
            "task_path": "cms.tasks.tend_tasks",
            "backend_name": "background",
            "args_kwargs": {"args": [], "kwargs": {}},
            "run_after": timezone.now(),
            **fields,
        }
    )


def long_ago() -> Any:
    return timezone.now() - timedelta(days=15)


def test_wagtails_tasks_still_run_at_once() -> None:
    assert isinstance(task_backends["default"], ImmediateBackend)
    assert insert_or_update_object_task.backend == "default"


def test_a_task_that_has_killed_several_workers_is_given_up() -> None:
    workers = [f"worker {number}" for number in range(MOST_WORKERS)]
    task = stored_task(status="RUNNING", started_at=long_ago(), worker_ids=workers)
    call_command("tend_tasks")
    task.refresh_from_db()
    assert task.status == "FAILED"


def test_a_task_whose_worker_died_is_queued_again() -> None:
    task = stored_task(status="RUNNING", started_at=long_ago(), worker_ids=["worker"])
    call_command("tend_tasks")
    task.refresh_from_db()
    assert task.status == "READY"


def test_a_task_that_is_at_work_is_left_alone() -> None:
    task = stored_task(status="RUNNING", started_at=timezone.now(), worker_ids=["worker"])
    call_command("tend_tasks")
    task.refresh_from_db()
    assert task.status == "RUNNING"


def test_what_was_done_two_weeks_ago_is_forgotten_and_nothing_else() -> None:
    for status in ("SUCCESSFUL", "FAILED"):
        stored_task(status=status, finished_at=long_ago())
        stored_task(status=status, finished_at=timezone.now())
    stored_task(status="READY", run_after=timezone.now() + timedelta(hours=8))
    call_command("tend_tasks")
    kept = DBTaskResult.objects.values_list("status", flat=True)
    assert sorted(kept) == ["FAILED", "READY", "SUCCESSFUL"]


def test_a_task_that_is_gone_from_the_code_stops_no_worker() -> None:
    task = stored_task(task_path="cms.tasks.no_longer_there")
    work()
    task.refresh_from_db()
    assert task.status == "FAILED"


@pytest.mark.parametrize("check", [web_addresses, ping_templates])
@pytest.mark.parametrize(
    "url", ["hub.example", "ftp://hub.example/{feed_url}", "https:///{feed_url}"]
)
def test_an_address_that_is_none_of_the_web_stops_the_start(check: Any, url: str) -> None:
    with pytest.raises(ValidationError):
        check([url])


def test_a_ping_needs_a_place_for_the_feeds_address() -> None:
    ping_templates(["https://directory.example/ping?url={feed_url}"])
    with pytest.raises(ValidationError):
        ping_templates(["https://directory.example/ping"])


def test_a_wrong_address_is_reported_with_the_name_of_its_variable() -> None:
    started = start_manage("diffsettings", WEBSUB_HUBS="https://hub.example/,hub.example")
    errors = started.communicate(timeout=60)[1]
    assert started.returncode
    assert "WEBSUB_HUBS" in errors
    assert "'hub.example' is no http or https address." in errors


@pytest.mark.django_db(transaction=True)
def test_make_run_publishes_and_works_without_timers_and_worker() -> None:
    page = StandardPageFactory(live=False)
    page.save_revision(approved_go_live_at=timezone.now())
    task = stored_task(status="RUNNING", started_at=long_ago(), worker_ids=["worker"])
    do_what_is_due()
    page.refresh_from_db()
    assert page.live
    task.refresh_from_db()
    assert task.status == "READY"
    do_what_is_due()
    task.refresh_from_db()
    assert task.finished_at
