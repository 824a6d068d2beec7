"""The text of an article or a standard page, and what its blocks need to know of one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock, StreamBlock, StreamValue
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from cms.blocks.embeds import EmbedBlock
from cms.blocks.links import CallToActionBlock, EpisodeBlock, RelatedLinksBlock
from cms.blocks.text import SECTION, HeadingBlock, PictureBlock, QuoteBlock

#: Stands between paragraphs while their links are looked up together; no editor can type it.
_BETWEEN: Final = "\x1e"


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a text as it is shown: a heading with its anchor, a paragraph as finished HTML."""

    block: StreamValue.StreamChild
    anchor: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a text, as a table of contents names it."""

    title: str
    anchor: str


class BodyBlock(StreamBlock):
    """The text of an article or a standard page."""

    heading = HeadingBlock()
    paragraph = RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        template="blocks/paragraph.html",
    )
    quote = QuoteBlock()
    picture = PictureBlock()
    embed = EmbedBlock()
    call_to_action = CallToActionBlock()
    episode = EpisodeBlock()
    related_links = RelatedLinksBlock()

    class Meta:
        template = "blocks/body.html"

    def get_context(
        self, value: StreamValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        models.prefetch_related_objects(pictures_in(value), "renditions")
        context["parts"] = list(_parts(value))
        context["public_pages"] = _public_pages(value)
        return context


def pictures_in(value: StreamValue) -> list[Any]:
    """The pictures of a text that are still there."""
    pictures = (child.value["image"] for child in value if child.block_type == "picture")
    return [picture for picture in pictures if picture]


def sections(blocks: list[Mapping[str, Any]]) -> list[Section]:
    """The sections of a text, from its stored data; subsections are not among them."""
    headings = [block["value"] for block in blocks if block["type"] == "heading"]
    anchors = _anchors(heading["text"] for heading in headings)
    return [
        Section(heading["text"], anchor)
        for heading, anchor in zip(headings, anchors, strict=True)
        if heading["level"] == SECTION
    ]


def _anchors(titles: Iterator[str]) -> Iterator[str]:
    """An anchor for each heading: none twice, and none that the page has elsewhere.

    It stays while the words stay; of two headings with the same words the second is counted.
    """
    seen: set[str] = set()
    for title in titles:
        first = anchor = "-".join(filter(None, ["section", slugify(title, allow_unicode=True)]))
        number = 1
        while anchor in seen:
            number += 1
            anchor = f"{first}-{number}"
        seen.add(anchor)
        yield anchor


def _parts(value: StreamValue) -> Iterator[Part]:
    anchors = _anchors(child.value["text"] for child in value if child.block_type == "heading")
    paragraphs = _expanded([c.value.source for c in value if c.block_type == "paragraph"])
    for child in value:
        match child.block_type:
            case "heading":
                yield Part(child, anchor=next(anchors))
            case "paragraph":
                yield Part(child, html=next(paragraphs))
            case _:
                yield Part(child)


def _expanded(sources: list[str]) -> Iterator[SafeString]:
    """The paragraphs as HTML. Together, because each alone would look up the pages it links to."""
    together = _BETWEEN.join(source.replace(_BETWEEN, "") for source in sources)
    # Safe as Wagtail's own rich text is: the editor has cleaned it before it was stored.
    return map(SafeString, expand_db_html(together).split(_BETWEEN))


def _public_pages(value: StreamValue) -> set[int]:
    """The keys of those pages named in the blocks that a stranger may see."""
    named = {page.pk for child in value for page in getattr(child.value, "pages", ())}
    if not named:
        return set()
    # Pages stand on blocks, not blocks on pages.
    from cms.models import BasePageQuerySet

    pages = BasePageQuerySet(Page).public_now().filter(pk__in=named)
    return set(pages.values_list("pk", flat=True))
