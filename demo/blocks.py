"""Turns the demo's texts into the blocks of a page."""

from __future__ import annotations

import re
from typing import Any

from articles.models import ArticlePage
from demo.content import types
from demo.media import Library
from podcast.models import EpisodePage


def stream_of(blocks: tuple[types.Block, ...], library: Library) -> list[tuple[str, Any]]:
    return [_block(block, library) for block in blocks]


def _block(block: types.Block, library: Library) -> tuple[str, Any]:
    match block:
        case types.Heading(text):
            return "heading", {"text": text, "level": "2"}
        case types.Paragraph(html):
            return "paragraph", linked(html)
        case types.Quote(text, attribution):
            return "quote", {"text": text, "attribution": attribution}
        case types.Picture(file, alt, caption):
            picture = library.picture(file, alt)
            own_alt = "" if alt == picture.description else alt
            return "picture", {"image": picture, "alt": own_alt, "caption": caption}
        case types.CallToAction(heading, text, label, target):
            url = "" if target == "appointment" else target
            invitation = {"heading": heading, "text": text, "label": label, "url": url}
            return "call_to_action", {**invitation, "page": None}
        case types.Listen(episode, introduction):
            page = EpisodePage.objects.get(slug=episode)
            return "episode", {"episode": page, "introduction": introduction}
        case types.ReadOn(heading, slugs):
            articles = [ArticlePage.objects.get(slug=slug) for slug in slugs]
            links = [{"page": article, "url": "", "label": ""} for article in articles]
            return "related_links", {"heading": heading, "links": links}


def linked(html: str) -> str:
    """``html`` with its links to articles ("article:<slug>") as Wagtail's links to pages."""

    def page_link(match: re.Match[str]) -> str:
        return f'linktype="page" id="{ArticlePage.objects.get(slug=match[1]).pk}"'

    return re.sub(r'href="article:([\w-]+)"', page_link, html)
