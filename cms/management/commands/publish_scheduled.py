"""Lets scheduled pages go live and expire. Stands in for Wagtail's command of the same name."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from cms.scheduling import due, run_schedule


class Command(BaseCommand):
    help = "Publish what is scheduled and take down what has expired; to be run every minute."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", "--dryrun", action="store_true", help="Only say what would be done."
        )

    def handle(self, *, dry_run: bool = False, **options: Any) -> None:
        if dry_run:
            for job in due():
                self.stdout.write(f"Would {job}")
            return
        outcome = run_schedule()
        if outcome.failed:
            lines = [f"Could not {job}" for job in outcome.failed]
            raise CommandError("\n".join([*lines, "They stay scheduled; the log says why."]))
