"""Forgets old texts and addresses; for a daily timer."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from texts.forgetting import forget_old


class Command(BaseCommand):
    help = "Forget what was sent, answered and stopped more than --days ago (TEXTS_KEPT_DAYS)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=settings.TEXTS_KEPT_DAYS)

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        if days < 2:
            raise CommandError("Keep at least two days: a code holds for one.")
        done = forget_old(days=days)
        self.stdout.write(
            f"Messages forgotten: {done['messages']}, replies: {done['replies']}, "
            f"stopped readers: {done['stopped']}, sign-ups: {done['sign_ups']}"
        )
