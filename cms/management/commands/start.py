"""Brings a developer's site up: migrates, loads the demo into an empty database, serves.

One process instead of three, since most of a command's time goes into importing Wagtail. It does
not reload changed code; ``manage.py runserver`` does.
"""

import logging
import time
from io import StringIO
from threading import Thread
from typing import Any

from django.core.management import BaseCommand, CommandParser, call_command
from django.db import close_old_connections, connection
from django.db.migrations.executor import MigrationExecutor

from cms.scheduling import run_schedule
from cms.tasks import run_due_tasks, tend_tasks

logger = logging.getLogger(__name__)

#: Somebody who tries the sign-up waits for a code.
SECONDS_BETWEEN_SCHEDULES = 5


def migrations_are_pending() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def keep_schedules() -> None:
    """What timers and a worker do in production: schedules and background tasks, while it is tried."""
    while True:
        close_old_connections()
        do_what_is_due()
        time.sleep(SECONDS_BETWEEN_SCHEDULES)


def build_feeds() -> None:
    call_command("build_feeds")


def send_daily_text() -> None:
    call_command("send_daily_text", stdout=StringIO())


def do_what_is_due() -> None:
    for work in (build_feeds, run_schedule, run_due_tasks, tend_tasks, send_daily_text):
        try:
            work()
        except Exception:
            # The next turn may do better; a thread that ended never would.
            logger.exception("%s failed", work.__name__)


class Command(BaseCommand):
    help = "Migrate, load the demo into an empty database, and serve on ADDRESS:PORT."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", metavar="ADDRESS:PORT")

    def handle(self, *args: Any, **options: Any) -> None:
        if migrations_are_pending():
            self.stdout.write("Preparing the database")
            call_command("migrate", verbosity=0)
        call_command("demo")
        Thread(target=keep_schedules, daemon=True).start()
        call_command("runserver", options["address"], use_reloader=False, skip_checks=True)
