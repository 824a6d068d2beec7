"""Deletes what visitors wrote, once it is old, and what the throttle no longer needs."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from cms.throttle import forget_full_buckets


class Command(BaseCommand):
    help = (
        "Delete messages older than --days (MESSAGES_KEPT_DAYS), and full buckets of the throttle."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=settings.MESSAGES_KEPT_DAYS)

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        if days < 1:
            raise CommandError("--days must be at least 1.")
        old = FormSubmission.objects.filter(submit_time__lt=timezone.now() - timedelta(days=days))
        forgotten, _by_model = old.delete()
        forget_full_buckets()
        self.stdout.write(f"Messages deleted: {forgotten}")
