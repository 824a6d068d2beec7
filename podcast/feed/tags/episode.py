"""Tags of the podcast namespace, and Podlove's chapters, that only an episode has."""

from __future__ import annotations

import math
from typing import Final

from lxml import etree

from cms.syndication import clean_line
from podcast.feed.namespace import PODCAST, PSC
from podcast.feed.parts import AlternateEnclosure, Soundbite
from podcast.feed.tags.adding import add
from podcast.feed.types import Item
from podcast.feed.values import (
    INTEGRITY,
    LANGUAGE,
    MIME_TYPE,
    SOUNDBITE_SECONDS,
    URI,
    is_time,
    matching,
    number,
    phrase,
    positive,
    web_address,
)

#: In characters: podcast:episode's display, podcast:alternateEnclosure's title and rel.
_SHORT: Final = 32


def season(parent: etree._Element, item: Item) -> None:
    """Write the season's number with its name."""
    if value := positive(item.season):
        add(parent, PODCAST, "season", value, name=phrase(item.season_name))


def number_(parent: etree._Element, item: Item) -> None:
    """Write the episode's number with what to show instead of it."""
    if value := positive(item.number):
        add(parent, PODCAST, "episode", value, display=phrase(item.number_display, _SHORT))


def transcripts(parent: etree._Element, item: Item) -> None:
    """Link the transcript in every form it has."""
    for link in item.transcripts:
        url, mime_type = web_address(link.url), matching(MIME_TYPE, link.mime_type)
        if url and mime_type:
            add(
                parent,
                PODCAST,
                "transcript",
                url=url,
                type=mime_type,
                language=matching(LANGUAGE, link.language),
                rel=matching("captions", link.rel),
            )


def chapters(parent: etree._Element, item: Item) -> None:
    """Link the JSON chapters."""
    if url := web_address(item.chapters_url):
        add(parent, PODCAST, "chapters", url=url, type="application/json+chapters")


def simple_chapters(parent: etree._Element, item: Item) -> None:
    """Write Podlove Simple Chapters 1.2: the chapters of the list, in order of time."""
    told = [one for one in item.chapters if one.listed and one.title and is_time(one.start)]
    if told:
        element = add(parent, PSC, "chapters", version="1.2")
        for chapter in sorted(told, key=lambda one: one.start):
            add(
                element,
                PSC,
                "chapter",
                start=_clock(chapter.start),
                title=clean_line(chapter.title),
                href=web_address(chapter.url),
                image=web_address(chapter.image_url),
            )


def _clock(seconds: float) -> str:
    """Return ``HH:MM:SS.mmm``, the long form of Normal Play Time."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}.{thousandths:03}"


def soundbites(parent: etree._Element, item: Item) -> None:
    """Name the parts worth hearing alone that are neither too short, too long nor past the end."""
    for bite in item.soundbites:
        if _can_be_heard(bite, item.duration):
            add(
                parent,
                PODCAST,
                "soundbite",
                phrase(bite.title),
                startTime=number(bite.start),
                duration=number(bite.duration),
            )


def _can_be_heard(bite: Soundbite, length: float) -> bool:
    shortest, longest = SOUNDBITE_SECONDS
    fits = length <= 0 or bite.start + bite.duration <= length
    return is_time(bite.start) and shortest <= bite.duration <= longest and fits


def alternate_enclosures(parent: etree._Element, item: Item) -> None:
    """Offer the same episode in other forms, each from one or more places."""
    for other in item.alternate_enclosures:
        sources = [url for url in other.urls if matching(URI, url)]
        if sources and matching(MIME_TYPE, other.mime_type):
            element = _alternate_enclosure(parent, other)
            for url in sources:
                add(element, PODCAST, "source", uri=url)
            if integrity := matching(INTEGRITY, other.integrity):
                add(element, PODCAST, "integrity", type="sri", value=integrity)


def _alternate_enclosure(parent: etree._Element, other: AlternateEnclosure) -> etree._Element:
    return add(
        parent,
        PODCAST,
        "alternateEnclosure",
        type=other.mime_type,
        length=positive(other.length),
        bitrate=number(other.bit_rate) if 0 < other.bit_rate < math.inf else "",
        height=positive(other.height),
        lang=matching(LANGUAGE, other.language),
        title=phrase(other.title, _SHORT),
        rel=phrase(other.rel, _SHORT),
        codecs=other.codecs,
        default="true" if other.default else "",
    )


def content_links(parent: etree._Element, item: Item) -> None:
    """Link the same content at other places."""
    for link in item.content_links:
        if href := web_address(link.href):
            add(parent, PODCAST, "contentLink", phrase(link.text), href=href)
