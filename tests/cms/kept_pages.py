"""Looks into the memory of a test client's process, and counts what a request costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.middleware.pages import KeptPage
from cms.shelf import Shelf


@contextmanager
def queries() -> Iterator[list[Any]]:
    seen: list[Any] = []
    with CaptureQueriesContext(connection) as captured:
        yield seen
    seen.extend(captured.captured_queries)


#: Lets seconds pass.
Later = Callable[[float], None]


class Commit(Protocol):
    def __call__(self) -> AbstractContextManager[None]: ...


def shelf_of(client: Client) -> Shelf[KeptPage]:
    return client.handler._middleware_chain._shelf


def cost(client: Client, url: str, **extra: Any) -> int:
    with queries() as seen:
        client.get(url, **extra)
    return len(seen)
