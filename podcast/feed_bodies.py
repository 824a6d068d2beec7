"""Joins the stored items of a show into the documents of its feed, and replaces only what is better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from django.utils import timezone

from cms.packing import Packed, etag_of, pack
from podcast.feed.check import FeedCheck
from podcast.feed.paging import ARCHIVE_SIZE, count_archives, document_url, paging_of
from podcast.feed.render import keep_items, render_channel
from podcast.feed.types import Channel
from podcast.feed_items import RENDERING, in_batches, store_items
from podcast.feed_values import channel_of
from podcast.models import EpisodePage, Feed, FeedBody, FeedItem, Show
from podcast.models.episode_queries import EpisodeQuerySet

#: Items read from the database at once, so that memory does not grow with the show.
_AT_ONCE = 500
_NEVER = datetime.fromtimestamp(0, UTC)


class FaultyFeedError(Exception):
    """What was built would make apps refuse the feed or lose an episode."""


class StoredItem(NamedTuple):
    """A stored item without its text; ``length`` is in bytes."""

    pk: int
    digest: str
    length: int


class _Row(NamedTuple):
    """An episode with its item; all but the first None where it has none."""

    episode: int
    item: int
    digest: str
    length: int | None
    is_stale: bool | None
    fault: str | None


def replace_bodies(feed: Feed, show: Show, heard: EpisodeQuerySet) -> list[str]:
    """Build the documents that are not as they should be; return the faults of a first build.

    Raises FaultyFeedError, leaving something half done to the caller's transaction, when there are
    faults and an older feed to go on with.
    """
    items, without = _stored_items(heard)
    bodies = {body.number: body for body in feed.bodies.defer("gzip", "brotli")}
    faults = _vanished(bodies.values(), without)
    archives = count_archives(
        [item.length for item in items], newest=show.newest_in_feed, limit=show.feed_size_limit
    )
    undated = channel_of(show, updated=_NEVER)
    # Once for all: a head costs some milliseconds, and a long show has hundreds of documents.
    head = "".join(render_channel(undated))
    for number, part in _documents(items, archives):
        channel = replace(
            undated,
            feed_url=document_url(number, feed_url=show.feed_url),
            paging=paging_of(number, archives=archives, feed_url=show.feed_url),
        )
        body = bodies.get(number) or FeedBody(feed=feed, number=number)
        place = f"{channel.feed_url} {channel.paging}"
        faults += _replace_body(body, channel, part, fingerprint=_fingerprint(head, place, part))
    if faults and bodies:
        raise FaultyFeedError(" ".join(faults))
    feed.bodies.filter(number__gt=archives).delete()
    return faults


def keep_heard_only(feed: Feed, heard: EpisodeQuerySet) -> None:
    """Take out of the last good bodies what has been withdrawn since: it may have to be a secret."""
    guids = {str(guid) for guid in heard.values_list("guid", flat=True)}
    for body in feed.bodies.all():
        xml = body.read().in_coding("")
        # Always looked at whole: a withdrawn trailer stands in the head of every document.
        kept = keep_items(xml, guids)
        if kept != xml:
            body.put(pack([kept]))
            body.guids = " ".join(guid for guid in body.guids.split() if guid in guids)
            body.fingerprint = ""
            body.save()


def _stored_items(heard: EpisodeQuerySet) -> tuple[list[StoredItem], list[int]]:
    """The good items of the episodes, oldest first, and the episodes that have none."""
    rows = _rows(heard)
    # What has failed before was tried again just now.
    if wanted := [row.episode for row in rows if row.is_stale is not False and not row.fault]:
        for batch in in_batches(wanted):
            store_items(heard, batch)
        rows = _rows(heard)
    items = [StoredItem(row.item, row.digest, row.length) for row in rows if row.length]
    return items, [row.episode for row in rows if not row.length]


def _rows(heard: EpisodeQuerySet) -> list[_Row]:
    # One pass, and nothing that has to be converted: there may be ten thousand.
    columns = [f"feed_item__{name}" for name in ("pk", "digest", "length", "is_stale", "fault")]
    rows = heard.order_by("first_published_at", "pk").values_list("pk", *columns)
    return list(map(_Row._make, rows))


def _vanished(bodies: Iterable[FeedBody], episodes: Sequence[int]) -> list[str]:
    """A fault for each of ``episodes``, which have no item, that apps know."""
    if not episodes:
        return []
    known = {guid for body in bodies for guid in body.guids.split()}
    guids = EpisodePage.objects.filter(pk__in=episodes).values_list("guid", flat=True)
    return [f"Episode {guid} has vanished from the feed." for guid in guids if str(guid) in known]


def _documents(
    items: Sequence[StoredItem], archives: int
) -> Iterator[tuple[int, Sequence[StoredItem]]]:
    """Yield each document's number and items, newest first as apps expect; the feed itself first."""
    yield 0, items[archives * ARCHIVE_SIZE :][::-1]
    for number in range(1, archives + 1):
        yield number, items[(number - 1) * ARCHIVE_SIZE : number * ARCHIVE_SIZE][::-1]


def _fingerprint(head: str, place: str, items: Sequence[StoredItem]) -> str:
    """Of all that a document holds but its date; ``place`` is its address and its links."""
    return etag_of("\n".join([RENDERING, head, place, *(item.digest for item in items)]).encode())


def _replace_body(
    body: FeedBody, channel: Channel, items: Sequence[StoredItem], *, fingerprint: str
) -> list[str]:
    """Write the document anew if it would differ in more than its date; return its faults."""
    if fingerprint == body.fingerprint:
        return []
    guids = _guids_of(items)
    packed, faults = _packed(channel, items, guids)
    body.put(packed)
    body.fingerprint = fingerprint
    body.guids = " ".join(guids)
    body.save()
    return faults


def _guids_of(items: Sequence[StoredItem]) -> list[str]:
    rows = FeedItem.objects.filter(pk__in=[item.pk for item in items])
    guids = dict(rows.values_list("pk", "episode__guid"))
    return [str(guids[item.pk]) for item in items]


def _packed(
    channel: Channel, items: Sequence[StoredItem], guids: list[str]
) -> tuple[Packed, list[str]]:
    now = timezone.now().replace(microsecond=0)
    head, tail = render_channel(replace(channel, updated=now))
    check = FeedCheck()
    packed = pack(check.watch(joined(head, items, tail)))
    if check.guids != guids and not check.faults:
        return packed, ["The feed does not hold the episodes that it should."]
    return packed, check.faults


def joined(head: str, items: Sequence[StoredItem], tail: str) -> Iterator[bytes]:
    """Yield the parts of a document, its items read from the database some at a time."""
    yield head.encode()
    for start in range(0, len(items), _AT_ONCE):
        some = [item.pk for item in items[start : start + _AT_ONCE]]
        xml = dict(FeedItem.objects.filter(pk__in=some).values_list("pk", "xml"))
        yield from (xml[pk].encode() for pk in some)
    yield tail.encode()
