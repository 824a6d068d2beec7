"""Chooses the coding of a body by the reader's Accept-Encoding (RFC 9110 section 12.5.3)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: Content-Encodings we send, best first; "" is the plain body.
CODINGS: Final = ("br", "gzip", "")

_ONE = re.compile(r"\s*([\w*-]+)\s*(?:;\s*q=([\d.]+)\s*)?")


@lru_cache(maxsize=256)
def best_coding(accept_encoding: str) -> str:
    """The first of CODINGS that the header takes: named, or by ``*``, and not with a weight of nought."""
    weights = {}
    for part in accept_encoding.lower().split(","):
        if found := _ONE.fullmatch(part):
            weights[found[1].removeprefix("x-")] = (found[2] or "1").strip("0.") != ""
    return next((coding for coding in CODINGS[:-1] if weights.get(coding, weights.get("*"))), "")


def etag_in(coding: str, etag: str) -> str:
    """The strong ETag, quoted, of the body in ``coding``: other bytes, another tag."""
    return f'"{etag}-{coding}"' if coding else f'"{etag}"'
