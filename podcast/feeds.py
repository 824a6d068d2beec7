"""Keeps each show's feed ready: an item is rendered when its episode changes, the bodies after that.

Publishing one episode renders one item, stores it, and moves the feed's version. The bodies join the
show's head and the stored items of every episode that can be heard now, so nothing that is not
public can be in them whatever is stored. They are only replaced by ones that pass ``FeedCheck``.
"""

from __future__ import annotations

import logging
from uuid import UUID, uuid4

from django.db import DatabaseError, transaction
from django.db.models import F, Min, QuerySet
from django.utils import timezone

from cms.feeds import feed_of
from podcast.announce import announce_later
from podcast.feed.identity import podcast_guid
from podcast.feed_bodies import keep_heard_only, replace_bodies
from podcast.feed_items import RENDERING, mark_stale
from podcast.models import EpisodePage, Feed, FeedBody, Show
from podcast.models.episode_queries import EpisodeQuerySet

logger = logging.getLogger(__name__)


@feed_of(Show)
def show_feed(show: Show, number: int = 0) -> FeedBody | None:
    """The document to serve now: the stored one, or one built anew where something has changed."""
    body = _stored(show, number)
    feed = body.feed if body else Feed.objects.filter(show=show).first()
    if feed is None or not feed.is_current(RENDERING) or not (body or number):
        try:
            build_feed(show)
        except DatabaseError:
            if body is None:
                raise
            # A database that cannot be written now can still be read.
            logger.exception("The feed of show %s was not built; the last one is served", show.pk)
        else:
            body = _stored(show, number)
    return body


def _stored(show: Show, number: int) -> FeedBody | None:
    bodies = FeedBody.objects.filter(feed__show=show, number=number).select_related("feed")
    return bodies.defer("gzip", "brotli", "guids").first()


def touch_feeds(shows: QuerySet[Show]) -> None:
    """Something in the feeds of ``shows`` changed: count it now, build when the change is committed."""
    for show in shows:
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


@transaction.atomic
def build_feed(show: Show) -> Feed:
    """Build the feed of ``show`` and store it, unless somebody else has just done so.

    The row is locked, so concurrent publishes build one after the other and the last one wins.
    Raises only where there is no last good feed to fall back to.
    """
    Feed.objects.get_or_create(show=show)
    feed = Feed.objects.select_for_update().get(show=show)
    before = _etag(feed)
    if before and feed.is_current(RENDERING):
        return feed
    if show.podcast_guid is None:
        show.podcast_guid = _new_guid(show)
        Show.objects.filter(pk=show.pk).update(podcast_guid=show.podcast_guid)
    heard = EpisodePage.objects.child_of(show).heard()
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
    feed.good_until = heard.aggregate(first=Min("expire_at"))["first"]
    feed.save()
    if _etag(feed) != before:
        announce_later(show)
    return feed


def _etag(feed: Feed) -> str | None:
    return feed.bodies.filter(number=0).values_list("etag", flat=True).first()


def _build(feed: Feed, show: Show, heard: EpisodeQuerySet) -> None:
    if feed.rendering != RENDERING:
        mark_stale(heard)
    faults = replace_bodies(feed, show, heard)
    if faults:
        logger.error("The feed of show %s has faults: %s", show.pk, " ".join(faults))
    feed.fault = " ".join(faults)
    feed.failed_at = None
    feed.built_version = feed.version
    feed.rendering = RENDERING


def _new_guid(show: Show) -> UUID:
    """The guid that the namespace prescribes, unless a show that lived there before has it."""
    guid = podcast_guid(show.feed_url)
    return uuid4() if Show.objects.filter(podcast_guid=guid).exists() else guid
