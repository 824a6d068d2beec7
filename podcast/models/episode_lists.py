"""The lists in which readers find the episodes of a show: by page, by season, and around another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from podcast.models.episode_queries import EpisodeQuerySet

if TYPE_CHECKING:
    from podcast.models.episodes import EpisodePage

#: How many episodes a page proposes beside the previous and the next one.
MOST_PROPOSED = 3


@dataclass(frozen=True, slots=True)
class Season:
    """A season in which something can be heard; ``name`` is "" where the show gives it none."""

    number: int
    name: str
    episodes: int

    @property
    def address(self) -> str:
        """Where its page is, from the show's own address on."""
        return f"season/{self.number}/"

    def __str__(self) -> str:
        if not self.name:
            return _("Season %(number)d") % {"number": self.number}
        return _("Season %(number)d: %(name)s") % {"number": self.number, "name": self.name}


class NewestFirst(Sequence["EpisodePage"]):
    """``number`` episodes that can be heard, as a paginator wants them: by slices.

    Only keys are put in order, by an index of the pages; whole rows are read for a slice alone.
    """

    def __init__(self, heard: EpisodeQuerySet, number: int) -> None:
        self._heard = heard
        self._number = number

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, part: Any) -> Any:
        keys = self._heard.newest_first()[part]
        return list(self._heard.model.objects.any_of([keys]).for_rows().newest_first())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where to go on from an episode: before it, after it, and to ``others``.

    Those are of the same season if ``of_the_season``, else the newest of the show.
    """

    previous: EpisodePage | None
    next: EpisodePage | None
    others: list[EpisodePage]
    of_the_season: bool


def count_by_season(heard: EpisodeQuerySet) -> dict[int | None, int]:
    """How many episodes each season has, the latest season first; under None those in no season."""
    return dict(heard.order_by("-season").values_list("season").annotate(Count("pk")))


def seasons_of(counts: dict[int | None, int], names: dict[int, str]) -> list[Season]:
    """The seasons of ``counts`` in its order, with their ``names``."""
    numbered = ((number, count) for number, count in counts.items() if number)
    return [Season(number, names.get(number, ""), count) for number, count in numbered]


def surroundings_of(episode: EpisodePage, siblings: EpisodeQuerySet) -> Surroundings:
    """What surrounds ``episode`` among ``siblings``, of which it may be one; in one query."""
    published, pk = moment = _moment(episode)
    # Ranges, so that each list is read off the index of dates instead of being sorted.
    before = siblings.filter(first_published_at__lte=published)
    after = siblings.filter(first_published_at__gte=published)
    lists = (
        before.exclude(first_published_at=published, pk__gte=pk).newest_first()[:1],
        after.exclude(first_published_at=published, pk__lte=pk).oldest_first()[:1],
        # These may hold the episode itself, the one before and the one after.
        siblings.filter(season=episode.season).newest_first()[: MOST_PROPOSED + 3],
        siblings.newest_first()[: MOST_PROPOSED + 3],
    )
    found = list(siblings.model.objects.any_of(lists).exclude(pk=pk).for_rows().newest_first())
    previous = next((each for each in found if _moment(each) < moment), None)
    following = next((each for each in reversed(found) if _moment(each) > moment), None)
    others = [each for each in found if each not in (previous, following)]
    same = [each for each in others if episode.season and each.season == episode.season]
    return Surroundings(previous, following, (same or others)[:MOST_PROPOSED], bool(same))


def _moment(episode: EpisodePage) -> tuple[datetime, int]:
    """By what episodes are in order; a draft that has no date yet would be the newest."""
    return episode.first_published_at or timezone.now(), episode.pk or 0
