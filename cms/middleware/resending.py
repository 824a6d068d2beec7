"""What memories keep of an answer, and how they give it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.http import HttpRequest, HttpResponse

from cms.packing import Packed
from cms.sending import send

_OF_THE_BODY: Final = {"Content-Length", "Content-Encoding", "ETag"}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A document without a way back to the database; ``packed`` is None until somebody read it."""

    etag: str
    last_modified: datetime | None
    packed: Packed | None

    def read(self) -> Packed:
        if self.packed is None:
            raise ValueError("This document has not been read.")
        return self.packed


def headers_to_keep(response: HttpResponse) -> dict[str, str]:
    """The headers that hold for every form of the answer; those of this one body are made anew."""
    return {name: value for name, value in response.items() if name not in _OF_THE_BODY}


def send_again(
    request: HttpRequest, document: Snapshot, headers: Mapping[str, str]
) -> HttpResponse:
    """200, 304 or 412, as the conditions of the request say, with the ``headers`` that were kept."""
    response = send(request, document, content_type=headers.get("Content-Type", ""))
    for name, value in headers.items():
        if name != "Content-Type":
            response.headers[name] = value
    return response
