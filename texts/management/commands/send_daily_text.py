"""Plans and sends what is due; for a timer each minute. Two at once do no harm."""

from typing import Any

from django.core.management import BaseCommand, CommandParser

from texts.planning import plan_mornings
from texts.sending import send_all_due


class Command(BaseCommand):
    help = "Put the texts of this morning into the outbox, and send what is due, for --seconds at most."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seconds", type=float, default=50, metavar="N")

    def handle(self, *args: Any, seconds: float, **options: Any) -> None:
        planned = plan_mornings()
        sent = send_all_due(seconds=seconds)
        self.stdout.write(f"Texts planned: {planned}, handed over: {sent}")
