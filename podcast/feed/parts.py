"""The values behind the tags of the podcast namespace, each named like its tag.

Source: podcastindex.org/namespace/1.0. URLs are absolute, datetimes aware, times in seconds; an empty
string or None leaves the attribute out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody heard in an episode or behind a show (`podcast:person`)."""

    name: str
    role: str = "host"
    group: str = "cast"
    href: str = ""
    img: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where it plays (``rel`` "subject") or is made ("creator"); ``geo`` as "geo:52.5,13.4"."""

    name: str
    rel: str = ""
    geo: str = ""
    osm: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class License:
    """``name`` is an identifier such as "cc-by-4.0"; one that no list knows needs its ``url``."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Funding:
    """Where listeners may give, and the words of the link."""

    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Trailer:
    """A trailer of the show, or of one season."""

    title: str
    url: str
    published: datetime
    length: int = 0
    mime_type: str = ""
    season: int | None = None


@dataclass(frozen=True, slots=True)
class RemoteItem:
    """Another podcast, or one episode of it, by its guid."""

    feed_guid: str
    feed_url: str = ""
    item_guid: str = ""
    medium: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class UpdateFrequency:
    """How often episodes come: in words and as an iCalendar rule (RFC 5545), such as "FREQ=WEEKLY"."""

    text: str
    rrule: str = ""
    start: datetime | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Txt:
    """Free text for machines, such as a directory's proof of ownership."""

    text: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class ServiceBlock:
    """Whether a directory may list the show; without ``service`` it is said to all."""

    blocked: bool
    service: str = ""


@dataclass(frozen=True, slots=True)
class ValueRecipient:
    """Who gets ``split`` shares of a payment."""

    type: str
    address: str
    split: int
    name: str = ""
    custom_key: str = ""
    custom_value: str = ""
    fee: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """How listeners' apps may pay (`podcast:value`)."""

    type: str
    method: str
    recipients: tuple[ValueRecipient, ...]
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class TranscriptLink:
    """One format of a transcript; ``rel`` is "captions" where it follows the sound closely."""

    url: str
    mime_type: str
    language: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Soundbite:
    """A part worth hearing alone."""

    start: float
    duration: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class AlternateEnclosure:
    """The same episode in another form. ``integrity`` is a W3C subresource integrity value."""

    mime_type: str
    urls: tuple[str, ...]
    length: int = 0
    bit_rate: float = 0
    height: int = 0
    language: str = ""
    title: str = ""
    rel: str = ""
    codecs: str = ""
    default: bool = False
    integrity: str = ""


@dataclass(frozen=True, slots=True)
class ContentLink:
    """The same content at another place, such as a video."""

    href: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SocialInteract:
    """Where the episode is talked about; ``protocol`` "disabled" says that nowhere is."""

    protocol: str
    uri: str = ""
    account_id: str = ""
    account_url: str = ""
    priority: int | None = None


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a document of a long feed stands in its row (RFC 5005), newest first.

    ``next`` leads to the older, ``previous`` to the newer document. The documents behind the first
    are archives: they do not change when an episode is published.
    """

    first: str
    last: str
    next: str = ""
    previous: str = ""
    is_archive: bool = False
