"""Who asks a site during a flood: machines and readers that comment, and a moderator who looks."""

from __future__ import annotations

import http.client
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median
from threading import Event
from typing import Final, NamedTuple
from urllib.parse import urlencode

from django.core.signing import TimestampSigner, b62_encode

from cms.guarded_form import LURE, OPENED, SALT

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

    def send(self, post: Post) -> int:
        """Comment, and return the status of the answer."""
        typed = {
            "name": "A reader",
            "email": f"somebody@{post.network}.example",
            "text": post.text,
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


def medians(seen: Sequence[Times]) -> Times:
    return Times(*(median(column) for column in zip(*seen, strict=True)))
