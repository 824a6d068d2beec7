"""Reads the structured data of a page and holds it against the rules of schema.org and Google.

Google's: https://developers.google.com/search/docs/appearance/structured-data (article, breadcrumb,
local-business, organization, sitelinks-searchbox). Those of a podcast: https://schema.org/PodcastEpisode.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import lxml.html

Node = dict[str, Any]

#: What a node of each type must have to be of use to anybody.
NEEDED = {
    "Article": {
        "headline",
        "image",
        "datePublished",
        "dateModified",
        "author",
        "publisher",
        "mainEntityOfPage",
    },
    "AudioObject": {"contentUrl", "duration", "encodingFormat", "contentSize"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"name", "url", "isPartOf"},
    "CreativeWork": {"name"},
    "EntryPoint": {"urlTemplate"},
    "ImageObject": {"url", "width", "height"},
    "ListItem": {"position", "name", "item"},
    "MedicalBusiness": {"name", "address", "url"},
    "MedicalWebPage": {"name", "url", "isPartOf"},
    "Organization": {"name"},
    "Person": {"name"},
    "PodcastEpisode": {"name", "url", "datePublished", "associatedMedia", "partOfSeries"},
    "PodcastSeason": {"seasonNumber"},
    "PodcastSeries": {"name", "url", "webFeed"},
    "SearchAction": {"target", "query-input"},
    "WebPage": {"name", "url", "isPartOf"},
    "WebSite": {"name", "url", "publisher", "potentialAction"},
}
ADDRESSES = {"url", "contentUrl", "item", "webFeed", "hasMap"}
MOMENTS = {"datePublished", "dateModified", "uploadDate"}
DURATION = re.compile(r"PT(\d+H)?\d+M\d+S")


def graph_of(html: str) -> list[Node]:
    """The nodes of the page's one block of structured data; raises where there is not just one."""
    scripts = lxml.html.fromstring(html).xpath("//script[@type='application/ld+json']")
    assert len(scripts) == 1
    document = json.loads(scripts[0].text)
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def one(graph: list[Node], kind: str) -> Node:
    """The only node of that type on the first level."""
    found = [node for node in graph if node["@type"] == kind]
    assert len(found) == 1, f"{len(found)} of {kind}"
    return found[0]


def broken_rules(graph: list[Node]) -> list[str]:
    """What is wrong with the graph, one sentence each."""
    told = {node["@id"] for node in everything_in(graph) if len(node) > 1 and "@id" in node}
    wrong = []
    for node in everything_in(graph):
        if set(node) == {"@id"}:
            wrong += [] if node["@id"] in told else [f"{node['@id']} is told nowhere"]
            continue
        wrong += [f"a {node['@type']} lacks {name}" for name in NEEDED[node["@type"]] - set(node)]
        wrong += [f"{name} is empty" for name, value in node.items() if value in (None, "", [], {})]
        wrong += [f"{name} {node[name]}" for name in ADDRESSES & set(node) if not whole(node[name])]
        wrong += [f"{name} {node[name]}" for name in MOMENTS & set(node) if not aware(node[name])]
        if not DURATION.fullmatch(node.get("duration", "PT1M1S")):
            wrong.append(f"duration {node['duration']}")
    return wrong


def everything_in(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from everything_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from everything_in(inner)


def whole(url: str) -> bool:
    """Whether the address has its host, without which nobody else can follow it."""
    return bool(urlsplit(url).scheme and urlsplit(url).netloc)


def aware(moment: str) -> bool:
    return datetime.fromisoformat(moment).tzinfo is not None
