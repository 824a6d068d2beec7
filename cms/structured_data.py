"""Says what a page is about in the words of schema.org, as plain values that become JSON-LD.

Every function takes plain values and returns one node of the page's graph; what is empty is left out.
Which properties are needed: https://developers.google.com/search/docs/appearance/structured-data.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

Node = dict[str, Any]

# Nothing of the data may end the script element, or open a comment within it.
_HARMLESS: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Card:
    """The picture that stands for a page; ``url`` is absolute, the sides are in pixels."""

    url: str
    width: int
    height: int
    alt: str = ""


_NOTHING: Final[tuple[Any, ...]] = (None, "", [], {})


def node(kind: str | list[str], **properties: Any) -> Node:
    """A node without the properties that say nothing; ``id`` stands for ``@id``.

    Moments are told in the time of the site: so their day is the one that readers see.
    """
    told = {"@id" if name == "id" else name: _plain(value) for name, value in properties.items()}
    return {"@type": kind} | {name: value for name, value in told.items() if value not in _NOTHING}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return value.isoformat() if isinstance(value, date) else value


def reference(identity: str) -> Node:
    """Points at a node that stands elsewhere."""
    return {"@id": identity}


def json_ld(nodes: Sequence[Node]) -> SafeString:
    """The graph of ``nodes`` as the content of ``<script type="application/ld+json">``."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_HARMLESS))  # noqa: S308


def practice_id(root_url: str) -> str:
    return f"{root_url}/#practice"


def website_id(root_url: str) -> str:
    return f"{root_url}/#website"


def image(card: Card | None) -> Node | None:
    if card is None:
        return None
    return node("ImageObject", url=card.url, width=card.width, height=card.height, caption=card.alt)


def practice(
    root_url: str,
    *,
    name: str,
    description: str = "",
    logo: Card | None = None,
    address: str = "",
    phone: str = "",
    email: str = "",
    map_url: str = "",
    profiles: Sequence[str] = (),
) -> Node:
    """Who publishes all this: a business that can be visited where it has an address.

    ``address`` is text, as schema.org allows: what an editor wrote in lines cannot be told apart
    into street and town. Opening hours are left out for the same reason.
    """
    return node(
        "MedicalBusiness" if address else "Organization",
        id=practice_id(root_url),
        name=name,
        url=f"{root_url}/",
        description=description,
        logo=image(logo),
        image=logo.url if logo else None,
        address=", ".join(filter(None, map(str.strip, address.splitlines()))),
        telephone=phone,
        email=email,
        hasMap=map_url,
        sameAs=list(profiles),
    )


def website(root_url: str, *, name: str, search_url: str, language: str) -> Node:
    """``search_url`` ends where the words that are searched for are put."""
    search = node("EntryPoint", urlTemplate=f"{search_url}{{search_term_string}}")
    return node(
        "WebSite",
        id=website_id(root_url),
        name=name,
        url=f"{root_url}/",
        inLanguage=language,
        publisher=reference(practice_id(root_url)),
        potentialAction={
            "@type": "SearchAction",
            "target": search,
            "query-input": "required name=search_term_string",
        },
    )


def breadcrumbs(address: str, trail: Sequence[tuple[str, str]]) -> Node | None:
    """The way from the home page to ``address`` as pairs of name and URL, both included."""
    if len(trail) < 2:
        return None
    steps = [
        node("ListItem", position=position, name=name, item=url)
        for position, (name, url) in enumerate(trail, start=1)
    ]
    return node("BreadcrumbList", id=f"{address}#breadcrumbs", itemListElement=steps)


def person(
    root_url: str, *, key: str, name: str, role: str = "", url: str = "", website: str = ""
) -> Node:
    """Somebody who writes, speaks or reviews here; ``key`` tells them apart on this site."""
    return node(
        "Person",
        id=f"{root_url}/#person-{key}",
        name=name,
        jobTitle=role,
        url=url,
        sameAs=website,
    )
