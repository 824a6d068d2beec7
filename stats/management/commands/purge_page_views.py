"""Forgets page views that nobody looks at any more."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from stats.counting import first_day_of, forget_before

KEPT_DAYS = 400


class Command(BaseCommand):
    help = "Delete the counts of page views that are older than 400 days, or than --days."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--days", type=int, default=KEPT_DAYS, metavar="N", help="Keep the last N days."
        )

    def handle(self, *, days: int = KEPT_DAYS, **options: Any) -> None:
        if days < 1:
            raise CommandError("Keep at least one day.")
        deleted = forget_before(first_day_of(days))
        self.stdout.write(f"Forgot {deleted} daily counts.")
