"""The ground of all tests: databases that keep their first rows, fresh caches, the default site."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from pytest_django import DjangoCaptureOnCommitCallbacks, DjangoDbBlocker
from wagtail.models import Site

from tests.cms.kept_pages import Commit
from texts import append_only

ASKING = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="run only tests that ask a database and no browser, for a second database of another make",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--database-only"):
        return
    asks = [each for each in items if asks_a_database(each)]
    config.hook.pytest_deselected(items=[each for each in items if not asks_a_database(each)])
    items[:] = asks


def asks_a_database(item: pytest.Item) -> bool:
    """Not those of a browser: what it shows is the same whatever the rows come from, and takes its time."""
    if "browser" in item.path.parts:
        return False
    fixtures = ASKING.intersection(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db"))


def end_other_sessions() -> None:
    """A browser that keeps its connection to a test's server keeps the server's to the database.

    PostgreSQL drops no database that somebody is connected to.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let transactional tests leave behind what the migrations made, not empty tables.

    They end by emptying every table, the root page, locale, site and groups included, so whatever
    test comes next would meet a database that no installation ever has.
    """
    with django_db_blocker.unblock():
        first_rows = connection.creation.serialize_db_to_string()

    def flush_and_restore(test_case: TransactionTestCase) -> None:
        # A page looks its content type up when it is made, and would make a missing one.
        ContentType.objects.get_for_models(*apps.get_models())
        # SQLite empties tables row by row, which the consent ledger refuses.
        append_only.lift(connection)
        call_command(
            "flush",
            verbosity=0,
            interactive=False,
            # The rows come back with their old keys: counters must stand above them, and the
            # content types and permissions that flush would make anew must not be in the way.
            reset_sequences=False,
            inhibit_post_migrate=True,
        )
        append_only.lay(connection)
        connection.creation.deserialize_db_from_string(first_rows)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_and_restore)
        yield
    with django_db_blocker.unblock():
        end_other_sessions()


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    """No test sees what another one cached, such as the paths of Wagtail's sites."""
    yield
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def site(db: None) -> Site:
    """The site that the migrations made: localhost, with our home page as its root."""
    return Site.objects.select_related("root_page").get(is_default_site=True)


@pytest.fixture
def commit(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Commit:
    """Does, at the end of a block, what waits for the block's commit.

    A test is one transaction that never ends: what its fixtures left to be done is forgotten first.
    """

    @contextmanager
    def committing() -> Iterator[None]:
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return committing
