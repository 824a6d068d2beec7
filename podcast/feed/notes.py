"""Show notes as podcast apps want them: a few tags, absolute links, a limited length."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from enum import IntEnum
from html import escape
from typing import Final, NamedTuple

import nh3

from cms.syndication import clean_text

#: Apple's and PSP-1's limit for a description, in bytes of UTF-8.
DESCRIPTION_LIMIT: Final = 4000

_HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6"}
_TAGS: Final = {"p", "br", "a", "ul", "ol", "li", "strong", "em", "b", "i"} | _HEADINGS
_BLOCKS: Final = {"p", "li", "ul", "ol"}
_HEADING_TAG = re.compile(r"<(/?)h[1-6]>")


def clean_notes(html: str, base_url: str = "") -> str:
    """Return ``html`` with the tags that podcast apps show and with absolute links only.

    Relative links are resolved against ``base_url``, or lose their address without one. Headings
    become bold paragraphs: apps that know no headings would run them into the text that follows.
    """
    cleaned = nh3.clean(
        clean_text(html),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        url_relative=("rewrite_with_base", base_url) if base_url else "deny",
        link_rel=None,
    )
    # Safe on text: nh3 escapes every < that opens no tag, in attributes too.
    cleaned = _HEADING_TAG.sub(lambda tag: _bold(closing=bool(tag[1])), cleaned)
    return cleaned.replace("&nbsp;", "\u00a0").strip()


def _bold(*, closing: bool) -> str:
    return "</strong></p>" if closing else "<p><strong>"


def paragraphs(text: str) -> str:
    """Return plain ``text`` as HTML: blank lines part paragraphs, single ones become <br>."""
    blocks = re.split(r"\n\s*\n", clean_text(text).replace("\r\n", "\n").strip())
    return "".join(
        "<p>" + escape(block.strip(), quote=False).replace("\n", "<br>") + "</p>"
        for block in blocks
        if block.strip()
    )


class _Rank(IntEnum):
    """How well a text ends at a place where it might be cut."""

    CHARACTER = 0
    WORD = 1
    SENTENCE = 2


class _Cut(NamedTuple):
    rank: _Rank
    position: int
    closing: str
    size: int


def limit_html(html: str, limit: int = DESCRIPTION_LIMIT) -> str:
    """Return as much of clean ``html`` as fits into ``limit`` bytes of UTF-8, still well-formed.

    It ends with a whole paragraph or sentence; within a word only where there is nothing better.
    """
    if len(html.encode()) <= limit:
        return html
    fitting = itertools.takewhile(lambda cut: cut.size <= limit, _cuts(html))
    last_of_rank = {cut.rank: cut for cut in fitting}
    if not last_of_rank:
        return ""
    best = last_of_rank[max(last_of_rank)]
    return html[: best.position].rstrip() + best.closing


# An end of sentence is a mark, with its closing quotes, before a space, a tag or the end, unless a
# small letter follows ("e.g. this"); Chinese and Japanese marks need no space. The repetitions are
# bounded: a long row of dots would else be tried over and over.
_UNIT = re.compile(
    r"""(?P<tag><(?P<slash>/?)(?P<name>[a-z0-9]+)[^>]*>)
      | (?P<end>[.!?…]{1,5}["'»”’)\]]{0,5}(?=[\s<]|$)(?!\s+[a-z]) | [。！？]+[」』”]*)
      | (?P<space>\s+)
      | (?:&[#\w]+;|.)""",
    re.VERBOSE | re.DOTALL,
)


def _cuts(html: str) -> Iterator[_Cut]:
    """Yield every place where ``html`` may be cut, with what closes the tags open there."""
    opened: list[str] = []
    written = 0
    for unit in _UNIT.finditer(html):
        written += len(unit[0].encode())
        if unit["tag"] and unit["slash"]:
            opened.pop()
        elif unit["tag"] and unit["name"] != "br":
            opened.append(unit["name"])
        closing = "".join(f"</{name}>" for name in reversed(opened))
        yield _Cut(_rank(unit), unit.end(), closing, written + len(closing))


def _rank(unit: re.Match[str]) -> _Rank:
    ends_block = bool(unit["slash"]) and unit["name"] in _BLOCKS
    if unit["end"] or ends_block or unit["name"] == "br":
        return _Rank.SENTENCE
    return _Rank.WORD if unit["space"] else _Rank.CHARACTER
