"""Building feeds: feedgen as it comes, our cold build, and our publish of one episode."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from bench.costs import Cost, apart, cost_of, cpu_seconds
from cms.packing import pack
from podcast.feed.check import FeedCheck
from podcast.feed.render import add_item, feed_generator, render_channel
from podcast.feed.types import Item
from podcast.feed_bodies import StoredItem, joined
from podcast.feed_items import store_item
from podcast.feed_values import channel_of, item_of
from podcast.feeds import build_feed, touch_feeds
from podcast.models import EpisodePage, Feed, FeedItem, Show
from podcast.models.episode_queries import EpisodeQuerySet

#: A publish is short, so it is measured often.
PUBLISHES = 9
#: Of the show that wakes a new process up: what is imported or cached first is no cost of the feed.
SMALL = 10


class Publish(NamedTuple):
    """CPU seconds of a publish and its parts.

    ``packing`` is what the bytes of the changed document cost, and in ``documents``; ``whole`` is all
    that the editor waits for: a new revision, Wagtail's publishing, and our parts.
    """

    item: float
    documents: float
    packing: float
    whole: float

    @property
    def ours(self) -> float:
        """Our parts, apart from the bytes."""
        return self.item + self.documents - self.packing

    @property
    def whole_apart(self) -> float:
        """All of it, apart from the bytes."""
        return self.whole - self.packing


class Building(NamedTuple):
    """All that was measured with one show; ``size`` is that of all its items in bytes."""

    episodes: int
    size: int
    feedgen: float
    reading_and_feedgen: Cost
    cold: Cost
    joining: float
    publish: Publish
    publish_megabytes: float


def measure_building(sizes: Sequence[int]) -> list[Building]:
    """Measure with the shows that ``make_show`` has made, in one run."""
    cold = [apart(_cold_build, size) for size in sizes]
    by_feedgen = [apart(_feedgen, size) for size in sizes]
    joining = [apart(_joining, size) for size in sizes]
    publishes = apart(_publishes, sizes)
    memory = [apart(_publish_once, size) for size in sizes]
    weights = [apart(_size_of_items, size) for size in sizes]
    rows = zip(
        sizes,
        weights,
        *zip(*by_feedgen, strict=True),
        cold,
        joining,
        publishes,
        memory,
        strict=True,
    )
    return [Building(*row) for row in rows]


def show_of(episodes: int) -> Show:
    return Show.objects.get(slug=f"show-{episodes}")


def heard_in(show: Show) -> EpisodeQuerySet:
    return EpisodePage.objects.child_of(show).heard()


def _wake() -> None:
    show = show_of(SMALL)
    Feed.objects.filter(show=show).update(version=F("version") + 1)
    build_feed(show)
    _by_feedgen(show, _values(show))


def _rounds(episodes: int) -> int:
    return max(1, min(5, 5_000 // episodes))


def _cold_build(episodes: int) -> Cost:
    """No item is there yet: render and store all, then join, check and pack every document."""
    _wake()
    show = show_of(episodes)
    return cost_of(lambda: build_feed(show))


def _feedgen(episodes: int) -> tuple[float, Cost]:
    """The whole feed from values at hand, and with reading them from the database."""
    _wake()
    show = show_of(episodes)
    read = cost_of(lambda: _by_feedgen(show, _values(show)))
    items = _values(show)
    return cost_of(lambda: _by_feedgen(show, items), rounds=_rounds(episodes)).seconds, read


def _values(show: Show) -> list[Item]:
    complete = heard_in(show).select_related("recording")
    return [item_of(page) for page in complete.prefetch_related("artwork__renditions")]


def _by_feedgen(show: Show, items: Iterable[Item]) -> None:
    feed = feed_generator(channel_of(show, updated=timezone.now()))
    for item in items:
        add_item(feed, item)
    feed.rss_str()


def _joining(episodes: int) -> float:
    _wake()
    show = show_of(episodes)
    rows = heard_in(show).values_list("feed_item", "feed_item__digest", "feed_item__length")
    items = [StoredItem(*row) for row in rows]
    head, tail = render_channel(channel_of(show, updated=timezone.now()))
    return cost_of(lambda: sum(map(len, joined(head, items, tail))), rounds=5).seconds


def _publishes(sizes: Sequence[int]) -> list[Publish]:
    """Publish in all shows by turns, so that each has its share of a busy machine."""
    _wake()
    taken: dict[int, list[Publish]] = {size: [] for size in sizes}
    for _ in range(PUBLISHES):
        for size in sizes:
            taken[size].append(_publish(show_of(size)))
    return [Publish(*map(median, zip(*taken[size], strict=True))) for size in sizes]


def _publish(show: Show) -> Publish:
    newest = heard_in(show).order_by("-first_published_at").values_list("pk", flat=True)[0]
    episode = EpisodePage.objects.get(pk=newest)
    episode.title = f"Told anew at {timezone.now()}"
    episode.save()
    return Publish(
        item=cpu_seconds(lambda: store_item(episode)),
        documents=cpu_seconds(lambda: _build_documents(show)),
        packing=cpu_seconds(lambda: _pack_newest(show)),
        whole=cpu_seconds(lambda: _edit(episode)),
    )


def _edit(episode: EpisodePage) -> None:
    episode.title = f"Told once more at {timezone.now()}"
    episode.save_revision().publish()


def _build_documents(show: Show) -> None:
    with transaction.atomic():
        touch_feeds(Show.objects.filter(pk=show.pk))


def _pack_newest(show: Show) -> None:
    """What the bytes of the one document that has changed cost."""
    guids = show.feed.bodies.get(number=0).guids.split()
    stored = FeedItem.objects.filter(episode__guid__in=guids)
    items = [StoredItem(*row) for row in stored.values_list("pk", "digest", "length")]
    pack(FeedCheck().watch(joined("<rss>", items, "</rss>")))


def _publish_once(episodes: int) -> float:
    _wake()
    show = show_of(episodes)
    return cost_of(lambda: _publish(show)).megabytes


def _size_of_items(episodes: int) -> int:
    items = FeedItem.objects.filter(episode__in=heard_in(show_of(episodes)))
    return sum(items.values_list("length", flat=True))
