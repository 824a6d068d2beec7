"""How a show's feed is: what apps have now, what keeps an old version, what is not in it and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from podcast.feed_findings import findings_in
from podcast.models import EpisodePage, Feed, FeedBody, FeedItem, Show
from podcast.models.episode_queries import EpisodeQuerySet
from podcast.sentences import Finding

#: How many episodes a list on the page names.
NAMED = 50


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An episode that is not in the feed, with the reason in words."""

    episode: EpisodePage
    reason: str


@dataclass(frozen=True, slots=True)
class Health:
    """What the page "Feed health" tells of one show; sizes are those of the feed itself, in bytes."""

    show: Show
    feed: Feed | None
    changed: datetime | None = None
    archives: int = 0
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
    bodies = list(FeedBody.objects.filter(feed__show=show).order_by("number"))
    documents = [body.read().in_coding("") for body in bodies]
    return Health(
        show,
        feed,
        changed=bodies[0].last_modified if bodies else None,
        archives=max(0, len(bodies) - 1),
        size=len(documents[0]) if bodies else 0,
        packed_size=len(bodies[0].gzip) if bodies else 0,
        episodes=sum(len(body.guids.split()) for body in bodies),
        kept_old=list(kept_old),
        left_out=_left_out(show, heard),
        findings=findings_in(show, documents, heard) if bodies else [],
    )


def _left_out(show: Show, heard: EpisodeQuerySet) -> list[LeftOut]:
    """The newest episodes that apps do not have, drafts included."""
    episodes = EpisodePage.objects.child_of(show)
    in_feed = heard.filter(feed_item__length__gt=0).values("pk")
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
