"""Forgets of commenting readers what is no longer needed; for a daily timer."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from comments.privacy import forget_old


class Command(BaseCommand):
    help = (
        "Forget addresses of commenters after --days (COMMENT_ADDRESSES_KEPT_DAYS), and delete spam "
        "and rejected comments after --spam-days (COMMENT_SPAM_KEPT_DAYS)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=settings.COMMENT_ADDRESSES_KEPT_DAYS)
        parser.add_argument("--spam-days", type=int, default=settings.COMMENT_SPAM_KEPT_DAYS)

    def handle(self, *args: Any, days: int, spam_days: int, **options: Any) -> None:
        if min(days, spam_days) < 1:
            raise CommandError("Keep at least one day.")
        done = forget_old(address_days=days, spam_days=spam_days)
        self.stdout.write(
            f"Addresses forgotten: {done['addresses']}, former words: {done['versions']}, "
            f"comments deleted: {done['comments']}"
        )
