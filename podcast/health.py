"""How a show's feed is: what apps have now, what keeps an old version, what is not in it and why."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from podcast.feed.changes import Change, FileFacts, Level
from podcast.feed.check import check_feed
from podcast.feed.compare import compare
from podcast.feed.reading import read_feed
from podcast.feed.render import join
from podcast.feed_values import channel_of
from podcast.models import EpisodePage, Feed, FeedItem, Show
from podcast.sentences import Finding, explained

logger = logging.getLogger(__name__)

#: How many episodes a list on the page names.
NAMED = 50


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An episode that is not in the feed, with the reason in words."""

    episode: EpisodePage
    reason: str


@dataclass(frozen=True, slots=True)
class Health:
    """What the page "Feed health" tells of one show; sizes in bytes."""

    show: Show
    feed: Feed | None
    size: int = 0
    packed_size: int = 0
    episodes: int = 0
    kept_old: list[FeedItem] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def editable_shows(user: Any) -> list[Show]:
    """The shows whose feed is this person's business."""
    shows = Show.objects.order_by("title", "pk")
    return [show for show in shows if show.permissions_for_user(user).can_edit()]


def failing(shows: Iterable[Show]) -> list[Show]:
    """Those of ``shows`` whose last build was refused, or that have items which failed."""
    refused = Q(feed__failed_at__isnull=False) | ~Q(feed__fault="")
    paths = FeedItem.objects.exclude(fault="").values_list("episode__path", flat=True)
    stuck = {path[: -EpisodePage.steplen] for path in paths}
    pks = [show.pk for show in shows]
    return list(
        Show.objects.filter(pk__in=pks)
        .filter((refused & Q(feed__isnull=False)) | Q(path__in=stuck))
        .order_by("title", "pk")
    )


def health_of(show: Show) -> Health:
    """Look at everything. Reads the whole feed, so it is for people, never for a feed request."""
    feed = Feed.objects.filter(show=show).first()
    items = FeedItem.objects.filter(episode__in=EpisodePage.objects.child_of(show))
    kept_old = items.exclude(fault="").select_related("episode").order_by("-episode__pk")[:NAMED]
    heard = EpisodePage.objects.child_of(show).heard()
    body = bytes(feed.body_gzip) if feed else b""
    xml = gzip.decompress(body) if body else b""
    return Health(
        show,
        feed,
        size=len(xml),
        packed_size=len(body),
        episodes=len(read_feed(xml).items) if xml else 0,
        kept_old=list(kept_old),
        left_out=_left_out(show, heard),
        findings=_findings(show, xml, heard) if xml else [],
    )


def _findings(show: Show, xml: bytes, heard: QuerySet[EpisodePage]) -> list[Finding]:
    """All that is wrong with the feed: every check of a whole feed adds its sentences here."""
    faults = [Finding(Level.ERROR, "refused", fault) for fault in check_feed(xml)]
    return [*faults, *_unlike_the_pages(show, xml, heard)]


def _unlike_the_pages(show: Show, xml: bytes, heard: QuerySet[EpisodePage]) -> list[Finding]:
    """Where what apps have differs from what the pages and files say, and what is wrong in both."""
    facts = heard.values_list("guid", "recording__byte_length", "recording__mime_type")
    files = {str(guid): FileFacts(length, kind) for guid, length, kind in facts}
    now = timezone.now()
    try:
        wanted = read_feed(join(channel_of(show, updated=now), _items(heard)))
    except Exception:
        logger.exception("The feed of show %s cannot be rendered", show.pk)
        return explained([Change(Level.ERROR, "cannot-render", title=show.title)])
    return explained(compare(read_feed(xml), wanted, now=now, files=files))


def _items(heard: QuerySet[EpisodePage]) -> list[str]:
    newest_first = heard.order_by("-first_published_at", "-pk")
    return [xml for xml in newest_first.values_list("feed_item__xml", flat=True) if xml]


def _left_out(show: Show, heard: QuerySet[EpisodePage]) -> list[LeftOut]:
    """The newest episodes that apps do not have, drafts included."""
    has_item = Exists(FeedItem.objects.filter(episode=OuterRef("pk")))
    episodes = EpisodePage.objects.child_of(show).annotate(has_item=has_item)
    in_feed = heard.filter(feed_item__isnull=False).values("pk")
    missing = episodes.exclude(pk__in=in_feed).order_by("-latest_revision_created_at", "-pk")
    return [LeftOut(episode, _reason(episode)) for episode in missing[:NAMED]]


def _reason(episode: EpisodePage) -> str:
    """Why nobody hears it; the first reason is the one to mend first."""
    if episode.expire_at and episode.expire_at <= timezone.now():
        return _("It has expired.")
    if episode.go_live_at and not episode.live:
        return _("It waits for the time at which it is to be published.")
    if not episode.live:
        return _("It is a draft, or was taken offline.")
    if not episode.recording_id:
        return _("It has no recording.")
    if episode.get_view_restrictions().exists():
        return _("It is private, or below a private page.")
    if episode.is_withdrawn:
        return _("A page above it is offline or has expired.")
    return _("It could not be written into the feed. Publish it again.")
