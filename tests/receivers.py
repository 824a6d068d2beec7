"""Real HTTP servers on the loopback that stand for hubs and directories of every temper."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

# What was asked: method, path with query, body.
Message = tuple[str, str, str]


class Receiver:
    """A server that notes every message, and answers with ``status``, ``headers`` and ``body``.

    With ``hangs`` it notes the message and never answers.
    """

    def __init__(self, status: int = 202, *, hangs: bool = False) -> None:
        self.status = status
        self.headers: dict[str, str] = {}
        self.body = b""
        self.messages: list[Message] = []
        self.called = Event()
        self.released = Event()
        if not hangs:
            self.released.set()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(self))
        self.url = f"http://127.0.0.1:{self.server.server_port}/"


def handler_for(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length).decode()
            receiver.messages.append((self.command, self.path, body))
            receiver.called.set()
            receiver.released.wait(60)
            self.send_response(receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(receiver.body)

        do_GET = do_POST = answer

        def log_message(self, *args: Any) -> None:
            """Tests are quiet."""

    return Handler


@contextmanager
def running(receiver: Receiver) -> Iterator[Receiver]:
    thread = Thread(target=receiver.server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield receiver
    finally:
        receiver.released.set()
        receiver.server.shutdown()
        thread.join()
        receiver.server.server_close()


def closed_port() -> str:
    """The address of a port on which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"


StartReceiver = Callable[..., Receiver]
