"""Where texts go while the site is tried: onto the screen, or into a file."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from texts.gateways.interface import Accepted, Answer, Fate, Gateway, Held, Outgoing, Unclear


class ConsoleGateway(Gateway):
    """Writes each message to standard output, with the whole number: it is a developer's own."""

    def send(self, message: Outgoing) -> Answer:
        sys.stdout.write(f"--- Text to {message.to} ---\n{message.body}\n---\n")
        sys.stdout.flush()
        return Accepted(f"console-{message.key}")


class FileGateway(Gateway):
    """Adds a line of JSON for each message to SMS_URL, a path, or to ``texts.log`` beside the uploads.

    Can be asked, as the file has everything.
    """

    @property
    def path(self) -> Path:
        named = settings.SMS_URL
        return (
            Path(named) if named.startswith("/") else Path(settings.MEDIA_ROOT).parent / "texts.log"
        )

    def send(self, message: Outgoing) -> Answer:
        at = datetime.now(UTC).isoformat()
        row = {"at": at, "key": message.key, "to": message.to, "body": message.body}
        line = json.dumps(row, ensure_ascii=False) + "\n"
        try:
            # One write to a file opened for appending: two workers do not mix their lines.
            file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(file, "ab", buffering=0) as log:
                log.write(line.encode())
        except OSError as error:
            return Unclear(type(error).__name__)
        return Accepted(f"file-{message.key}")

    def sent_to(self, to: str) -> list[Held]:
        if not self.path.exists():
            return []
        rows = [json.loads(line) for line in self.path.read_text().splitlines()]
        return [
            Held(
                provider_id=f"file-{row['key']}",
                key=row["key"],
                fate=Fate.SENT,
                body=row["body"],
                created_at=datetime.fromisoformat(row["at"]),
            )
            for row in reversed(rows)
            if row["to"] == to
        ]
