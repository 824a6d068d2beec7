"""The articles around one: known by their keys, and fetched when the first has to be written anew.

What shows each of them is a part of the edition (``cms.parts``), and so mostly written already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.models import ArticlePage
    from articles.models.article_queries import ArticleQuerySet


class Nearby:
    """Some articles of ``articles``; the first that is asked for brings the others.

    Which they are was known a while ago: only those that are still public are found, and what shows
    the others stays empty until the next edition.
    """

    def __init__(self, articles: ArticleQuerySet, keys: Iterable[int | None]) -> None:
        self._articles = articles
        self._keys = [key for key in keys if key is not None]

    def at(self, key: int | None) -> NearbyArticle | None:
        return None if key is None else NearbyArticle(key, self)

    @cached_property
    def found(self) -> Mapping[int, ArticlePage]:
        return self._articles.for_listing().order_by().in_bulk(self._keys)


@dataclass(frozen=True, slots=True)
class NearbyArticle:
    """One of them."""

    pk: int
    nearby: Nearby = field(repr=False, compare=False)

    @property
    def article(self) -> ArticlePage | None:
        """None if it went a moment ago."""
        return self.nearby.found.get(self.pk)
