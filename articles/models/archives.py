"""The parts of an article index that have an address and a feed of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.models.article_queries import ArticleQuerySet
from articles.models.categories import Category
from cms.models import Author


@dataclass(frozen=True)
class Archive:
    """What some articles of an index have in common: a category, a tag, an author or a month.

    ``kind`` says which of these in words; all words are in the active language, as far as it has them.
    It may be without articles, and is then shown to nobody.
    """

    kind: Promise
    title: str
    articles: ArticleQuerySet
    subject: Category | Tag | Author | date
    description: str = ""


def of_category(articles: ArticleQuerySet, slug: str) -> Archive:
    category = get_object_or_404(Category, slug=slug)
    found = articles.filter(category=category)
    words = category.spoken
    return Archive(_("Category"), words["name"], found, category, words["description"])


def of_tag(articles: ArticleQuerySet, slug: str) -> Archive:
    tag = get_object_or_404(Tag, slug=slug)
    return Archive(_("Topic"), tag.name, articles.filter(tagged_items__tag=tag), tag)


def of_author(articles: ArticleQuerySet, slug: str) -> Archive:
    author = get_object_or_404(Author, slug=slug)
    found = articles.filter(author=author)
    return Archive(_("Author"), author.name, found, author, author.spoken["about"])


def of_month(articles: ArticleQuerySet, year: str, month: str) -> Archive:
    try:
        first = date(int(year), int(month), 1)
    except ValueError as error:
        raise Http404 from error
    found = articles.filter(date__year=first.year, date__month=first.month)
    return Archive(_("Month"), date_format(first, "YEAR_MONTH_FORMAT"), found, first)


#: How an archive is found, by the name of its route: takes the articles to choose from and what
#: stands in the address. Raises Http404 where there is no such category, tag, author or month.
FINDERS: Final[dict[str, Callable[..., Archive]]] = {
    "category": of_category,
    "tag": of_tag,
    "author": of_author,
    "month": of_month,
}
