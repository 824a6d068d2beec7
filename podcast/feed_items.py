"""Keeps the item of each episode: rendered when something in it changes, the last good one else."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import Final

import feedgen.version
from django.db import transaction
from django.db.models import Q, QuerySet

import cms.syndication
import podcast.blocks
import podcast.feed
import podcast.feed_values
import podcast.models
import podcast.pictures
import podcast.transcript_formats
from cms.packing import etag_of
from podcast.extras import with_extras
from podcast.feed.check import check_item
from podcast.feed.render import render_item
from podcast.feed_values import item_of
from podcast.models import EpisodePage, FeedItem

logger = logging.getLogger(__name__)


def _rendering() -> str:
    packages = (podcast.feed, podcast.blocks, podcast.models)
    modules = (cms.syndication, podcast.feed_values, podcast.pictures, podcast.transcript_formats)
    files = [
        *(file for package in packages for file in sorted(Path(package.__path__[0]).rglob("*.py"))),
        *(Path(module.__file__ or "") for module in modules),
    ]
    sources = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(sources + feedgen.version.version_str.encode()).hexdigest()[:32]


#: Names how this software writes feeds, so that an update which writes them otherwise is noticed and
#: nobody need remember to count a number up.
RENDERING: Final = _rendering()


class FaultyItemError(Exception):
    """What was rendered would make apps drop the episode."""


def store_item(episode: EpisodePage) -> None:
    """Render and store the episode's item. If that fails, the last good item stays and it is logged.

    Outside every site nothing has an address, and so nothing has an item.
    """
    if not episode.full_url:
        return
    try:
        with transaction.atomic():
            xml = _rendered(episode)
            values = {"xml": xml, "digest": etag_of(xml.encode()), "length": len(xml.encode())}
            _keep(episode, fault="", **values)
    except Exception as error:
        logger.exception("The feed item of episode %s (%s) failed", episode.pk, episode.guid)
        _keep(episode, fault=f"{type(error).__name__}: {error}")


def _rendered(episode: EpisodePage) -> str:
    xml = render_item(item_of(episode))
    if faults := check_item(xml):
        raise FaultyItemError(" ".join(faults))
    return xml


def _keep(episode: EpisodePage, **values: object) -> None:
    FeedItem.objects.update_or_create(episode=episode, defaults={"is_stale": False, **values})


def mark_stale(episodes: QuerySet[EpisodePage]) -> None:
    """Have the items of ``episodes`` rendered by the next build of their feed."""
    FeedItem.objects.filter(episode__in=episodes.values("pk")).update(is_stale=True)


def store_stale_items(heard: QuerySet[EpisodePage]) -> None:
    """Render those of the episodes ``heard`` whose items are missing, stale, or failed last time."""
    needed = Q(feed_item__isnull=True) | Q(feed_item__is_stale=True) | ~Q(feed_item__fault="")
    for episode in with_extras(heard.filter(needed).select_related("recording", "artwork")):
        store_item(episode)
