"""The plain text of a comment: its limits, and how it becomes safe HTML."""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

MOST_CHARACTERS: Final = 5000

#: No quote, bracket or space ends up in an address, so whatever is found can stand in an attribute.
_LINK: Final = r"""https?://[^\s<>"'(){}\[\]`]+[^\s<>"'(){}\[\]`.,;:!?…]"""
#: "4:05" or "1:02:03", not a part of a longer number, a date or a ratio.
_MOMENT: Final = r"(?<![\d:.])(?:\d{1,2}:[0-5]\d:[0-5]\d|\d{1,3}:[0-5]\d)(?![\d:]|\.\d)"
_MARKED = re.compile(f"(?P<link>{_LINK})|(?P<moment>{_MOMENT})", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n\s*\n")


def digest_of(text: str) -> str:
    """The same for texts that differ in case and spaces only."""
    return hashlib.blake2b(" ".join(text.casefold().split()).encode(), digest_size=16).hexdigest()


def as_html(text: str, *, has_moments: bool = False) -> SafeString:
    """``text`` in paragraphs, its addresses as links that recommend nothing to search engines.

    With ``has_moments``, times such as 12:30 lead to that moment of the audio (#t=750).
    """
    paragraphs = [part for part in _PARAGRAPHS.split(text.replace("\r\n", "\n").strip()) if part]
    return format_html_join(
        "\n", "<p>{}</p>", ((_lines(part, has_moments=has_moments),) for part in paragraphs)
    )


def _lines(paragraph: str, *, has_moments: bool) -> SafeString:
    lines = ((_line(line, has_moments=has_moments),) for line in paragraph.split("\n"))
    return format_html_join(SafeString("<br>"), "{}", lines)


def _line(line: str, *, has_moments: bool) -> SafeString:
    parts: list[str | SafeString] = []
    done = 0
    for found in _MARKED.finditer(line):
        marked = _marked(found, has_moments=has_moments)
        if marked is not None:
            parts += [line[done : found.start()], marked]
            done = found.end()
    parts.append(line[done:])
    return format_html_join("", "{}", ((part,) for part in parts))


def _marked(found: re.Match[str], *, has_moments: bool) -> SafeString | None:
    if link := found["link"]:
        return _link(link)
    if not has_moments:
        return None
    seconds = 0
    for number in found["moment"].split(":"):
        seconds = seconds * 60 + int(number)
    return format_html('<a href="#t={}">{}</a>', seconds, found["moment"])


def _link(address: str) -> SafeString | None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host:
        return None
    return format_html('<a href="{}" rel="nofollow ugc noopener">{}</a>', address, address)
