"""What is planned happens: on time, in order, once, and whatever happens to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import StringIO
from threading import Event
from typing import Any

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import connection, transaction
from django.dispatch import Signal
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published, page_unpublished

from cms.models import StandardPage
from cms.scheduling import due, run_schedule
from tests.factories import StandardPageFactory
from tests.processes import start_manage

PUBLISHED = "wagtail.publish.scheduled"


def ago(**period: float) -> datetime:
    """A moment of the past, to the second: a revision's JSON keeps no microseconds."""
    return timezone.now().replace(microsecond=0) - timedelta(**period)


def planned(title: str, moment: datetime, **fields: Any) -> StandardPage:
    """A page that was to go live, for the first time, at ``moment``."""
    page = StandardPageFactory(
        title=title, live=False, first_published_at=None, last_published_at=None, **fields
    )
    plan(page, moment)
    return page


def plan(page: StandardPage, moment: datetime, **content: Any) -> Revision:
    revision = page.save_revision(approved_go_live_at=moment)
    revision.content |= {"go_live_at": moment.isoformat(), **content}
    revision.save()
    return revision


def now(page: StandardPage) -> StandardPage:
    return StandardPage.objects.get(pk=page.pk)


@contextmanager
def listening(signal: Signal, listen: Any) -> Iterator[None]:
    signal.connect(listen, weak=False)
    try:
        yield
    finally:
        signal.disconnect(listen)


def refuse(title: str) -> Any:
    def receiver(instance: Page, **kwargs: Any) -> None:
        if instance.title == title:
            raise RuntimeError("no")

    return receiver


@pytest.mark.parametrize("name", ["publish_scheduled", "publish_scheduled_pages"])
def test_the_command_is_ours_and_not_wagtails(name: str) -> None:
    assert get_commands()[name] == "cms"


@pytest.mark.django_db
def test_a_due_page_goes_live_with_the_date_that_was_planned() -> None:
    moment = ago(hours=3)
    page = planned("Heron", moment)
    before = timezone.now()
    call_command("publish_scheduled")
    page = now(page)
    assert page.live
    assert page.first_published_at == moment
    # When readers could first see what they see: caches and robots must not think it is old.
    assert page.last_published_at >= before
    assert due() == []


@pytest.mark.django_db
def test_whoever_hears_of_the_publication_already_sees_the_planned_date() -> None:
    moment, heard = ago(hours=3), []

    def receiver(instance: Page, **kwargs: Any) -> None:
        heard.append(instance.first_published_at)

    planned("Heron", moment)
    with listening(page_published, receiver):
        run_schedule()
    assert heard == [moment]


@pytest.mark.django_db
def test_a_page_that_was_live_before_keeps_its_first_date() -> None:
    first = ago(days=90)
    page = StandardPageFactory(title="Heron", first_published_at=first)
    page.title = "Stork"
    plan(page, ago(minutes=1))
    run_schedule()
    assert (now(page).title, now(page).first_published_at) == ("Stork", first)


@pytest.mark.django_db
def test_what_is_not_due_stays_as_it_is() -> None:
    page = planned("Later", ago(hours=-1))
    call_command("publish_scheduled")
    assert not now(page).live
    assert page.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.django_db
def test_after_an_outage_everything_happens_in_the_order_planned() -> None:
    order = []

    def receiver(instance: Page, **kwargs: Any) -> None:
        order.append(instance.title)

    planned("Third", ago(hours=1))
    planned("First", ago(hours=3))
    StandardPageFactory(title="Second, an expiry", expire_at=ago(hours=2))
    with listening(page_published, receiver), listening(page_unpublished, receiver):
        call_command("publish_scheduled")
    assert order == ["First", "Second, an expiry", "Third"]


@pytest.mark.django_db
def test_what_went_live_too_late_expires_in_the_same_run() -> None:
    page = planned("Heron", ago(hours=3), expire_at=ago(hours=1))
    run_schedule()
    assert (now(page).live, now(page).expired) == (False, True)
    assert now(page).first_published_at


@pytest.mark.django_db
def test_a_page_that_expires_keeps_its_later_schedule() -> None:
    tomorrow = ago(days=-1)
    page = StandardPageFactory(title="Heron", expire_at=ago(hours=1))
    revision = plan(page, tomorrow)
    run_schedule()
    assert not now(page).live
    revision.refresh_from_db()
    assert revision.approved_go_live_at == tomorrow


@pytest.mark.django_db
def test_a_page_that_expires_when_its_next_version_is_planned_is_live_with_it() -> None:
    moment = ago(hours=1)
    page = StandardPageFactory(title="Heron", expire_at=moment)
    plan(page, moment, title="Stork", expire_at=None)
    run_schedule()
    assert (now(page).live, now(page).title) == (True, "Stork")


@pytest.mark.django_db
def test_a_page_that_fails_blocks_no_other_keeps_its_schedule_and_is_reported() -> None:
    bad, good = planned("Bad", ago(hours=2)), planned("Good", ago(hours=1))
    with listening(page_published, refuse("Bad")):
        with pytest.raises(CommandError) as failure:
            call_command("publish_scheduled")
        assert failure.value.returncode == 1
        revision = bad.revisions.get()
        assert f"revision {revision.pk}" in str(failure.value)
    assert now(good).live
    assert not now(bad).live
    assert now(bad).first_published_at is None
    assert revision.approved_go_live_at is not None
    call_command("publish_scheduled")
    assert now(bad).live


@pytest.mark.django_db
def test_a_page_that_cannot_be_taken_down_blocks_no_other() -> None:
    bad = StandardPageFactory(title="Bad", expire_at=ago(hours=2))
    good = StandardPageFactory(title="Good", expire_at=ago(hours=1))
    with listening(page_unpublished, refuse("Bad")):
        outcome = run_schedule()
    assert [job.pk for job in outcome.failed] == [bad.pk]
    assert (now(bad).live, now(good).live) == (True, False)


@pytest.mark.django_db
@pytest.mark.parametrize("flag", ["--dry-run", "--dryrun"])
def test_a_dry_run_says_what_is_due_and_does_nothing(flag: str) -> None:
    page = planned("Heron", ago(hours=1))
    expired = StandardPageFactory(title="Stork", expire_at=ago(hours=2))
    answer = StringIO()
    call_command("publish_scheduled", flag, stdout=answer)
    lines = answer.getvalue().splitlines()
    assert [line.split()[:2] for line in lines] == [["Would", "take"], ["Would", "publish"]]
    assert (now(page).live, now(expired).live) == (False, True)


@pytest.mark.django_db
def test_a_job_that_somebody_else_has_done_is_not_done_again() -> None:
    planned("Heron", ago(hours=1))
    StandardPageFactory(title="Stork", expire_at=ago(hours=2))
    jobs = due()
    assert [job.carry_out() for job in jobs] == [True, True]
    assert [job.carry_out() for job in jobs] == [False, False]


@pytest.mark.django_db(transaction=True)
def test_who_comes_while_a_page_is_being_published_does_not_publish_it_too() -> None:
    page = planned("Heron", ago(hours=1))
    (job,) = due()
    publishing, go_on = Event(), Event()

    def receiver(**kwargs: Any) -> None:
        publishing.set()
        go_on.wait(30)

    def carry_out() -> bool:
        try:
            with transaction.atomic():
                return job.carry_out()
        finally:
            connection.close()

    with listening(page_published, receiver), ThreadPoolExecutor(2) as runs:
        first = runs.submit(carry_out)
        assert publishing.wait(30)
        second = runs.submit(carry_out)
        # Time to get as far as it can without the lock; too little would only hide a fault.
        go_on.wait(0.5)
        go_on.set()
        assert (first.result(30), second.result(30)) == (True, False)
    assert PageLogEntry.objects.filter(page=page.pk, action=PUBLISHED).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_publish_each_page_exactly_once() -> None:
    pages = [planned(f"Heron {number}", ago(hours=number + 1)) for number in range(12)]
    runs = [start_manage("publish_scheduled") for _ in range(2)]
    errors = [run.communicate(timeout=120)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], errors
    for page in pages:
        assert now(page).live
        assert PageLogEntry.objects.filter(page=page.pk, action=PUBLISHED).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "status"), [(-1, 200), (4, 200), (6, 503)])
def test_the_scheduler_is_well_until_something_is_late_by_five_minutes(
    client: Client, minutes: int, status: int
) -> None:
    planned("Secret title", ago(minutes=minutes))
    answer = client.get("/healthz/scheduler")
    assert answer.status_code == status
    assert answer.content in (b"ok", b"overdue")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_the_scheduler_is_not_well_while_an_expired_page_is_still_up(client: Client) -> None:
    StandardPageFactory(expire_at=ago(minutes=6))
    assert client.get("/healthz/scheduler").status_code == 503
    run_schedule()
    assert client.get("/healthz/scheduler").status_code == 200
