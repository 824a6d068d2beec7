"""What a provider of text messages must be able to do; each is one file beside this one.

``send`` hands one message over and says what is known of it. ``sent_to`` tells what the provider has, for
the case that nothing is known. ``hear`` reads what the provider calls us for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message: ``to`` in E.164 or an e-mail address; after ``seconds`` nobody wants it any more."""

    to: str
    body: str
    key: str
    seconds: int
    subject: str = ""
    stop_url: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The provider has it under ``provider_id``."""

    provider_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never be sent; ``stops`` where the reader has told the provider that it is enough.

    ``is_gone`` where the address is at fault: nobody has it, or it takes no messages. All else may be ours.
    """

    code: str
    stops: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class NotNow:
    """The provider has not taken it, surely; it can be sent again after ``seconds``."""

    seconds: int
    code: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody knows whether the provider has it: it must be asked before anything is sent again."""

    code: str


Answer = Accepted | Refused | NotNow | Unclear


class Fate(Enum):
    """What the provider says of a message that it has."""

    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a message; ``key`` is ours, "" where the provider does not repeat it."""

    provider_id: str
    fate: Fate
    key: str = ""
    code: str = ""
    stops: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Held(Report):
    """A message that the provider has, with what it needs to be recognised."""

    body: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody has answered; ``is_answered`` where the provider itself has answered a STOP or HELP.

    ``is_stop`` where the provider has taken it for a STOP, whatever we would.
    """

    provider_id: str
    sender: str
    text: str
    is_answered: bool = False
    is_stop: bool = False


class CannotBeAsked(Exception):
    """This provider never tells what it has."""


class AskLater(Exception):
    """The provider does not answer just now."""


class Forged(Exception):
    """A call that does not come from the provider."""


class Gateway(ABC):
    """One provider."""

    @abstractmethod
    def send(self, message: Outgoing) -> Answer:
        """Hand ``message`` over. Raises nothing; takes 15 seconds at most."""

    def sent_to(self, to: str) -> list[Held]:
        """The latest messages to an address, newest first. Raises CannotBeAsked or AskLater."""
        raise CannotBeAsked

    def hear(self, request: HttpRequest) -> list[Report | Reply]:
        """What the provider calls us for. Raises Forged before it looks at anything that was sent."""
        raise Forged
