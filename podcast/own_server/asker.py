"""One visit to our own server over real HTTP: only our sites, no redirects, no proxy, and an end."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import requests
from wagtail.models import Site

#: In seconds: for one answer, and for all of them together.
TIMEOUT: Final = 5
PATIENCE: Final = 20
#: In bytes; more is not read of any answer.
LARGEST: Final = 20 * 1024 * 1024


class UnreachableError(Exception):
    """Nobody answered; every further question would wait in vain."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; header names in any case."""

    url: str
    status: int
    headers: requests.structures.CaseInsensitiveDict[str]
    body: bytes

    @property
    def kind(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()


class Asker:
    """One visit to our own server, with a time by which it ends."""

    def __init__(self) -> None:
        self.session = requests.Session()
        self.session.trust_env = False
        self.deadline = time.monotonic() + PATIENCE
        sites = Site.objects.values_list("hostname", "port")
        self.hosts = {(hostname.lower(), port) for hostname, port in sites}

    def __enter__(self) -> Asker:
        return self

    def __exit__(self, *error: object) -> None:
        self.session.close()

    def owns(self, url: str) -> bool:
        """Whether the address is one of our sites, port included."""
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
        return ((parts.hostname or "").lower(), port) in self.hosts

    def ask(self, method: str, url: str, **headers: str) -> Reply:
        """Send one request. Raises UnreachableError where there is no whole answer in time."""
        if time.monotonic() > self.deadline:
            raise UnreachableError(url)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        sent.setdefault("Accept-Encoding", "identity")
        try:
            with self.session.request(
                method, url, headers=sent, timeout=TIMEOUT, stream=True, allow_redirects=False
            ) as response:
                body = self._read(response)
                return Reply(url, response.status_code, response.headers, body)
        except (requests.RequestException, OSError) as error:
            raise UnreachableError(url) from error

    def _read(self, response: requests.Response) -> bytes:
        """The body as it was sent, packed or not."""
        body = b""
        while block := response.raw.read1(65_536):
            body += block
            if len(body) > LARGEST or time.monotonic() > self.deadline:
                raise UnreachableError(response.url)
        return body
