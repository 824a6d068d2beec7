"""The forms that a feed's values must have: what is not in its form is left out, or found."""

from __future__ import annotations

import math
import re
from typing import Final
from urllib.parse import quote, urlsplit

from cms.syndication import clean_line

#: The podcast namespace's limit for a text that is shown (funding, person), in characters.
TEXT_LIMIT: Final = 128

#: Its limit for a `podcast:txt`, in characters.
TXT_LIMIT: Final = 4000

#: The shortest and the longest soundbite, in seconds.
SOUNDBITE_SECONDS: Final = (15, 120)

SHOW_TYPES: Final = ("episodic", "serial")
EPISODE_TYPES: Final = ("full", "trailer", "bonus")
LOCATION_RELATIONS: Final = ("subject", "creator")

MIME_TYPE: Final = r"[a-z]+/[A-Za-z0-9][A-Za-z0-9.+_-]*"
#: A show's: two letters with or without a region, the only form that Apple takes.
SHOW_LANGUAGE: Final = r"[A-Za-z]{2}(-[A-Za-z]{2})?"
#: BCP 47, by form alone.
LANGUAGE: Final = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
#: OpenStreetMap: a node, way or relation, with or without its version.
OSM: Final = r"[NWR][1-9][0-9]*(#[0-9]+)?"
COUNTRY: Final = r"[A-Za-z]{2}"
GUID: Final = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
DECIMAL: Final = r"[0-9]+(\.[0-9]+)?"
#: W3C Subresource Integrity: one or more hashes.
INTEGRITY: Final = r"sha(256|384|512)-[A-Za-z0-9+/]+={0,2}( sha(256|384|512)-[A-Za-z0-9+/]+={0,2})*"
#: iCalendar (RFC 5545, 3.3.10), by form alone.
RRULE: Final = (
    r"FREQ=(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Za-z0-9,:.+-]+)*"
)
#: Any address, such as ``ipfs://…`` or ``at://…``.
URI: Final = r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+"
#: A place on earth (RFC 5870).
GEO: Final = (
    r"geo:-?([0-8]?[0-9](\.[0-9]+)?|90(\.0+)?)"
    r",-?((1[0-7][0-9]|[0-9]{1,2})(\.[0-9]+)?|180(\.0+)?)(,-?[0-9]+(\.[0-9]+)?)?(;[A-Za-z0-9-]+(=[!-~]*)?)*"
)

# What may stand in an address as it is (RFC 3986); everything else is percent-encoded.
_ADDRESS_MARKS: Final = "%:/?#[]@!$&'()*+,;=~-._"


def matching(pattern: str, text: str) -> str:
    """Return ``text`` if it has the form of ``pattern``, else nothing."""
    return text if re.fullmatch(pattern, text) else ""


def web_address(text: str) -> str:
    """Return the http(s) address as ASCII, as Apple wants it, or nothing if it is none."""
    try:
        parts = urlsplit(text)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", text):
        return ""
    return quote(parts._replace(netloc=host).geturl(), safe=_ADDRESS_MARKS)


def phrase(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return ``text`` on one line of at most ``limit`` characters, ending with a whole word.

    Words longer than half the limit, and scripts without spaces, are cut where the limit is.
    """
    whole = clean_line(text, len(text))
    if len(whole) <= limit:
        return whole
    words = whole[: limit + 1].rpartition(" ")[0]
    return words if len(words) > limit // 2 else whole[:limit].rstrip()


def number(value: float) -> str:
    """Return ``value`` as XML has it, to a thousandth, without zeros at the end."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def is_time(seconds: float) -> bool:
    """Tell whether it is a time from the beginning of a recording."""
    return math.isfinite(seconds) and seconds >= 0


def positive(value: int | None) -> str:
    """Return ``value`` as text if it is above zero, else nothing."""
    return str(value) if value and value > 0 else ""
