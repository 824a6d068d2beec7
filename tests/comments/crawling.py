"""Asks for every address that a stranger can find on the site, page or feed or file, and keeps the answers."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

HOME = "http://localhost/"
#: More than any site of a test has: whoever finds so many goes in circles.
MOST_ADDRESSES = 500
#: In HTML and XML by attribute (in those of scripts, whatever begins like a path); in feeds, sitemaps and JSON wherever an address of ours stands.
_LINKS = re.compile(
    r"""\s(?:href|src|action)=["']([^"'<>]+)|\sdata-[\w-]+=["'](/[^"'<>]+)|(http://localhost[^\s"'<>\\]*)"""
)
_SOURCES = re.compile(r"""\ssrcset=["']([^"']+)""")
#: What a browser would be shown instead of the XML.
_TO_READ = {"Sec-Fetch-Dest": "document"}


def crawl(*starts: str) -> dict[str, list[str]]:
    """The paths that were found, each with all that its answers say: status, headers and body."""
    client = Client(SERVER_NAME="localhost")
    said: dict[str, list[str]] = {}
    to_ask = deque(urljoin(HOME, start) for start in starts)
    while to_ask:
        address = urldefrag(to_ask.popleft())[0]
        path = address.removeprefix(HOME.rstrip("/"))
        if path in said or not _is_public(address):
            continue
        assert len(said) < MOST_ADDRESSES
        answers = [client.get(path), client.get(path, headers=_TO_READ)]
        said[path] = [everything_in(answer) for answer in answers]
        for answer, words in zip(answers, said[path], strict=True):
            found = [answer.headers.get("Location", ""), *_links(words)]
            to_ask.extend(urljoin(address, html.unescape(link)) for link in found if link)
    return said


def everything_in(response: HttpResponse) -> str:
    """Headers and body, without what could hide words in them: bytes that are no text stay as they are."""
    body = response.getvalue().decode("utf-8", "surrogateescape")
    head = [f"{name}: {value}" for name, value in response.headers.items()]
    cookies = response.cookies.output()
    return "\n".join([str(response.status_code), *head, cookies, body])


def plainly(words: str) -> str:
    """``words`` in small letters, with entities, percent signs and escapes of JSON undone."""
    without_escapes = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), words)
    return unquote(html.unescape(without_escapes)).casefold()


def _links(words: str) -> Iterator[str]:
    for found in _LINKS.findall(words):
        yield "".join(found)
    for sources in _SOURCES.findall(words):
        yield from (source.split()[0] for source in sources.split(",") if source.strip())


def _is_public(address: str) -> bool:
    parts = urlsplit(address)
    is_ours = f"{parts.scheme}://{parts.netloc}/" == HOME
    return is_ours and not parts.path.startswith("/admin/")
