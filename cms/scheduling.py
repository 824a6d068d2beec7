"""Publishes what is due and takes down what has expired: each in its own transaction, exactly once.

Wagtail's own command does all in one go, so the first page that fails stops the rest, and two runs
at once publish twice. A run of ours takes everything that is due, however late it comes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)

OVERDUE_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Publication:
    """A revision that is to go live."""

    moment: datetime
    pk: int

    def __str__(self) -> str:
        return f"publish revision {self.pk} planned for {self.moment:%Y-%m-%d %H:%M %Z}"

    def carry_out(self) -> bool:
        """Publish it; False where somebody else has. Raises whatever publishing raises."""
        planned = Revision.objects.filter(pk=self.pk, approved_go_live_at=self.moment)
        # Whoever comes second waits here, and then no longer finds it planned.
        revision = planned.select_for_update().first()
        if revision is None:
            return False
        # Set before, so that all who hear of the publication (the feed!) know the right date.
        _rows(revision.content_type.model_class()).filter(
            pk=revision.object_id, first_published_at=None
        ).update(first_published_at=self.moment)
        revision.publish(log_action="wagtail.publish.scheduled")
        return True


@dataclass(frozen=True, slots=True)
class Expiry:
    """A page or snippet that is to be taken down."""

    moment: datetime
    model: type[Model]
    pk: Any

    def __str__(self) -> str:
        name = self.model._meta.verbose_name
        return f"take down {name} {self.pk} expired {self.moment:%Y-%m-%d %H:%M %Z}"

    def carry_out(self) -> bool:
        """Unpublish it; False where somebody else has. Raises whatever unpublishing raises."""
        expired = _rows(self.model).filter(pk=self.pk, live=True, expire_at=self.moment)
        thing: Any = expired.select_for_update().first()
        if thing is None:
            return False
        # Wagtail forgets every schedule of what it takes down, though it may be planned to return.
        planned = thing.revisions.filter(approved_go_live_at__isnull=False)
        schedules = list(planned.values_list("pk", "approved_go_live_at"))
        thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        for pk, moment in schedules:
            Revision.objects.filter(pk=pk).update(approved_go_live_at=moment)
        return True


Job = Publication | Expiry


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run has done, and what it could not do."""

    done: list[Job]
    failed: list[Job]


def due(at: datetime | None = None) -> list[Job]:
    """Everything planned for ``at`` (now) or earlier, in the order planned.

    What expires at the very moment its next version is planned for goes first, so that it returns.
    """
    at = at or timezone.now()
    jobs: list[Job] = [*_expiries(at), *_publications(at)]
    return sorted(jobs, key=lambda job: job.moment)


def run_schedule() -> Outcome:
    """Carry out everything that is due. A job that fails is logged, and stays due for the next run."""
    outcome, tried = Outcome([], []), set[Job]()
    # Again, because what went live late may have expired by now.
    while jobs := [job for job in due() if job not in tried]:
        tried.update(jobs)
        for job in jobs:
            try:
                with transaction.atomic():
                    carried_out = job.carry_out()
            except Exception:
                logger.exception("Could not %s", job)
                outcome.failed.append(job)
            else:
                outcome.done.extend([job] if carried_out else [])
    return outcome


def is_overdue() -> bool:
    """Whether something planned has waited for longer than ``OVERDUE_AFTER``."""
    return bool(due(timezone.now() - OVERDUE_AFTER))


def _publications(at: datetime) -> Iterator[Publication]:
    revisions = Revision.objects.filter(approved_go_live_at__lte=at)
    for pk, moment in revisions.order_by("pk").values_list("pk", "approved_go_live_at"):
        yield Publication(moment, pk)


def _expiries(at: datetime) -> Iterator[Expiry]:
    snippets = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    for model in [Page, *(model for model in snippets if not issubclass(model, Page))]:
        expired = _rows(model).filter(live=True, expire_at__lte=at)
        for pk, moment in expired.order_by("pk").values_list("pk", "expire_at"):
            yield Expiry(moment, model, pk)


def _rows(model: type[Model] | None) -> QuerySet[Any]:
    """All rows of ``model``: its own manager may hide some."""
    if model is None:
        raise LookupError("The model of this revision is no longer installed.")
    return model._base_manager.all()
