"""A provider on the loopback that speaks Twilio's HTTP, in every temper."""

from __future__ import annotations

import json
import threading
import time
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.utils import timezone

ACCOUNT, TOKEN = "ACtest", "a-token-for-tests"
SENDER = "+12025550100"

#: What it does with a message: "ok", or a fault. "lost" and "broken" break the connection, "hang" lets it wait;
#: "lost", "hang" and "500 kept" have taken the message nevertheless.
Temper = Callable[[dict[str, str]], str]
REFUSALS = {
    "unknown": (401, {"code": 20003}),
    "429": (429, {"code": 20429}),
    "500": (500, {}),
    "500 kept": (500, {}),
}


@dataclass
class Provider:
    """Keeps what it was sent in ``messages``, as Twilio shows it."""

    temper: Temper = lambda message: "ok"
    messages: list[dict[str, Any]] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)
    released: threading.Event = field(default_factory=threading.Event)
    listing_fails: bool = False

    def take(self, form: dict[str, str]) -> dict[str, Any]:
        with self.lock:
            message = {
                "sid": f"SM{len(self.messages):032x}",
                "to": form["To"],
                "body": form["Body"],
                "status": "queued",
                "error_code": None,
                "date_created": format_datetime(timezone.now()),
                "callback": form.get("StatusCallback", ""),
                "validity": form.get("ValidityPeriod", ""),
            }
            self.messages.append(message)
            return message

    def to(self, address: str) -> list[dict[str, Any]]:
        with self.lock:
            return [each for each in self.messages if each["to"] == address]

    @property
    def bodies(self) -> list[str]:
        return [each["body"] for each in self.messages]


class Handler(BaseHTTPRequestHandler):
    """Answers for ``provider``."""

    protocol_version = "HTTP/1.1"
    provider: Provider

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        fields = parse_qs(self.rfile.read(length).decode(), keep_blank_values=True)
        form = {name: values[0] for name, values in fields.items()}
        self.count("POST")
        fault = self.provider.temper(form) if self.is_known() else "unknown"
        if fault in ("ok", "500 kept", "lost", "hang"):
            message = self.provider.take(form)
        if fault == "ok":
            self.answer(201, message)
        elif fault in ("lost", "broken", "hang"):
            self.break_off(waits=fault == "hang")
        else:
            self.answer(
                *REFUSALS.get(fault, (400, {"code": int(fault) if fault.isdecimal() else 0}))
            )

    def do_GET(self) -> None:
        self.count("GET")
        if self.provider.listing_fails or not self.is_known():
            self.answer(503, {})
            return
        query = parse_qs(urlsplit(self.path).query)
        found = self.provider.to(query["To"][0])
        newest = sorted(found, key=lambda each: each["sid"], reverse=True)
        self.answer(200, {"messages": newest[: int(query["PageSize"][0])]})

    def is_known(self) -> bool:
        _basic, _space, login = self.headers.get("Authorization", "").partition(" ")
        return b64decode(login).decode() == f"{ACCOUNT}:{TOKEN}" and ACCOUNT in self.path

    def count(self, method: str) -> None:
        with self.provider.lock:
            self.provider.asked[method] += 1

    def break_off(self, *, waits: bool) -> None:
        if waits:
            self.provider.released.wait(30)
        self.close_connection = True
        self.connection.close()

    def answer(self, status: int, said: dict[str, Any]) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status == 429:
            self.send_header("Retry-After", "1")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Tests are quiet."""

    def handle(self) -> None:
        # A worker was killed while it asked, or the connection was broken on purpose.
        with suppress(OSError, ValueError):
            super().handle()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *args: Any) -> None:
        """As above."""


@contextmanager
def running(provider: Provider) -> Iterator[Provider]:
    server = Server(("127.0.0.1", 0), type("Handler", (Handler,), {"provider": provider}))
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield provider
    finally:
        provider.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


def wait_until(what: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "that never came"
        time.sleep(0.02)
