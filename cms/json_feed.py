"""Says a feed of ours in JSON Feed 1.1, made from its XML, so that both always say the same.

Source: jsonfeed.org/version/1.1. It knows neither Django nor Wagtail: bytes go in, bytes come out.
"""

from __future__ import annotations

import json
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import lxml.html
from lxml import etree

NAMESPACES: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
}


def json_feed(xml: bytes, *, feed_url: str) -> bytes:
    """Return the RSS feed ``xml`` as the JSON Feed that is served at ``feed_url``.

    The same XML gives the same bytes. Raises lxml.etree.XMLSyntaxError if it is not well-formed.
    """
    channel = etree.fromstring(xml, etree.XMLParser(resolve_entities=False)).find("channel")
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _text(channel, "title"),
        "home_page_url": _text(channel, "link"),
        "feed_url": feed_url,
        "description": _plain(_text(channel, "description")),
        "next_url": _next_url(channel),
        "icon": _attribute(channel, "itunes:image", "href") or _text(channel, "image/url"),
        "authors": _authors(channel),
        "language": _text(channel, "language"),
        "expired": _text(channel, "itunes:complete") == "Yes",
    }
    # The one member that has to be there even where it is empty.
    whole = _said(feed) | {"items": [_item(item) for item in channel.findall("item")]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _item(item: etree._Element) -> dict[str, Any]:
    description = _text(item, "description")
    content = _text(item, "content:encoded") or description
    summary = _text(item, "itunes:summary")
    if not summary and description != content:
        summary = _plain(description)
    title = _text(item, "title")
    return _said(
        {
            "id": _text(item, "guid"),
            "url": _text(item, "link"),
            "title": title,
            "content_html": content,
            # An item must have a content, be it what its title says already.
            "content_text": "" if content else title,
            "summary": summary,
            "image": _attribute(item, "itunes:image", "href")
            or _attribute(item, "media:content", "url"),
            "date_published": _date(_text(item, "pubDate")),
            "date_modified": _text(item, "atom:updated"),
            "authors": _authors(item),
            "attachments": [_attachment(item, file) for file in item.findall("enclosure")],
        }
    )


def _attachment(item: etree._Element, enclosure: etree._Element) -> dict[str, Any]:
    return _said(
        {
            "url": enclosure.get("url"),
            "mime_type": enclosure.get("type"),
            "size_in_bytes": int(enclosure.get("length") or 0),
            "duration_in_seconds": int(_text(item, "itunes:duration") or 0),
        }
    )


def _authors(element: etree._Element) -> list[dict[str, str]]:
    name = _text(element, "itunes:author") or _text(element, "dc:creator")
    return [{"name": name}] if name else []


def _next_url(channel: etree._Element) -> str:
    """Where the older items stand in JSON: beside the XML, whose name differs in its ending alone."""
    links = channel.iterfind("atom:link", NAMESPACES)
    address = next((link.get("href") for link in links if link.get("rel") == "next"), "")
    return ".json".join(address.rsplit(".xml", 1))


def _date(text: str) -> str:
    """An RSS date (RFC 2822) as JSON Feed has it (RFC 3339)."""
    moment: datetime | None = parsedate_to_datetime(text) if text else None
    return moment.isoformat() if moment else ""


def _plain(html: str) -> str:
    """The words of a piece of HTML on one line."""
    if not html:
        return ""
    blocks = lxml.html.fragment_fromstring(html, create_parent="div")
    return " ".join(" ".join(blocks.itertext()).split())


def _text(element: etree._Element, path: str) -> str:
    return element.findtext(path, default="", namespaces=NAMESPACES).strip()


def _attribute(element: etree._Element, path: str, name: str) -> str:
    found = element.find(path, NAMESPACES)
    return "" if found is None else found.get(name, "")


def _said(members: dict[str, Any]) -> dict[str, Any]:
    """The members that say something; JSON Feed leaves the others out."""
    return {name: value for name, value in members.items() if value}
