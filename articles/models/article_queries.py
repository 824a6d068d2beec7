"""The queries that lists of articles and the neighbourhood of an article ask."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db.models.functions import TruncMonth

from articles.models.tags import ArticleTag
from articles.neighbours import Neighbours
from cms.models import BasePageQuerySet


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
            self.select_related("category", "author", "hero")
            .prefetch_related("hero__renditions")
            .order_by("-date", "-pk")
        )

    def for_reading(self) -> Self:
        """With all that the article's own page shows of other tables."""
        return self.select_related("category", "author__picture", "reviewed_by", "hero", "locale")

    def neighbours(self) -> Neighbours:
        """All of them by numbers alone, in two queries."""
        rows = self.order_by().values_list("date", "pk", "category")
        tagged = ArticleTag.objects.filter(content_object__in=self.order_by().values("pk"))
        return Neighbours(rows, tagged.values_list("content_object", "tag"))

    def months(self) -> list[date]:
        """The first day of each month that has articles, the latest month first."""
        months = self.order_by().annotate(month=TruncMonth("date")).values_list("month", flat=True)
        return list(months.distinct().order_by("-month"))
