"""Make texts from files that people bring safe to store: no control characters, no endless lines."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What XML 1.0 section 2.2 forbids, and the C1 controls: one of them makes a whole feed unreadable.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")


def line(text: str, length: int) -> str:
    """``text`` as one line of at most ``length`` characters."""
    return _BLANKS.sub(" ", _FORBIDDEN.sub("", text)).strip()[:length].rstrip()


def paragraphs(text: str, length: int) -> str:
    """``text`` with its line breaks, of at most ``length`` characters."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("", unified).strip()[:length].rstrip()


def web_address(text: str, length: int) -> str:
    """``text`` if it is an http or https address of at most ``length`` characters, else nothing."""
    address = _FORBIDDEN.sub("", text).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    known = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return address if known and len(address) <= length and not _BLANKS.search(address) else ""
