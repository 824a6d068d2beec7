"""The queries that lists of articles and the neighbourhood of an article ask."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, TruncMonth

from articles.models.tags import ArticleTag
from cms.models import BasePageQuerySet

if TYPE_CHECKING:
    from articles.models.articles import ArticlePage

#: How many articles are looked at to find the few that have most in common with another one.
CANDIDATES = 40


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
            "category", "author__picture__collection", "reviewed_by", "hero__collection"
        )

    def around(self, article: ArticlePage) -> tuple[ArticlePage | None, ArticlePage | None]:
        """The article before ``article`` and the one after it, by date; one query."""
        pk = article.pk or 0
        earlier = self.filter(Q(date__lt=article.date) | Q(date=article.date, pk__lt=pk))
        later = self.filter(Q(date__gt=article.date) | Q(date=article.date, pk__gt=pk))
        previous = earlier.order_by("-date", "-pk").values("pk")[:1]
        following = later.order_by("date", "pk").values("pk")[:1]
        both = self.filter(Q(pk__in=previous) | Q(pk__in=following)).defer_streamfields()
        place = (article.date, pk)
        before = [each for each in both if (each.date, each.pk) < place]
        after = [each for each in both if (each.date, each.pk) > place]
        return next(iter(before), None), next(iter(after), None)

    def related_to(self, article: ArticlePage, tags: Collection[int], *, number: int) -> Self:
        """At most ``number`` articles that share tags (keys in ``tags``) or the category.

        Those with most tags in common come first, then those of the category, then the newest.
        """
        same_category = self.filter(category=article.category_id).order_by("-date", "-pk")
        if not tags:
            return same_category.for_cards()[:number]
        order = ("-shared", "-in_category", "-date", "-pk")
        ranked = self.alias(
            shared=Coalesce(Subquery(_shared(tags).filter(content_object=OuterRef("pk"))), 0),
            in_category=Case(When(category=article.category_id, then=1), default=0),
        )
        # Chosen by their tags alone, since to rank all of a common tag takes longer the more there are.
        candidates = _shared(tags).order_by("-shared", "-content_object").values("content_object")
        by_tags = ranked.filter(pk__in=candidates[:CANDIDATES]).order_by(*order)
        either = Q(pk__in=by_tags.values("pk")[:number]) | Q(
            pk__in=same_category.values("pk")[:number]
        )
        return ranked.filter(either).for_cards().order_by(*order)[:number]

    def months(self) -> list[date]:
        """The first day of each month that has articles, the latest month first."""
        months = self.order_by().annotate(month=TruncMonth("date")).values_list("month", flat=True)
        return list(months.distinct().order_by("-month"))


def _shared(tags: Collection[int]) -> QuerySet[ArticleTag, dict[str, int]]:
    """How many of ``tags`` an article has, for each article that has one of them."""
    tagged = ArticleTag.objects.filter(tag__in=tags).order_by().values("content_object")
    return tagged.annotate(shared=Count("pk")).values("shared")
