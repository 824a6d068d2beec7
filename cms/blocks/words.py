"""The words of a text, read from its stored data: nothing is asked of the database.

The blocks themselves would fetch their pictures and pages, which no list, feed or count shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, Final

from django.utils.text import Truncator

#: How fast people read, in words a minute.
WORDS_A_MINUTE: Final = 200
#: How long a lead may get before it ends with a sentence, and where a single long sentence is cut.
LEAD_WORDS: Final = 40
#: What stands between two words though there is no space: the end of a paragraph, a list item, a line.
_BREAKS: Final = re.compile(r"</(?:p|li|ul|ol|h\d|blockquote)>|<br\s*/?>", re.IGNORECASE)
#: The editor stores a sign of comparison as an entity; where an import did not, it stands before a space.
_TAGS: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")
#: Between two sentences: behind the mark and what closes with it, before what a sentence begins with.
#: Not behind a number, which in some languages is a date.
_SENTENCES: Final = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’»)]))(?<!\d\.)\s+(?=[^\Wa-z_]|[\"“„«¿¡(])"
)

RawBlocks = Iterable[Mapping[str, Any]]


def plain_text(html: str) -> str:
    """The words of rich text on one line."""
    return " ".join(unescape(_TAGS.sub("", _BREAKS.sub(" ", html))).split())


def sentences(text: str) -> list[str]:
    """The sentences of plain text, told apart by their marks; one with an abbreviation may be two."""
    return _SENTENCES.split(text)


def word_count(blocks: RawBlocks) -> int:
    """How many words of the text a reader reads: headings, paragraphs, quotes and captions."""
    return sum(len(text.split()) for text in _texts(blocks))


def reading_minutes(words: int) -> int:
    """How long ``words`` take to read, in whole minutes and at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def lead(blocks: RawBlocks) -> str:
    """The first sentences of the text, with an ellipsis where it goes on; "" without paragraphs."""
    paragraphs = (plain_text(block["value"]) for block in blocks if block["type"] == "paragraph")
    text = " ".join(filter(None, paragraphs))
    first, *others = sentences(text)
    if len(first.split()) > LEAD_WORDS:
        return Truncator(first).words(LEAD_WORDS, truncate=" …")
    taken = [first]
    for sentence in others:
        if len(" ".join([*taken, sentence]).split()) > LEAD_WORDS:
            return f"{' '.join(taken)} …"
        taken.append(sentence)
    return text


def _texts(blocks: RawBlocks) -> Iterator[str]:
    for block in blocks:
        value = block["value"]
        match block["type"]:
            case "paragraph":
                yield plain_text(value)
            case "heading" | "quote":
                yield value["text"]
            case "picture":
                yield value.get("caption") or ""
