"""Keeps the item of each episode: rendered when something in it changes, the last good one else."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import feedgen.version
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

import cms.syndication
import comments.addresses
import comments.openness
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
from podcast.models.episode_queries import EpisodeQuerySet

logger = logging.getLogger(__name__)

#: Items rendered and stored at once.
_AT_ONCE: Final = 100


def _rendering() -> str:
    packages = (podcast.feed, podcast.blocks, podcast.models)
    modules = (
        cms.syndication,
        comments.addresses,
        comments.openness,
        podcast.feed_values,
        podcast.pictures,
        podcast.transcript_formats,
    )
    files = [
        *(file for package in packages for file in sorted(Path(package.__path__[0]).rglob("*.py"))),
        *(Path(module.__file__ or "") for module in modules),
    ]
    sources = b"".join(file.read_bytes() for file in files)
    # The hubs stand in every head.
    settled = f"{feedgen.version.version_str} {settings.WEBSUB_HUBS}"
    return hashlib.sha256(sources + settled.encode()).hexdigest()[:32]


#: Names how this software writes feeds, so that an update which writes them otherwise is noticed and
#: nobody need remember to count a number up.
RENDERING: Final = _rendering()


class FaultyItemError(Exception):
    """What was rendered would make apps drop the episode."""


def store_item(episode: EpisodePage) -> None:
    """Render and store the episode's item. If that fails, the last good item stays and it is logged.

    Outside every site nothing has an address, and so nothing has an item.
    """
    _store([episode])


def _store(episodes: Iterable[EpisodePage]) -> None:
    items = [_item(episode) for episode in episodes if episode.full_url]
    _keep([item for item in items if not item.fault], "xml", "digest", "length")
    _keep([item for item in items if item.fault])


def _item(episode: EpisodePage) -> FeedItem:
    try:
        with transaction.atomic():
            xml = _rendered(episode)
            content = xml.encode()
    except Exception as error:
        logger.exception("The feed item of episode %s (%s) failed", episode.pk, episode.guid)
        return FeedItem(episode=episode, fault=f"{type(error).__name__}: {error}", is_stale=True)
    return FeedItem(episode=episode, xml=xml, digest=etag_of(content), length=len(content))


def _rendered(episode: EpisodePage) -> str:
    xml = render_item(item_of(episode))
    if faults := check_item(xml):
        raise FaultyItemError(" ".join(faults))
    return xml


def _keep(items: list[FeedItem], *columns: str) -> None:
    """Write the items; of those there are already only ``columns``, and how the rendering went."""
    FeedItem.objects.bulk_create(
        items,
        update_conflicts=True,
        unique_fields=["episode"],
        update_fields=[*columns, "fault", "is_stale"],
    )


def mark_stale(episodes: QuerySet[EpisodePage]) -> None:
    """Have the items of ``episodes`` rendered by the next build of their feed."""
    FeedItem.objects.filter(episode__in=episodes.values("pk")).update(is_stale=True, fault="")


def episodes_without_item(heard: EpisodeQuerySet) -> list[int]:
    """Their keys; this asks for every one of the episodes ``heard``."""
    return list(heard.filter(feed_item__isnull=True).values_list("pk", flat=True))


def episodes_with_stale_item(heard: EpisodeQuerySet) -> list[int]:
    """Their keys, those whose rendering failed among them."""
    stale = FeedItem.objects.filter(is_stale=True).values("episode")
    return list(heard.filter(pk__in=stale).values_list("pk", flat=True))


def in_batches(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    """So many that neither memory nor a lock has to be held for the whole show."""
    for start in range(0, len(pks), _AT_ONCE):
        yield pks[start : start + _AT_ONCE]


def store_items(heard: EpisodeQuerySet, pks: Sequence[int]) -> None:
    """Render and store a batch of items where nobody else has done so; the caller has locked the feed.

    Who publishes one of them locks the feed first, so the older words never replace the newer ones.
    """
    waiting = Q(feed_item__isnull=True) | Q(feed_item__is_stale=True)
    # Not select_related: episodes with the same artwork share it, and its renditions.
    complete = heard.select_related("recording").prefetch_related("artwork__renditions")
    _store(with_extras(complete.filter(waiting, pk__in=pks)))
