"""The index of articles: whole, by category, tag, author and month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import re_path
from wagtail.models import Page

from articles.models.archives import FINDERS, Archive
from articles.models.article_queries import ArticleQuerySet
from articles.models.articles import ArticlePage
from articles.models.categories import Category
from cms.models import Author, PageWithFeed
from cms.pagination import page_of

ARTICLES_PER_PAGE = 12
#: How many of the topics an index names, the most used first.
TOPICS_NAMED = 24
# Tags may be written in any script, so theirs is not Django's pattern for slugs.
SLUG = r"(?P<slug>[\w-]+)"


class ArticleIndexPage(PageWithFeed):
    """All articles under it, newest first, whole and in parts, each with its feed."""

    introduction = models.TextField(_("introduction"), max_length=400, blank=True)

    show_in_menus_default = True
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    subpage_types = ["articles.ArticlePage"]
    template = "articles/article_index_page.html"

    class Meta:
        verbose_name = _("article index")
        verbose_name_plural = _("article indexes")

    @cached_property
    def public_articles(self) -> ArticleQuerySet:
        """What a stranger may see, as it is when first asked: every list of the page goes on from here."""
        return ArticlePage.objects.public_now().descendant_of(self)

    @property
    def articles(self) -> ArticleQuerySet:
        return self.public_articles.for_cards()

    @property
    def categories(self) -> models.QuerySet[Category]:
        """Those with articles."""
        return Category.objects.filter(articles__in=self.public_articles).distinct()

    @property
    def topics(self) -> models.QuerySet[Tag]:
        """The tags of the articles, the most used first."""
        tags = Tag.objects.filter(
            articles_articletag_items__content_object__in=self.public_articles
        )
        tags = tags.exclude(slug="").alias(used=Count("pk"))
        return tags.order_by("-used", "name")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        archive: Archive | None = kwargs.get("archive")
        articles = archive.articles.for_cards() if archive else self.articles
        context["archive"] = archive
        context["articles"] = page_of(articles, request, per_page=ARTICLES_PER_PAGE)
        context["categories"] = sorted(self.categories, key=lambda each: each.spoken["name"])
        context["topics"] = self.topics[:TOPICS_NAMED]
        context["months"] = self.public_articles.months()
        return context

    @re_path(rf"^category/{SLUG}/$", name="category")
    @re_path(rf"^tag/{SLUG}/$", name="tag")
    @re_path(rf"^author/{SLUG}/$", name="author")
    @re_path(r"^(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/$", name="month")
    def archive(self, request: HttpRequest, **names: str) -> HttpResponse:
        """The articles of one category, tag, author or month; 404 where there are none."""
        # Wagtail puts it there.
        route = request.routable_resolver_match  # type: ignore[attr-defined]
        archive = FINDERS[route.url_name](self.public_articles, **names)
        context = self.get_context(request, archive=archive)
        if not context["articles"].paginator.count:
            raise Http404
        context["archive_path"] = self.reverse_subpage(route.url_name, kwargs=names)
        return TemplateResponse(request, self.template, context)

    def archive_at(self, path: str) -> Archive | None:
        """The archive at ``path`` below this page ("category/rest/"), or None."""
        try:
            match = self.resolve_subpage(f"/{path}")
            find = FINDERS.get(match.url_name)
            return find(self.public_articles, **match.kwargs) if find else None
        except Http404:
            return None

    def get_route_paths(self) -> list[str]:
        """With the archives, whose addresses lead to the new ones when this page moves."""
        return [*super().get_route_paths(), *(f"/{path}" for path in self._archive_paths())]

    def _archive_paths(self) -> Iterator[str]:
        authors = Author.objects.filter(articles__in=self.public_articles).distinct()
        named = {"category": self.categories, "tag": self.topics, "author": authors}
        for name, subjects in named.items():
            for slug in subjects.values_list("slug", flat=True):
                yield self.reverse_subpage(name, kwargs={"slug": slug})
        for month in self.public_articles.months():
            yield self.reverse_subpage("month", args=[f"{month.year:04}", f"{month.month:02}"])
