"""What a podcast feed is made of, as plain values: a channel and its items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from podcast.chapters import Chapter
from podcast.feed.parts import (
    AlternateEnclosure,
    ContentLink,
    Funding,
    License,
    Location,
    Paging,
    Person,
    RemoteItem,
    ServiceBlock,
    SocialInteract,
    Soundbite,
    Trailer,
    TranscriptLink,
    Txt,
    UpdateFrequency,
    Value,
)


@dataclass(frozen=True, slots=True)
class Category:
    """An Apple Podcasts category with its subcategory, in Apple's exact spelling."""

    name: str
    subcategory: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom directories write to; published in the feed, so off by default."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A show as its feed's head says it. URLs are absolute; ``updated`` is aware.

    ``description`` is HTML or one paragraph of plain text; it is cleaned and cut to its limit.
    ``updated`` is the last change of the show or any of its items, and becomes lastBuildDate.
    ``stylesheet_url`` is what a browser shows the feed with (XSL); an absolute path will do.
    """

    title: str
    description: str
    feed_url: str
    link: str
    language: str
    image_url: str
    categories: tuple[Category, ...]
    guid: UUID
    updated: datetime
    explicit: bool = False
    author: str = ""
    owner: Owner | None = None
    show_type: str = "episodic"
    copyright: str = ""
    locked: bool = True
    complete: bool = False
    block: bool = False
    new_feed_url: str = ""
    medium: str = "podcast"
    fundings: tuple[Funding, ...] = ()
    persons: tuple[Person, ...] = ()
    locations: tuple[Location, ...] = ()
    license: License | None = None
    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    trailers: tuple[Trailer, ...] = ()
    update_frequency: UpdateFrequency | None = None
    txts: tuple[Txt, ...] = ()
    value: Value | None = None
    service_blocks: tuple[ServiceBlock, ...] = ()
    hub_urls: tuple[str, ...] = ()
    paging: Paging | None = None
    stylesheet_url: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The audio file of an episode; ``length`` is its exact size in bytes."""

    url: str
    length: int
    mime_type: str


@dataclass(frozen=True, slots=True)
class Item:
    """An episode as its feed item says it.

    ``summary`` is plain text, ``notes_html`` the full show notes (clean HTML, absolute URLs),
    ``duration`` seconds, ``published`` an aware datetime. ``comments_url`` is where the website's own
    comments are, ``comments_feed_url`` their feed.
    """

    guid: UUID
    title: str
    link: str
    published: datetime
    enclosure: Enclosure
    duration: float
    summary: str = ""
    notes_html: str = ""
    image_url: str = ""
    explicit: bool = False
    season: int | None = None
    number: int | None = None
    episode_type: str = "full"
    author: str = ""
    block: bool = False
    season_name: str = ""
    number_display: str = ""
    persons: tuple[Person, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    chapters_url: str = ""
    transcripts: tuple[TranscriptLink, ...] = ()
    soundbites: tuple[Soundbite, ...] = ()
    locations: tuple[Location, ...] = ()
    license: License | None = None
    fundings: tuple[Funding, ...] = ()
    alternate_enclosures: tuple[AlternateEnclosure, ...] = ()
    content_links: tuple[ContentLink, ...] = ()
    social_interactions: tuple[SocialInteract, ...] = ()
    comments_url: str = ""
    comments_feed_url: str = ""
    txts: tuple[Txt, ...] = ()
    value: Value | None = None
