"""Walks a feed's elements and names them as people write them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from cms.syndication import ATOM, WFW
from podcast.feed.namespace import CONTENT, HISTORY, ITUNES, PODCAST, PSC

#: The prefixes that readers look for; some match on them instead of the namespace.
PREFIXES: Final[dict[str, str]] = {
    "atom": ATOM,
    "content": CONTENT,
    "fh": HISTORY,
    "itunes": ITUNES,
    "podcast": PODCAST,
    "psc": PSC,
    "wfw": WFW,
}
_PREFIX_OF: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}


@lru_cache(maxsize=256)
def qualified(name: str) -> str:
    """Return ``itunes:image`` as lxml names it; a name without a prefix is RSS's own."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{PREFIXES[prefix]}}}{local}" if colon else local


@lru_cache(maxsize=256)
def written(tag: str) -> str:
    """Return lxml's name of a tag as a feed writes it, such as ``itunes:image``."""
    namespace, _, local = tag.rpartition("}")
    if not namespace:
        return local
    return f"{_PREFIX_OF.get(namespace[1:], namespace[1:])}:{local}"


def child(parent: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of that name, such as ``itunes:image``."""
    return parent.find(qualified(name))


def text_of(parent: etree._Element, name: str) -> str | None:
    """Return the text of the first child of that name, as it is; None if there is none."""
    return parent.findtext(qualified(name))


def own_elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield everything inside a channel or an item, but for a channel's items."""
    for element in parent.iterchildren(etree.Element):
        if element.tag != "item":
            yield from element.iter(etree.Element)
