"""What tests of pages and editions share."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import StandardPage
from tests.cms.kept_pages import Commit
from tests.factories import StandardPageFactory


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


@pytest.fixture
def about(site: Any) -> StandardPage:
    return StandardPageFactory(title="Of our house", slug="of-our-house")


@pytest.fixture
def visitor(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A stranger who meets a process that keeps pages for ten minutes; no time passes by itself."""
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    settings.PAGE_MEMORY_SECONDS = 600
    return Client()
