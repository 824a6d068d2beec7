"""Reads a feed back as three podcast apps' parsers do, each into the same plain items."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from calendar import timegm
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import podcastparser
import pytest

NODE_FOLDER = Path(__file__).parent / "node"


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What a parser found in one item; ``duration`` in seconds, ``enclosure_length`` in bytes.

    ``explicit`` is None where the parser cannot tell: feedparser knows "yes" and "clean" alone,
    which Apple no longer accepts.
    """

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
    explicit: bool | None
    image_url: str


def by_feedparser(xml: bytes) -> list[ReadItem]:
    """Read with feedparser; a stream, as it takes a string or bytes for a path or an address."""
    feed = feedparser.parse(io.BytesIO(xml))
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
        duration=int(entry.itunes_duration),
        published=datetime.fromtimestamp(timegm(entry.published_parsed), UTC),
        season=_integer(entry.get("itunes_season")),
        number=_integer(entry.get("itunes_episode")),
        episode_type=entry.itunes_episodetype,
        explicit=None,
        image_url=entry.image.href if "image" in entry else "",
    )


def _integer(text: str | None) -> int | None:
    return None if text is None else int(text)


def by_podcastparser(xml: bytes) -> list[ReadItem]:
    """Read with podcastparser, gPodder's parser."""
    feed = podcastparser.parse("https://reader.example/feed.xml", io.BytesIO(xml))
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
    )


READERS: tuple[Callable[[bytes], list[ReadItem]], ...] = (
    by_feedparser,
    by_podcastparser,
    by_partytime,
)
