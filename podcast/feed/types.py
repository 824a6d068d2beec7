"""What a podcast feed is made of, as plain values: a channel and its items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


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
class Person:
    """Somebody heard in an episode or behind a show (`podcast:person`)."""

    name: str
    role: str = "host"
    group: str = "cast"
    href: str = ""
    img: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """A show as its feed's head says it. URLs are absolute; ``updated`` is aware.

    ``description`` is HTML or one paragraph of plain text; it is cleaned and cut to its limit.
    ``updated`` is the last change of the show or any of its items, and becomes lastBuildDate.
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
    funding_url: str = ""
    funding_text: str = ""
    medium: str = "podcast"
    persons: tuple[Person, ...] = ()


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
    ``duration`` seconds, ``published`` an aware datetime.
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
    persons: tuple[Person, ...] = ()
