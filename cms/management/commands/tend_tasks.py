"""Looks after the background tasks; the worker itself is ``db_worker``."""

from typing import Any

from django.core.management import BaseCommand

from cms.tasks import tend_tasks


class Command(BaseCommand):
    help = "Queue again what a killed worker left behind, and forget tasks done two weeks ago."

    def handle(self, **options: Any) -> None:
        tend_tasks()
