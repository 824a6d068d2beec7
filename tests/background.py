"""Looks into the queue of background tasks, and works it off within the test."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks.base import Task
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from cms.tasks import run_due_tasks
from podcast.announce import announce_feed


def tasks(of: Task[Any, Any] = announce_feed) -> list[DBTaskResult]:
    """The announcements of feeds, or those of another kind, old and new."""
    kind = DBTaskResult.objects.filter(task_path=of.module_path)
    return list(kind.order_by("enqueued_at"))


def waiting(of: Task[Any, Any] = announce_feed) -> list[DBTaskResult]:
    return [task for task in tasks(of) if task.status == "READY"]


def minutes_until(task: DBTaskResult) -> float:
    return (task.run_after - timezone.now()) / timedelta(minutes=1)


def work() -> None:
    """Run what is due on the connection of the test, as Django's test client serves its pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db_worker, "close_old_connections", lambda: None)
        run_due_tasks()


def make_all_due() -> None:
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())


def work_when_due() -> None:
    """Let the time pass until the tasks are due, and run them."""
    make_all_due()
    work()
