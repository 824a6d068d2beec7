"""Tells programs from people by how they call themselves; a page that a program fetched was not read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: A longer name than any browser's; what comes behind is not looked at.
LONGEST_AGENT: Final = 512

# Words that programs use of themselves. ("Cubot" makes telephones.)
_ROBOT: Final = re.compile(
    r"""
    (?<!cu)bots?(?![a-z]) | crawl | spider | slurp | scrape | scrapy | archiver
    | headless | phantom | puppeteer | playwright | selenium | webdriver | lighthouse | pagespeed
    | preview | facebookexternalhit | meta-external | whatsapp/ | embedly | bingpreview
    | monitor | pingdom | uptime | statuscake | validator | checker | scan(?:ner)?\b
    | curl/ | wget | httpie | libwww | python | aiohttp | httpx | java/ | okhttp | go-http | axios
    | node-fetch | undici | guzzle | perl | ruby | php/ | feed(?:burner|fetcher|ly|parser|bin)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What browsers say when they fetch a page that nobody has asked for yet (fetch.spec.whatwg.org).
_AHEAD_OF_TIME: Final = ("prefetch", "prerender", "preview")


def is_robot(user_agent: str) -> bool:
    """Whether a program of this name, or of no name, is something else than a reader's browser."""
    return not user_agent.strip() or bool(_ROBOT.search(user_agent[:LONGEST_AGENT]))


def is_ahead_of_time(headers: Mapping[str, str]) -> bool:
    """Whether a browser asks before its reader does."""
    purposes = (headers.get(name, "").lower() for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    return any(word in purpose for purpose in purposes for word in _AHEAD_OF_TIME)
