"""Podlove Simple Chapters, the XML form (podlove.org/simple-chapters)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from podcast.chapters.entries import checked
from podcast.chapters.types import Chapter
from podcast.clock import seconds_of
from podcast.text_files import Reason, TextFileError

# The text is decoded already, so what it says of its encoding is no longer true.
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def read_psc(text: str) -> Iterator[Chapter]:
    """The chapters of the first ``<chapters>`` in ``text``, be it alone or inside a feed.

    A document type is refused unread: nothing may be expanded or fetched. Raises TextFileError.
    """
    root = _parsed(text)
    first = next(root.iter("{*}chapters"), None)
    if first is None:
        raise TextFileError(Reason.UNKNOWN_FORMAT)
    for element in first.iter("{*}chapter"):
        end = element.get("end")
        yield checked(
            start=seconds_of(element.get("start", "")),
            title=element.get("title", ""),
            end=seconds_of(end) if end else None,
            url=element.get("href", ""),
            image_url=element.get("image", ""),
            line=element.sourceline,
        )


def _parsed(text: str) -> etree._Element:
    if match := _DOCTYPE.search(text):
        raise TextFileError(Reason.DOCTYPE, line=text.count("\n", 0, match.start()) + 1)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        return etree.fromstring(_DECLARATION.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise TextFileError(Reason.BAD_XML, line=error.lineno) from None
