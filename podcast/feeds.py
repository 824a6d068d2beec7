"""Keeps each show's feed ready: an item is rendered when its episode changes, the body when asked.

Publishing one episode renders one item, stores it, and moves the feed's version. The body joins the
show's head and the stored items of every episode that can be heard now, so nothing that is not
public can be in it whatever is stored. A body is only replaced by one that passes ``check_feed``.
"""

from __future__ import annotations

import logging
from functools import partial

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from cms.feeds import feed_of, packed
from podcast.feed.check import check_feed
from podcast.feed.identity import podcast_guid
from podcast.feed.render import join, render_item
from podcast.feed_values import channel_of, item_of
from podcast.models import EpisodePage, Feed, FeedItem, Show

logger = logging.getLogger(__name__)


@feed_of(Show)
def show_feed(show: Show) -> Feed:
    """The feed to serve now: the stored one, or one built anew where something has changed."""
    feed = Feed.objects.defer("body_gzip").filter(show=show).first()
    return feed if feed and feed.is_current else build_feed(show)


def store_item(episode: EpisodePage) -> None:
    """Render and store the episode's item. If that fails, the last good item stays and it is logged."""
    try:
        with transaction.atomic():
            xml = render_item(item_of(episode))
            FeedItem.objects.update_or_create(episode=episode, defaults={"xml": xml})
    except Exception:
        logger.exception("The feed item of episode %s (%s) failed", episode.pk, episode.guid)


def store_items(episodes: QuerySet[EpisodePage]) -> None:
    """Render and store the items of ``episodes``."""
    for episode in episodes.select_related("recording", "artwork"):
        store_item(episode)


def touch_feeds(shows: QuerySet[Show]) -> None:
    """Something in the feeds of ``shows`` changed: count it now, build when the change is committed."""
    for show in shows:
        Feed.objects.get_or_create(show=show)
        Feed.objects.filter(show=show).update(version=F("version") + 1)
        transaction.on_commit(partial(build_feed, show), robust=True)


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
        show.podcast_guid = podcast_guid(show.feed_url)
        Show.objects.filter(pk=show.pk).update(podcast_guid=show.podcast_guid)
    try:
        with transaction.atomic():
            _replace_body(feed, show)
    except Exception:
        if not feed.body_gzip:
            raise
        logger.exception("The feed of show %s failed; the last good one is served", show.pk)
    feed.built_version = feed.version
    feed.save()
    return feed


def _replace_body(feed: Feed, show: Show) -> None:
    """Put the new body into ``feed`` if it is good and says anything new."""
    heard = EpisodePage.objects.child_of(show).heard()
    store_items(heard.filter(feed_item__isnull=True))
    newest_first = heard.order_by("-first_published_at", "-pk")
    items = list(newest_first.values_list("feed_item__xml", flat=True))
    present = [xml for xml in items if xml]
    now = timezone.now().replace(microsecond=0)
    # With the date it had, a feed in which nothing changed has the bytes it had.
    xml = join(channel_of(show, updated=feed.last_modified or now), present)
    if feed.etag and packed(xml)[0] == feed.etag:
        return
    xml = join(channel_of(show, updated=now), present)
    if faults := check_feed(xml):
        logger.error("The feed of show %s has faults: %s", show.pk, " ".join(faults))
        if feed.body_gzip:
            return
    feed.etag, feed.body_gzip = packed(xml)
    feed.last_modified = now
