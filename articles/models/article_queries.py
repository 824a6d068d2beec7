"""The queries that lists of articles and the neighbourhood of an article ask."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Case, Count, Q, When
from django.db.models.functions import TruncMonth

from cms.models import BasePageQuerySet

if TYPE_CHECKING:
    from articles.models.articles import ArticlePage


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
        Only as many as are shown are ranked for each of the two, so that it costs the same however
        many articles a category holds.
        """
        same_category = self.filter(category=article.category_id).order_by("-date", "-pk")
        if not tags:
            return same_category.for_cards()[:number]
        shared = Count("tagged_items", filter=Q(tagged_items__tag__in=tags))
        in_category = Case(When(category=article.category_id, then=1), default=0)
        best_first = ("-shared", "-in_category", "-date", "-pk")
        by_tags = (
            self.filter(tagged_items__tag__in=tags)
            .alias(shared=shared, in_category=in_category)
            .order_by(*best_first)
        )
        return (
            self.filter(
                Q(pk__in=by_tags.values("pk")[:number])
                | Q(pk__in=same_category.values("pk")[:number])
            )
            .for_cards()
            .alias(shared=shared, in_category=in_category)
            .order_by(*best_first)[:number]
        )

    def months(self) -> list[date]:
        """The first day of each month that has articles, the latest month first."""
        months = self.order_by().annotate(month=TruncMonth("date")).values_list("month", flat=True)
        return list(months.distinct().order_by("-month"))
