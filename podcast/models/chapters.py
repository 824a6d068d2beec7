"""Turns the chapters that an editor typed into those that pages, feed and apps are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.blocks import StreamValue

from cms.models import rendition_url
from podcast.chapters import Chapter
from podcast.clock import seconds_of

#: Large enough for a phone, and what every app can draw.
PICTURE_SPEC = "max-1400x1400|format-jpeg|jpegquality-80"


def typed_chapters(chapters: StreamValue, *, base: str) -> list[Chapter]:
    """The chapters in the order of time, with absolute addresses on the host of ``base``.

    In a draft, a chapter may still be without its time or its title: it is left out.
    """
    # Asked for by get: what code puts together need not name every field.
    values = [child.value for child in chapters]
    # One query for all renditions.
    pictures = [value["picture"] for value in values if value.get("picture")]
    prefetch_related_objects(pictures, "renditions")
    typed = [_chapter(value, base) for value in values]
    return sorted(filter(None, typed), key=lambda chapter: chapter.start)


def _chapter(value: Mapping[str, Any], base: str) -> Chapter | None:
    start, title = seconds_of(value.get("time") or ""), value.get("title") or ""
    hidden = bool(value.get("hidden"))
    if start is None or not (title or hidden):
        return None
    return Chapter(
        start,
        title,
        url=value.get("url") or "",
        image_url=rendition_url(value.get("picture"), PICTURE_SPEC, base=base),
        listed=not hidden,
    )
