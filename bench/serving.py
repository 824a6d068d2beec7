"""Serving a ready feed, against a bare Django view and nginx with the same bytes, by turns in one run."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from bench.building import heard_in, show_of
from bench.costs import cpu_seconds, megabytes
from bench.scratch import HOST
from bench.servers import gunicorn, nginx, requests_per_second, workers_of
from bench.urls import FILE
from podcast.feeds import build_feed
from podcast.models import EpisodePage, FeedBody

#: Episodes of the show whose feed has about 1 MB.
MEGABYTE = 140
ROUNDS = 5
SECONDS = 2
CALLS = 200
GZIP = {"Accept-Encoding": "gzip"}
BARE_BODY, BARE_NOT_MODIFIED = "/bare/body", "/bare/not-modified"

Rates = Mapping[str, float]


class Request(NamedTuple):
    """One thing that is asked for over and over."""

    name: str
    path: str
    headers: Mapping[str, str]
    method: str = "GET"


class Seen(NamedTuple):
    """Seconds from the end of a publish to the last old answer, and how many answers were watched."""

    last_old: float
    answers: int


def write_file(folder: Path) -> int:
    """Leave the gzip of the feed where the bare view and nginx find it; return the feed's bytes."""
    body = _body(MEGABYTE)
    (folder / FILE).write_bytes(bytes(body.gzip))
    return len(body.read().in_coding(""))


def requests() -> list[Request]:
    etag = f'"{_body(MEGABYTE).etag}-gzip"'
    path = _path(MEGABYTE)
    return [
        Request("304", path, GZIP | {"If-None-Match": etag}),
        Request("304, bare view", BARE_NOT_MODIFIED, GZIP),
        Request("gzip", path, GZIP),
        Request("gzip, bare view", BARE_BODY, GZIP),
        Request("HEAD", path, GZIP, "HEAD"),
    ]


def in_process() -> Rates:
    """Requests per CPU second, straight through the WSGI handler."""
    application = WSGIHandler()
    calls = {each.name: call_of(application, each, times=CALLS) for each in requests()}
    return by_turns({name: rate_of(call, CALLS) for name, call in calls.items()})


def over_gunicorn(folder: Path, *, with_nginx: bool) -> Rates:
    """Requests per second as wrk counts them. It cannot ask for HEAD: it waits for a body."""
    with ExitStack() as stack:
        address, _pid = stack.enter_context(gunicorn())
        asked = {
            request.name: wrk(address + request.path, request.headers)
            for request in requests()
            if request.method == "GET"
        }
        if with_nginx:
            asked["gzip, nginx"] = wrk(stack.enter_context(nginx(folder)), GZIP)
        for measure in asked.values():
            measure()
        return by_turns(asked)


def worker_megabytes(sizes: tuple[int, int]) -> float:
    """What a worker has grown by, serving the larger show's feed after the smaller's.

    The document itself, which it keeps for a second, is not counted.
    """
    with gunicorn() as (address, pid):
        taken = []
        for size in sizes:
            _body(size)
            for _ in range(100):
                _ask(address + _path(size))
            taken.append([megabytes("VmRSS", worker) for worker in workers_of(pid)])
    kept = _body(sizes[1]).read()
    grown = max(after - before for before, after in zip(*taken, strict=True))
    return grown - (len(kept.gzip) + len(kept.brotli)) / 1024**2


def publish_and_watch(rounds: int = 3) -> Seen:
    """Publish and ask on new connections for two seconds; the slowest of ``rounds``."""
    with gunicorn() as (address, _pid), ThreadPoolExecutor(4) as readers:
        return max(_publish_and_watch(address, readers) for _ in range(rounds))


def _publish_and_watch(address: str, readers: ThreadPoolExecutor) -> Seen:
    url = address + _path(MEGABYTE)
    end = time.monotonic() + 60
    answers: list[tuple[float, str]] = []

    def watch() -> None:
        while time.monotonic() < end:
            answers.append((time.monotonic(), _ask(url)))

    watching = [readers.submit(watch) for _ in range(4)]
    time.sleep(1)
    _publish()
    published = time.monotonic()
    end = published + 2
    for reader in watching:
        reader.result()
    new = f'"{_body(MEGABYTE).etag}-gzip"'
    old = [when - published for when, etag in answers if when > published and etag != new]
    return Seen(max(old, default=0.0), sum(when > published for when, _etag in answers))


def _publish() -> None:
    episode = EpisodePage.objects.get(pk=heard_in(show_of(MEGABYTE)).values_list("pk")[0][0])
    episode.title = f"Told anew at {time.time()}"
    episode.save_revision().publish()


def by_turns(measures: Mapping[str, Callable[[], float]]) -> Rates:
    """The median of rounds in which each has its turn, and so its share of a busy machine."""
    taken = [{name: measure() for name, measure in measures.items()} for _ in range(ROUNDS)]
    return {name: median(round_[name] for round_ in taken) for name in measures}


def call_of(application: WSGIHandler, request: Request, *, times: int) -> Callable[[], None]:
    """Asks so many times, as a server would."""
    factory = RequestFactory(headers=dict(request.headers), SERVER_NAME=HOST)
    environ = factory.generic(request.method, request.path).environ

    def call() -> None:
        for _ in range(times):
            response = application(dict(environ), _start_response)
            b"".join(response)
            response.close()

    return call


def _start_response(
    status: str, headers: list[tuple[str, str]], failure: object = None, /
) -> Callable[[bytes], object]:
    return len


def rate_of(call: Callable[[], None], times: int) -> Callable[[], float]:
    """Requests per CPU second, of which each call makes so many."""
    return lambda: times / cpu_seconds(call)


def wrk(url: str, headers: Mapping[str, str]) -> Callable[[], float]:
    def measure() -> float:
        # Those that the wrk before left in the queue are answered first, and in nobody else's time.
        _ask(url)
        return requests_per_second(url, dict(headers), seconds=SECONDS)

    return measure


def _ask(url: str) -> str:
    """The ETag of an answer on a connection of its own."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=30)
    try:
        connection.request("GET", parts.path, headers=GZIP)
        response = connection.getresponse()
        response.read()
        return response.headers["ETag"]
    finally:
        connection.close()


def _path(episodes: int) -> str:
    return f"/show-{episodes}/feed.xml"


def _body(episodes: int) -> FeedBody:
    return build_feed(show_of(episodes)).bodies.get(number=0)
