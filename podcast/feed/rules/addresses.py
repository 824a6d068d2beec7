"""Rules about addresses: whole, in ASCII, by https."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from podcast.feed.rules.elements import own_elements, written
from podcast.feed.rules.finding import Finding, error, warning
from podcast.feed.values import URI, matching, web_address

_ATTRIBUTES: Final = ("href", "url", "img", "image", "accountUrl", "feedUrl")
_TEXTS: Final = {"link", "url", "comments", "itunes:new-feed-url", "wfw:commentRss"}
#: May be of any scheme.
_ANY_SCHEME: Final = {"podcast:source", "podcast:socialInteract"}


def address_findings(parent: etree._Element) -> Iterator[Finding]:
    """Yield addresses that apps cannot or should not fetch."""
    for element in own_elements(parent):
        name = written(element.tag)
        for attribute in _ATTRIBUTES:
            if url := element.get(attribute):
                yield from _address(url, f"{attribute} of {name}")
        if name in _TEXTS and element.text:
            yield from _address(element.text.strip(), name)
        uri = element.get("uri")
        if name in _ANY_SCHEME and uri and not matching(URI, uri):
            yield error("url-invalid", f"The uri of {name} is no address: {uri}")


def _address(url: str, what: str) -> Iterator[Finding]:
    address = web_address(url)
    if not address:
        yield error("url-invalid", f"The {what} is no address on the web: {url}")
    elif address != url:
        yield error("url-not-ascii", f"The {what} must be ASCII and percent-encoded: {url}")
    elif url.startswith("http:"):
        yield warning("url-not-https", f"The {what} is not fetched by https: {url}")
