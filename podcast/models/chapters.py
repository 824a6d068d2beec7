"""Turns the chapters that an editor typed into those that pages, feed and apps are given."""

from __future__ import annotations

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
    values = [child.value for child in chapters]
    # One query for all renditions.
    prefetch_related_objects([v["picture"] for v in values if v["picture"]], "renditions")
    typed = []
    for value in values:
        start, title = seconds_of(value["time"] or ""), value["title"] or ""
        if start is not None and (title or value["hidden"]):
            picture = rendition_url(value["picture"], PICTURE_SPEC, base=base)
            typed.append(
                Chapter(
                    start,
                    title,
                    url=value["url"] or "",
                    image_url=picture,
                    listed=not value["hidden"],
                )
            )
    return sorted(typed, key=lambda chapter: chapter.start)
