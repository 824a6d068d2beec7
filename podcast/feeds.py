"""Keeps each show's feed ready: an item is rendered when its episode changes, the body when asked.

Publishing one episode renders one item, stores it, and moves the feed's version. The body joins the
show's head and the stored items of every episode that can be heard now, so nothing that is not
public can be in it whatever is stored. A body is only replaced by one that passes ``check_feed``.
"""

from __future__ import annotations

import gzip
import logging
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Min, QuerySet
from django.utils import timezone

from cms.feeds import etag_of, feed_of, packed
from podcast.extras import with_extras
from podcast.feed.check import check_feed
from podcast.feed.identity import podcast_guid
from podcast.feed.render import join, keep_items, render_item
from podcast.feed_values import channel_of, item_of
from podcast.models import EpisodePage, Feed, FeedItem, Show
from podcast.models.episodes import EpisodeQuerySet

logger = logging.getLogger(__name__)


@feed_of(Show)
def show_feed(show: Show) -> Feed:
    """The feed to serve now: the stored one, or one built anew where something has changed."""
    feed = Feed.objects.defer("body_gzip").filter(show=show).first()
    return feed if feed and feed.is_current else build_feed(show)


def store_item(episode: EpisodePage) -> None:
    """Render and store the episode's item. If that fails, the last good item stays and it is logged.

    Outside every site nothing has an address, and so nothing has an item.
    """
    if not episode.full_url:
        return
    try:
        with transaction.atomic():
            xml = render_item(item_of(episode))
            FeedItem.objects.update_or_create(episode=episode, defaults={"xml": xml})
    except Exception:
        logger.exception("The feed item of episode %s (%s) failed", episode.pk, episode.guid)


def store_items(episodes: QuerySet[EpisodePage]) -> None:
    """Render and store the items of ``episodes``."""
    for episode in with_extras(episodes.select_related("recording", "artwork")):
        store_item(episode)


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
    """Join the feed of ``show`` and store it, unless somebody else has just done so.

    The row is locked, so concurrent publishes build one after the other and the last one wins.
    Raises only where there is no last good feed to fall back to.
    """
    Feed.objects.get_or_create(show=show)
    feed = Feed.objects.select_for_update().get(show=show)
    if feed.is_current:
        return feed
    if show.podcast_guid is None:
        show.podcast_guid = _new_guid(show)
        Show.objects.filter(pk=show.pk).update(podcast_guid=show.podcast_guid)
    heard = EpisodePage.objects.child_of(show).heard()
    try:
        with transaction.atomic():
            _replace_body(feed, show, heard)
    except Exception:
        if not feed.body_exists:
            raise
        logger.exception("The feed of show %s failed; the last good one is served", show.pk)
        _keep_heard_only(feed, heard)
        feed.failed_at = timezone.now()
    else:
        feed.built_version = feed.version
        feed.failed_at = None
    feed.good_until = heard.aggregate(first=Min("expire_at"))["first"]
    feed.save()
    return feed


class FaultyFeedError(Exception):
    """What was built would make apps refuse the feed or lose an episode."""


def _replace_body(feed: Feed, show: Show, heard: EpisodeQuerySet) -> None:
    """Put the new body into ``feed`` if it is good and says anything new.

    Raises FaultyFeedError if it is not good and there is an older one to serve.
    """
    store_items(heard.filter(feed_item__isnull=True))
    newest_first = heard.order_by("-first_published_at", "-pk")
    items = list(newest_first.values_list("feed_item__xml", flat=True))
    present = [xml for xml in items if xml]
    now = timezone.now().replace(microsecond=0)
    # With the date it had, a feed in which nothing changed has the bytes it had.
    xml = join(channel_of(show, updated=feed.last_modified or now), present)
    if etag_of(xml) == feed.etag:
        return
    xml = join(channel_of(show, updated=now), present)
    if faults := check_feed(xml):
        if feed.body_exists:
            raise FaultyFeedError(" ".join(faults))
        logger.error("The feed of show %s has faults: %s", show.pk, " ".join(faults))
    feed.etag, feed.body_gzip = packed(xml)
    feed.last_modified = now


def _keep_heard_only(feed: Feed, heard: EpisodeQuerySet) -> None:
    """Take out of the last good body what has been withdrawn since: it may have to be a secret."""
    body = gzip.decompress(bytes(feed.body_gzip))
    guids = {str(guid) for guid in heard.values_list("guid", flat=True)}
    xml = keep_items(body, guids)
    if xml != body:
        feed.etag, feed.body_gzip = packed(xml)
        feed.last_modified = timezone.now().replace(microsecond=0)


def _new_guid(show: Show) -> UUID:
    """The guid that the namespace prescribes, unless a show that lived there before has it."""
    guid = podcast_guid(show.feed_url)
    return uuid4() if Show.objects.filter(podcast_guid=guid).exists() else guid
