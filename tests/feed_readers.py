"""Reads a feed back as three podcast apps' parsers do, each into the same plain items."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from calendar import timegm
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import podcastparser
import pytest

NODE_FOLDER = Path(__file__).parent / "node"

#: A field that the parser does not know, or reads wrongly for a reason that is told beside it.
UNKNOWN: Any = "unknown"

# podcastparser looks for the podcast namespace by its former name alone. It is given that name, so
# that its reading of the tags counts.
_PODCAST = b'"https://podcastindex.org/namespace/1.0"'
_FORMER = b'"https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"'


@dataclass(frozen=True, slots=True)
class ReadChapter:
    """A Podlove chapter; podcastparser leaves out the fraction of ``start``, so all do."""

    start: int
    title: str
    href: str
    image: str


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """A person; group and role in small letters, as apps compare them."""

    name: str
    role: str
    group: str
    href: str
    img: str


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What a parser found in one item; ``duration`` in seconds, ``enclosure_length`` in bytes."""

    guid: str
    title: str
    enclosure_url: str
    enclosure_length: int
    enclosure_type: str
    duration: int
    published: datetime
    season: int | None
    number: int | None
    episode_type: str
    explicit: bool
    image_url: str
    link: str
    author: str
    notes: str
    summary: str
    chapters: tuple[ReadChapter, ...]
    chapters_url: str
    persons: tuple[ReadPerson, ...]

    def as_known_by(self, other: ReadItem) -> ReadItem:
        """Return this item without what the parser of ``other`` does not know."""
        unknown = [name for name in self.__slots__ if getattr(other, name) is UNKNOWN]
        return replace(self, **dict.fromkeys(unknown, UNKNOWN))


def by_feedparser(xml: bytes) -> list[ReadItem]:
    """Read with feedparser; a stream, as it takes a string or bytes for a path or an address.

    Without its sanitizer, which writes even clean HTML in a way of its own.
    """
    feed = feedparser.parse(io.BytesIO(xml), sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, feed.get("bozo_exception")
    return [_from_feedparser(entry) for entry in feed.entries]


def _from_feedparser(entry: Any) -> ReadItem:
    (enclosure,) = entry.enclosures
    return ReadItem(
        guid=entry.id,
        title=entry.title,
        enclosure_url=enclosure.href,
        enclosure_length=int(enclosure.length),
        enclosure_type=enclosure.type,
        duration=_integer(entry.get("itunes_duration")) or 0,
        published=datetime.fromtimestamp(timegm(entry.published_parsed), UTC),
        season=_integer(entry.get("itunes_season")),
        number=_integer(entry.get("itunes_episode")),
        episode_type=entry.itunes_episodetype,
        # It knows "yes" and "clean" alone, which Apple no longer accepts.
        explicit=UNKNOWN,
        image_url=entry.image.href if "image" in entry else "",
        link=entry.link,
        # It takes what is in brackets, or looks like an address, for an e-mail address.
        author=UNKNOWN,
        notes=entry.content[0].value if "content" in entry else "",
        # The last of description and itunes:summary wins.
        summary=UNKNOWN,
        chapters=tuple(
            ReadChapter(
                int(chapter.start_parsed.total_seconds()),
                chapter.title,
                chapter.get("href", ""),
                chapter.get("image", ""),
            )
            for chapter in entry.get("psc_chapters", {}).get("chapters", ())
        ),
        chapters_url=entry.get("podcast_chapters", {}).get("url", ""),
        # Of several elements of a namespace it does not know, the last wins, without its text.
        persons=UNKNOWN,
    )


def _integer(text: str | None) -> int | None:
    return None if text is None else int(text)


def podcastparser_feed(xml: bytes) -> dict[str, Any]:
    """Return the whole feed as podcastparser reads it."""
    known = xml.replace(_PODCAST, _FORMER)
    return podcastparser.parse("https://reader.example/feed.xml", io.BytesIO(known))


def by_podcastparser(xml: bytes) -> list[ReadItem]:
    """Read with podcastparser, gPodder's parser. It sorts by date, newest first."""
    feed = podcastparser_feed(xml)
    return [_from_podcastparser(episode) for episode in feed["episodes"]]


def _from_podcastparser(episode: dict[str, Any]) -> ReadItem:
    (enclosure,) = episode["enclosures"]
    return ReadItem(
        guid=episode["guid"],
        title=episode["title"],
        enclosure_url=enclosure["url"],
        enclosure_length=enclosure["file_size"],
        enclosure_type=enclosure["mime_type"],
        duration=episode["total_time"],
        published=datetime.fromtimestamp(episode["published"], UTC),
        season=episode.get("season"),
        number=episode.get("number"),
        episode_type=episode["type"],
        explicit=episode["explicit"],
        image_url=episode.get("episode_art_url", ""),
        link=episode["link"],
        author=episode.get("itunes_author", ""),
        # Without content:encoded it takes the description, if that looks like HTML.
        notes=UNKNOWN,
        # It makes one out of the description where there is none.
        summary=UNKNOWN,
        chapters=tuple(
            ReadChapter(
                chapter["start"],
                chapter["title"],
                chapter.get("href", ""),
                chapter.get("image", ""),
            )
            for chapter in episode.get("chapters", ())
        ),
        chapters_url=episode.get("chapters_json_url", ""),
        persons=tuple(
            ReadPerson(
                person["name"],
                person["role"],
                person["group"],
                person["href"] or "",
                person["img"] or "",
            )
            for person in episode.get("persons", ())
        ),
    )


def partytime(xml: bytes) -> dict[str, Any]:
    """Return the whole feed as partytime, Podcast Index's parser, reads it.

    Skips the test where node or the parser is not installed. Fails on a feed it refuses.
    """
    node = shutil.which("node")
    if node is None or not (NODE_FOLDER / "node_modules" / "podcast-partytime").is_dir():
        pytest.skip("Node.js and its feed parser are needed: npm ci --prefix tests/node")
    run = subprocess.run(
        [node, str(NODE_FOLDER / "read_feed.mjs")],
        input=xml,
        capture_output=True,
        check=True,
        timeout=60,
        # Its log goes to standard output, where the JSON is.
        env={**os.environ, "PARTYTIME_LOG": "silent"},
    )
    feed = json.loads(run.stdout)
    assert feed is not None, "partytime refuses the feed."
    return feed


def by_partytime(xml: bytes) -> list[ReadItem]:
    """Read with partytime, Podcast Index's parser."""
    return [_from_partytime(item) for item in partytime(xml)["items"]]


def _from_partytime(item: dict[str, Any]) -> ReadItem:
    return ReadItem(
        guid=item["guid"],
        title=item["title"],
        enclosure_url=item["enclosure"]["url"],
        enclosure_length=item["enclosure"]["length"],
        enclosure_type=item["enclosure"]["type"],
        duration=item["duration"],
        published=datetime.fromisoformat(item["pubDate"]),
        season=item.get("itunesSeason"),
        number=item.get("itunesEpisode"),
        episode_type=item["itunesEpisodeType"],
        explicit=item["explicit"],
        image_url=item.get("itunesImage", ""),
        link=item["link"],
        author=item.get("author", ""),
        notes=item.get("content", ""),
        summary=item.get("summary", ""),
        # It does not read Podlove's chapters.
        chapters=UNKNOWN,
        chapters_url=item.get("podcastChapters", {}).get("url", ""),
        persons=tuple(
            ReadPerson(
                person["name"],
                person["role"].lower(),
                person["group"].lower(),
                person.get("href", ""),
                person.get("img", ""),
            )
            for person in item.get("podcastPeople", ())
        ),
    )


READERS: tuple[Callable[[bytes], list[ReadItem]], ...] = (
    by_feedparser,
    by_podcastparser,
    by_partytime,
)
