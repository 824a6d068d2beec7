"""Lets a request that only reads ask once what several of its lists need.

A list is made anew by every query, so what all of them ask first would be asked again and again. The
answer is kept for this one request alone. Where something may be written (a POST, a command, a task)
nothing is kept: whoever asks after a change sees the change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_answers: ContextVar[MutableMapping[Callable[[], Any], Any] | None] = ContextVar(
    "answers", default=None
)


@contextmanager
def reading() -> Iterator[None]:
    """While this lasts, a function under ``once_while_reading`` is run at most once."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once_while_reading(ask: Callable[[], Answer]) -> Callable[[], Answer]:
    """Keep what ``ask`` returns until the end of ``reading``; outside of it, ask each time."""

    @wraps(ask)
    def answer() -> Answer:
        known = _answers.get()
        if known is None:
            return ask()
        if ask not in known:
            known[ask] = ask()
        return known[ask]

    return answer
