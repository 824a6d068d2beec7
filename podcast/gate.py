"""What listeners would notice if a draft were published now; nothing is stored to find out."""

from __future__ import annotations

import copy
import gzip
import io
import logging
from collections.abc import Iterable
from datetime import datetime
from html import escape

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from podcast.feed.changes import Change, FileFacts, Level
from podcast.feed.compare import compare_channels, compare_items
from podcast.feed.identity import podcast_guid
from podcast.feed.reading import ChannelRecord, ItemRecord, read_feed, read_head
from podcast.feed.render import render_channel, render_item
from podcast.feed_values import channel_of, item_of
from podcast.models import EpisodePage, FeedBody, Recording, Show
from podcast.models.episode_queries import EpisodeQuerySet

logger = logging.getLogger(__name__)

#: How many episodes are named that have the same title, number or audio as the draft.
DOUBLES = 5


def draft_changes(draft: EpisodePage | Show, parent: Page) -> list[Change]:
    """All that changes for listeners when ``draft`` is published below ``parent``, worst first.

    Costs one item's (or one head's) rendering and a few queries, however many episodes there are.
    Empty outside every site: what has no address is in no feed. A draft without a recording, or
    one that cannot be rendered, is one error.
    """
    now = max(timezone.now(), draft.go_live_at or timezone.now())
    page = copy.copy(draft)
    # As publishing leaves it: at its new address, with its first date.
    page.set_url_path(parent)
    page.first_published_at = draft.first_published_at or now
    if not page.full_url:
        return []
    try:
        if isinstance(page, Show):
            changes = _show_changes(page, now)
        else:
            changes = _episode_changes(page, parent, now)
    except Exception:
        logger.exception("The draft of page %s cannot be rendered for the feed", draft.pk)
        changes = [Change(Level.ERROR, "cannot-render", title=draft.title)]
    return sorted(changes, key=lambda change: list(Level).index(change.level))


def _show_changes(show: Show, now: datetime) -> list[Change]:
    show.podcast_guid = show.podcast_guid or podcast_guid(show.feed_url)
    head, tail = render_channel(channel_of(show, updated=now))
    after = read_feed((head + tail).encode()).channel
    return list(compare_channels(_served_head(show), after))


def _served_head(show: Show) -> ChannelRecord | None:
    """The channel that apps have now. Only the start of the body is unpacked."""
    bodies = FeedBody.objects.filter(feed__show=show.pk, number=0)
    body = bodies.values_list("gzip", flat=True).first()
    if not body:
        return None
    start = b""
    with gzip.open(io.BytesIO(bytes(body))) as file:
        while b"<item>" not in start and (block := file.read(65_536)):
            start += block
    return read_head(start)


def _episode_changes(episode: EpisodePage, show: Page, now: datetime) -> list[Change]:
    guid = str(episode.guid)
    if not episode.recording:
        return [Change(Level.ERROR, "enclosure-missing", guid=guid, title=episode.title)]
    # Whatever is rendered may ask for the show, and a new page has no place yet to look from.
    episode.show = show.specific
    item = item_of(episode)
    heard = EpisodePage.objects.child_of(show).heard().filter(feed_item__length__gt=0)
    others = heard.exclude(pk=episode.pk)
    around = {
        *_stored(others.filter(_same_as(episode, item.enclosure.url))[:DOUBLES]),
        *_stored(others.order_by("-first_published_at", "-pk")[:1]),
    }
    head, tail = render_channel(channel_of(episode.show, updated=now))

    def read(items: Iterable[str]) -> tuple[ItemRecord, ...]:
        return read_feed("".join([head, *items, tail]).encode()).items

    before = read([*_stored(heard.filter(pk=episode.pk)), *around])
    after = read([render_item(item), *around])
    files = {guid: _facts(episode.recording)}
    changes = compare_items(before, after, now=now, files=files)
    neighbours = {record.guid for record in after[1:]}
    return [change for change in changes if change.guid not in neighbours]


def _stored(episodes: EpisodeQuerySet) -> Iterable[str]:
    """The items that apps have now of ``episodes``."""
    return episodes.values_list("feed_item__xml", flat=True)


def _same_as(episode: EpisodePage, audio_url: str) -> Q:
    """Other episodes with which this one could be confused."""
    same = Q(title__iexact=episode.title) | Q(feed_item__xml__contains=escape(audio_url))
    if episode.number:
        same |= Q(season=episode.season, number=episode.number)
    return same


def _facts(recording: Recording) -> FileFacts:
    try:
        return FileFacts(recording.file.size, recording.mime_type)
    except OSError:
        return FileFacts(None, recording.mime_type)
