"""The queries that lists of articles and the neighbourhood of an article ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Self

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncMonth

from articles.models.tags import ArticleTag
from cms.models import BasePageQuerySet

if TYPE_CHECKING:
    from articles.models.articles import ArticlePage

#: How many articles are looked at to find the few that have most in common with another one.
CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What an article leads to: the ones before and after it, and what is to be read next."""

    previous: ArticlePage | None
    next: ArticlePage | None
    related: list[ArticlePage]


class ArticleQuerySet(BasePageQuerySet):
    """Articles as lists need them.

    ``public_now()`` asks the database when it is called, so a page calls it once and goes on from there.
    """

    def for_listing(self) -> Self:
        """What a stranger may see, newest first, with all that a card shows."""
        return self.public_now().for_cards()

    def for_cards(self) -> Self:
        """Newest first, with all that a card shows."""
        return (
            self.select_related("category", "author", "hero", "hero__collection")
            .prefetch_related("hero__renditions")
            .order_by("-date", "-pk")
        )

    def for_reading(self) -> Self:
        """With all that the article's own page shows of other tables."""
        return self.select_related(
            "category", "author__picture__collection", "reviewed_by", "hero__collection", "locale"
        )

    def neighbourhood_of(
        self, article: ArticlePage, tags: Collection[int], *, number: int
    ) -> Neighbourhood:
        """What ``article`` leads to, with all that their cards show but renditions; in one query.

        At most ``number`` are related: they share tags (keys in ``tags``) or the category. Those with
        most tags in common come first, then those of the category, then the newest.
        """
        lists = [*self._around(article), *self._related_to(article, tags, number)]
        cards = self.model.objects.for_cards().prefetch_related(None)
        found = list(cards.filter(reduce(or_, (Q(pk__in=each) for each in lists))).sharing(tags))
        place = (article.date, article.pk or 0)
        before = [each for each in found if (each.date, each.pk) < place]
        after = [each for each in found if (each.date, each.pk) > place]
        of_category = {each.pk: each.category_id == article.category_id for each in found}
        related = [each for each in found if each.shared or of_category[each.pk]]
        # They are in order by date already.
        related.sort(key=lambda each: (each.shared, of_category[each.pk]), reverse=True)
        return Neighbourhood(
            before[0] if before else None, after[-1] if after else None, related[:number]
        )

    def _around(self, article: ArticlePage) -> Iterator[Self]:
        """The key of the article before it by date, and of the one after it."""
        pk = article.pk or 0
        earlier = self.filter(Q(date__lt=article.date) | Q(date=article.date, pk__lt=pk))
        later = self.filter(Q(date__gt=article.date) | Q(date=article.date, pk__gt=pk))
        yield earlier.order_by("-date", "-pk").values("pk")[:1]
        yield later.order_by("date", "pk").values("pk")[:1]

    def _related_to(
        self, article: ArticlePage, tags: Collection[int], number: int
    ) -> Iterator[Self]:
        """The keys of the newest of its category, and of those that share most of ``tags``."""
        in_category = Q(category=article.category_id)
        yield self.filter(in_category).order_by("-date", "-pk").values("pk")[:number]
        if tags:
            # Chosen by their tags alone, since to rank all of a common tag takes longer the more there are.
            candidates = (
                _shared(tags).order_by("-shared", "-content_object").values("content_object")
            )
            ranked = self.filter(pk__in=candidates[:CANDIDATES]).sharing(tags)
            best = ranked.alias(of_category=Case(When(in_category, then=1), default=0))
            yield best.order_by("-shared", "-of_category", "-date", "-pk").values("pk")[:number]

    def sharing(self, tags: Collection[int]) -> Self:
        """With the number of ``tags`` that each has as ``shared``."""
        if not tags:
            return self.annotate(shared=Value(0))
        return self.annotate(
            shared=Coalesce(Subquery(_shared(tags).filter(content_object=OuterRef("pk"))), 0)
        )

    def months(self) -> list[date]:
        """The first day of each month that has articles, the latest month first."""
        months = self.order_by().annotate(month=TruncMonth("date")).values_list("month", flat=True)
        return list(months.distinct().order_by("-month"))


def _shared(tags: Collection[int]) -> QuerySet[ArticleTag, dict[str, int]]:
    """How many of ``tags`` an article has, for each article that has one of them."""
    tagged = ArticleTag.objects.filter(tag__in=tags).order_by().values("content_object")
    return tagged.annotate(shared=Count("pk")).values("shared")
