"""Tells WebSub hubs and directories that a feed has changed: in the background, until they have heard.

Every receiver has a task of its own, so one that is dead keeps no other waiting.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlsplit

import requests
import urllib3
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from cms.settings.addresses import FEED_URL
from cms.tasks import BACKGROUND
from podcast.models import Show

logger = logging.getLogger(__name__)

# Changes within this time are announced once.
DELAY = timedelta(minutes=1)
RETRY_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
)
CONNECT_AND_READ_SECONDS = (5, 10)
MOST_OF_AN_ANSWER = 64 * 1024
SHOWN_OF_AN_ANSWER = 200


def announce_later(show: Show) -> None:
    """Announce the changed feed of ``show`` to all receivers, in about a minute.

    To be called in the transaction that stores the feed, with the feed's row locked: the receivers
    fetch the feed at once, so no announcement may run before the commit, nor be missed by two.
    """
    for receiver in _receivers():
        _announce_soon(show.pk, receiver)


@task(backend=BACKGROUND)
def announce_feed(show_id: int, receiver: str, failures: int = 0) -> str:
    """Tell ``receiver`` now, and plan the next attempt if it does not take it. Returns what happened."""
    show = Show.objects.public_now().filter(pk=show_id).first()
    if show is None or not show.full_url or receiver not in _receivers():
        return "no longer asked for"
    fault = _fault_in_telling(receiver, show.feed_url)
    if not fault:
        return "announced"
    # Neither the log nor the row says more of the address: it may hold a key.
    what = f"{urlsplit(receiver).hostname} did not take the feed of show {show_id}: {fault}"
    if failures == len(RETRY_AFTER):
        logger.error("%s. Given up", what)
        return f"given up: {fault}"
    logger.warning("%s. Next attempt in %s", what, RETRY_AFTER[failures])
    _retry(show_id, receiver, failures)
    return f"to be tried again: {fault}"


def _receivers() -> Iterator[str]:
    yield from settings.WEBSUB_HUBS
    yield from settings.FEED_PINGS


@transaction.atomic
def _announce_soon(show_id: int, receiver: str) -> None:
    soon = timezone.now() + DELAY
    waiting = _waiting(show_id, receiver)
    if waiting is None:
        announce_feed.using(run_after=soon).enqueue(show_id, receiver)
    elif waiting.run_after > soon:
        # It waits for a receiver that failed; what is new is worth trying anew.
        waiting.run_after = soon
        waiting.args_kwargs = {"args": [show_id, receiver], "kwargs": {}}
        waiting.save(update_fields=["run_after", "args_kwargs"])


@transaction.atomic
def _retry(show_id: int, receiver: str, failures: int) -> None:
    """Plan the next attempt, unless a newer change is to be announced anyway."""
    if _waiting(show_id, receiver) is None:
        later = timezone.now() + RETRY_AFTER[failures]
        announce_feed.using(run_after=later).enqueue(show_id, receiver, failures=failures + 1)


def _waiting(show_id: int, receiver: str) -> DBTaskResult[Any, Any] | None:
    """The announcement that no worker has begun, locked: none begins it before our commit."""
    waiting = DBTaskResult.objects.filter(
        status="READY",
        task_path=announce_feed.module_path,
        args_kwargs__args=[show_id, receiver],
    )
    return waiting.select_for_update().first()


def _fault_in_telling(receiver: str, feed_url: str) -> str:
    """What went wrong in words, empty if nothing did: only an answer of 2xx is success."""
    try:
        with requests.Session() as session:
            # Neither proxies nor passwords from the environment.
            session.trust_env = False
            with session.send(
                session.prepare_request(_message(receiver, feed_url)),
                timeout=CONNECT_AND_READ_SECONDS,
                allow_redirects=False,
                stream=True,
            ) as answer:
                return "" if 200 <= answer.status_code < 300 else _words_of(answer)
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        return type(error).__name__


def _message(receiver: str, feed_url: str) -> requests.Request:
    """A hub's is W3C WebSub section 7 as hubs have agreed on it; a ping's is its address."""
    if receiver in settings.WEBSUB_HUBS:
        return requests.Request("POST", receiver, data={"hub.mode": "publish", "hub.url": feed_url})
    return requests.Request("GET", receiver.replace(FEED_URL, quote(feed_url, safe="")))


def _words_of(answer: requests.Response) -> str:
    """The status and how the answer's text begins. One read: it neither grows nor drips for ever."""
    text = answer.raw.read1(MOST_OF_AN_ANSWER).decode("utf-8", errors="replace")
    shown = "".join(char if char.isprintable() else " " for char in text[:SHOWN_OF_AN_ANSWER])
    return f"status {answer.status_code} {shown}".strip()
