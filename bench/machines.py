"""Who asks a site during a flood: machines and readers that comment, and a moderator who looks."""

from __future__ import annotations

import base64
import http.client
import json
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from statistics import median
from threading import Event
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from altcha.v1 import solve_challenge
from django.core.signing import TimestampSigner, b62_encode

from cms.guarded_form import LURE, OPENED, SALT
from comments.riddle import new_riddle

MACHINES: Final = 4
QUEUE: Final = "/admin/comments/"
#: How often each thing is asked for where nothing else is going on.
ASKED: Final = 40


class Times(NamedTuple):
    """Seconds: a page that is made anew, and the first page of the queue."""

    page: float
    queue: float


class Post(NamedTuple):
    network: str
    page_id: int
    text: str


class EarlierSigner(TimestampSigner):
    """Signs a form as if it had been opened a minute ago."""

    def timestamp(self) -> str:
        return b62_encode(int(time.time()) - 60)


@dataclass(frozen=True, slots=True)
class Asked:
    """A site at ``address``, behind a proxy that says from which network a request comes."""

    address: str
    page: str
    cookie: str

    def send_as_a_reader(self, post: Post) -> int:
        """What is refused is sent once more, with the riddle solved as a browser does it meanwhile."""
        status = self.send(post)
        if status != HTTPStatus.TOO_MANY_REQUESTS:
            return status
        return self.send(post, riddle=_solved(new_riddle()))

    def send(self, post: Post, riddle: str = "") -> int:
        """Comment, and return the status of the answer."""
        typed = {
            "name": "A reader",
            "email": f"somebody@{post.network}.example",
            "text": post.text,
            "riddle": riddle,
            LURE: "",
            OPENED: EarlierSigner(salt=SALT).sign("opened"),
        }
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{self.address}",
            "X-Forwarded-For": post.network,
        }
        return self._ask("POST", f"/comments/{post.page_id}/", urlencode(typed), headers)

    def send_all(self, posts: Sequence[Post]) -> Counter[int]:
        """From as many machines as there are MACHINES; how often each status came."""
        with ThreadPoolExecutor(MACHINES) as machines:
            return Counter(machines.map(self.send, posts))

    def look(self) -> Times:
        """Once at the page and once at the queue; a cookie gets a page of its own."""
        return Times(self._seconds(self.page), self._seconds(QUEUE))

    def times(self) -> Times:
        self.look()
        return medians([self.look() for _ in range(ASKED)])

    def watch(self, until: Event) -> list[Times]:
        seen = []
        while not until.wait(0.5):
            seen.append(self.look())
        return seen

    def _seconds(self, path: str) -> float:
        start = time.perf_counter()
        status = self._ask("GET", path, "", {"Cookie": self.cookie})
        if status != 200:
            raise RuntimeError(f"{path} answers {status}")
        return time.perf_counter() - start

    def _ask(self, method: str, path: str, body: str, headers: dict[str, str]) -> int:
        connection = http.client.HTTPConnection(self.address, timeout=120)
        try:
            connection.request(method, path, body or None, headers)
            response = connection.getresponse()
            response.read()
        finally:
            connection.close()
        return response.status


def _solved(riddle: dict[str, Any]) -> str:
    found = solve_challenge(riddle["challenge"], riddle["salt"], max_number=riddle["maxNumber"])
    if found is None:
        raise RuntimeError("The riddle has no solution")
    return base64.b64encode(json.dumps({**riddle, "number": found.number}).encode()).decode()


def medians(seen: Sequence[Times]) -> Times:
    return Times(*(median(column) for column in zip(*seen, strict=True)))
