"""The gateways for those who try the site, and the one for e-mails."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core import mail

from tests.receivers import closed_port
from texts.gateways.development import ConsoleGateway, FileGateway
from texts.gateways.interface import (
    Accepted,
    CannotBeAsked,
    NotNow,
    Outgoing,
    Refused,
    Unclear,
)
from texts.gateways.mail import MailGateway

TEXT = Outgoing("+12025550142", "Good morning, größe.", "key1", 60)
MAIL = Outgoing(
    "ada@reader.example",
    "Walk.",
    "key1",
    60,
    subject="The daily text",
    stop_url="https://practice.example/stop/",
)


def test_the_console_shows_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert ConsoleGateway().send(TEXT) == Accepted("console-key1")
    assert "+12025550142" in capsys.readouterr().out
    with pytest.raises(CannotBeAsked):
        ConsoleGateway().sent_to("+12025550142")


def test_the_file_has_what_was_sent_and_can_be_asked(settings: Any, tmp_path: Path) -> None:
    settings.SMS_URL = str(tmp_path / "texts.log")
    gateway = FileGateway()
    assert gateway.sent_to(TEXT.to) == []
    assert gateway.send(TEXT) == Accepted("file-key1")
    held = gateway.sent_to(TEXT.to)
    assert [(each.key, each.body) for each in held] == [("key1", "Good morning, größe.")]
    assert gateway.sent_to("+12025550199") == []
    assert (tmp_path / "texts.log").stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_written_leaves_the_outcome_unclear(
    settings: Any, tmp_path: Path
) -> None:
    settings.SMS_URL = str(tmp_path / "nowhere" / "texts.log")
    assert FileGateway().send(TEXT) == Unclear("FileNotFoundError")


def test_the_mail_can_be_stopped_with_one_click() -> None:
    assert MailGateway().send(MAIL) == Accepted("mail-key1")
    sent = mail.outbox[0]
    assert (sent.to, sent.subject) == (["ada@reader.example"], "The daily text")
    assert sent.extra_headers["List-Unsubscribe"] == "<https://practice.example/stop/>"
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.body == "Walk."


class Session(socketserver.StreamRequestHandler):
    """A mail server that says ``answers`` to the commands that they name."""

    answers: dict[str, str]

    def handle(self) -> None:
        self.say("220 mail.example")
        for line in self.rfile:
            command = line.decode().split(maxsplit=1)[0].upper()
            said = self.answers.get(command, "250 ok")
            if not said:
                return
            self.say(said)
            if command == "DATA" and said.startswith("354"):
                while self.rfile.readline().strip() != b".":
                    """Until its end."""
                said = self.answers.get(".", "250 ok")
                if not said:
                    return
                self.say(said)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_server(settings: Any, **answers: str) -> Iterator[None]:
    said = {
        "DATA": "354 go on",
        **{name.replace("END", "."): words for name, words in answers.items()},
    }
    handler = type("Handler", (Session,), {"answers": said})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({}, Accepted("mail-key1")),
        ({"RCPT": "550 nobody here"}, Refused("550", is_gone=True)),
        ({"RCPT": "450 try again"}, NotNow(600, "450")),
        ({"MAIL": "451 not now"}, NotNow(600, "451")),
        ({"END": "554 spam"}, Refused("554")),
        ({"END": "452 full"}, NotNow(600, "452")),
        ({"END": ""}, Unclear("SMTPServerDisconnected")),
    ],
)
def test_what_a_mail_server_says_is_understood(
    settings: Any, answers: dict[str, str], outcome: Any
) -> None:
    with mail_server(settings, **answers):
        assert MailGateway().send(MAIL) == outcome


def test_a_mail_server_that_is_down_gets_it_later(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = int(closed_port().rstrip("/").rpartition(":")[2])
    assert MailGateway().send(MAIL) == NotNow(300, "ConnectionRefusedError")
