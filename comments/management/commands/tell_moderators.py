"""Tells practices by e-mail which comments wait; for a daily timer."""

from typing import Any

from django.core.management import BaseCommand

from comments.digest import tell_moderators


class Command(BaseCommand):
    help = "Send the digest of waiting comments to the addresses in the comment settings."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Digests sent: {tell_moderators()}")
