"""Keeps each show's feed ready: an item is rendered when its episode changes, the bodies after that.

Publishing one episode renders one item, stores it, and moves the feed's version. The bodies join the
show's head and the stored items of every episode that can be heard now, so nothing that is not
public can be in them whatever is stored. They are only replaced by ones that pass ``FeedCheck``.
"""

from __future__ import annotations

import logging
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Min, QuerySet
from django.utils import timezone

from cms.feeds import feed_of
from podcast.announce import announce_later
from podcast.feed.identity import podcast_guid
from podcast.feed_bodies import keep_heard_only, replace_bodies
from podcast.feed_items import (
    RENDERING,
    episodes_with_stale_item,
    episodes_without_item,
    in_batches,
    mark_stale,
    store_items,
)
from podcast.models import EpisodePage, Feed, FeedBody, Show
from podcast.models.episode_queries import EpisodeQuerySet

logger = logging.getLogger(__name__)


@feed_of(Show)
def show_feed(show: Show, number: int = 0) -> FeedBody | None:
    """The document to serve now: the stored one, or one built anew where something has changed.

    What only an update of the software would write otherwise is sent as it is: to render a whole
    show anew is the work of ``build_feeds`` or of the next publish, not of a reader's request.
    """
    body = _stored(show, number)
    feed = body.feed if body else Feed.objects.filter(show=show).first()
    if feed is None or not feed.is_current or not (body or number):
        try:
            build_feed(show)
        except Exception:
            # Such as a database that others keep locked for too long.
            if body is None:
                raise
            logger.exception("The feed of show %s was not built; the old one is served", show.pk)
        body = _stored(show, number)
    return body


def _stored(show: Show, number: int) -> FeedBody | None:
    bodies = FeedBody.objects.filter(feed__show=show, number=number).select_related("feed")
    return bodies.defer("gzip", "brotli", "guids").first()


def touch_feeds(shows: QuerySet[Show]) -> None:
    """Something in the feeds of ``shows`` changed: count it now, build when the change is committed."""
    # In one order, or two who change several would wait for each other.
    for show in shows.order_by("pk"):
        Feed.objects.get_or_create(show=show)
        Feed.objects.filter(show=show).update(version=F("version") + 1, failed_at=None)
        _build_on_commit(show.pk)


def _build_on_commit(pk: int) -> None:
    """Build the feed of the show if it is still there by then, and belongs to a site."""

    # A function, as Django names what failed here by its __qualname__, which no partial has.
    def build() -> None:
        show = Show.objects.filter(pk=pk).first()
        if show and show.full_url:
            build_feed(show)

    transaction.on_commit(build, robust=True)


def build_feed(show: Show) -> Feed:
    """Build the feed of ``show`` and store it, unless somebody else has just done so.

    Many items are rendered in parts: after an update of the software that may take a while. Raises
    only where there is no last good feed to fall back to.
    """
    feed, _is_new = Feed.objects.get_or_create(show=show)
    heard = EpisodePage.objects.child_of(show).heard()
    if feed.rendering != RENDERING:
        _begin_rendering(show, heard)
    _render_waiting(feed, heard)
    return _replace(show, heard)


@transaction.atomic
def _begin_rendering(show: Show, heard: EpisodeQuerySet) -> None:
    """The software has come to write feeds differently: have every item rendered anew, but once."""
    feed = Feed.objects.select_for_update().get(show=show)
    if feed.rendering != RENDERING:
        mark_stale(heard)
        feed.version += 1
        feed.rendering = RENDERING
        feed.save(update_fields=["version", "rendering"])


def _render_waiting(feed: Feed, heard: EpisodeQuerySet) -> None:
    """What is done stays done, whatever happens to the rest, and nobody waits long to write."""
    waiting = episodes_with_stale_item(heard)
    if not feed.built_version:
        waiting += episodes_without_item(heard)
    for batch in in_batches(waiting):
        with transaction.atomic():
            Feed.objects.select_for_update().get(pk=feed.pk)
            store_items(heard, batch)


@transaction.atomic
def _replace(show: Show, heard: EpisodeQuerySet) -> Feed:
    """The row is locked, so concurrent publishes build one after the other and the last one wins."""
    feed = Feed.objects.select_for_update().get(show=show)
    before = _etag(feed)
    if before and feed.is_current and feed.rendering == RENDERING:
        return feed
    if show.podcast_guid is None:
        show.podcast_guid = _new_guid(show)
        Show.objects.filter(pk=show.pk).update(podcast_guid=show.podcast_guid)
    try:
        with transaction.atomic():
            _build(feed, show, heard)
    except Exception as error:
        if not before:
            raise
        logger.exception("The feed of show %s failed; the last good one is served", show.pk)
        keep_heard_only(feed, heard)
        feed.fault = f"{type(error).__name__}: {error}"
        feed.failed_at = timezone.now()
    expiring = heard.filter(expire_at__isnull=False)
    feed.good_until = expiring.aggregate(first=Min("expire_at"))["first"]
    feed.save()
    if _etag(feed) != before:
        announce_later(show)
    return feed


def _etag(feed: Feed) -> str | None:
    return feed.bodies.filter(number=0).values_list("etag", flat=True).first()


def _build(feed: Feed, show: Show, heard: EpisodeQuerySet) -> None:
    faults = replace_bodies(feed, show, heard)
    if faults:
        logger.error("The feed of show %s has faults: %s", show.pk, " ".join(faults))
    feed.fault = " ".join(faults)
    feed.failed_at = None
    feed.built_version = feed.version


def _new_guid(show: Show) -> UUID:
    """The guid that the namespace prescribes, unless a show that lived there before has it."""
    guid = podcast_guid(show.feed_url)
    return uuid4() if Show.objects.filter(podcast_guid=guid).exists() else guid
