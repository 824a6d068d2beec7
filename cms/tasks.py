"""Background tasks: who runs them, what becomes of those whose worker died, and when they are forgotten.

Declare one with ``@task(backend=BACKGROUND)``. It must do no harm when it runs twice: a worker that is
only slow looks like one that died.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

BACKGROUND = "background"
# No task of ours takes a minute.
LOST_AFTER = timedelta(minutes=15)
# A task that has killed this many workers would kill the next one too.
MOST_WORKERS = 3
KEPT_FOR = timedelta(days=14)


def run_due_tasks() -> None:
    """Run all that is due in this process and return; ``db_worker`` does so without end."""
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name=BACKGROUND,
        startup_delay=False,
        max_tasks=None,
        worker_id="in this process",
    ).run()


def tend_tasks() -> None:
    """Queue again what a killed worker never finished, and forget what has long been done."""
    now = timezone.now()
    tasks = DBTaskResult.objects.filter(backend_name=BACKGROUND)
    for lost in tasks.running().filter(started_at__lt=now - LOST_AFTER):
        _take_back(lost)
    tasks.finished().filter(finished_at__lt=now - KEPT_FOR).delete()


def _take_back(lost: DBTaskResult[Any, Any]) -> None:
    """Let another worker have it, or nobody any more."""
    hopeless = len(lost.worker_ids) >= MOST_WORKERS
    changes = (
        {"status": TaskResultStatus.FAILED, "finished_at": timezone.now()}
        if hopeless
        else {"status": TaskResultStatus.READY}
    )
    # Unless it has been finished, or taken back, since it was looked at.
    same = DBTaskResult.objects.running().filter(pk=lost.pk, started_at=lost.started_at)
    if same.update(**changes):
        fate = "given up" if hopeless else "queued again"
        logger.warning("The worker of task %s (%s) died: %s", lost.pk, lost.task_path, fate)
