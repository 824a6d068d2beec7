"""Builds every feed that is not as it should be; run it when you deploy, so that no reader waits for it."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management import BaseCommand, CommandError

from podcast.feeds import build_feed
from podcast.models import Show

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Build the feeds that an update of the software, or a missed build, has left behind. What is "
        "as it should be costs a few queries. Exit code 1 if a feed was refused."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        refused = [show.title for show in Show.objects.order_by("pk") if not _is_built(show)]
        if refused:
            raise CommandError(f"Refused, the last good one is served: {', '.join(refused)}")


def _is_built(show: Show) -> bool:
    if not show.full_url:
        return True
    try:
        return not build_feed(show).fault
    except Exception:
        logger.exception("The feed of show %s could not be built", show.pk)
        return False
