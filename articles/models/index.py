"""The index of articles: whole, by category, and as a feed."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page

from articles.models.articles import ArticlePage, ArticleQuerySet
from articles.models.categories import Category
from cms.models import PageWithFeed
from cms.pagination import page_of

ARTICLES_PER_PAGE = 12


class ArticleIndexPage(PageWithFeed):
    """All articles under it, newest first, whole and by category, and their feed."""

    introduction = models.TextField(_("introduction"), max_length=400, blank=True)

    show_in_menus_default = True
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    subpage_types = ["articles.ArticlePage"]
    template = "articles/article_index_page.html"

    class Meta:
        verbose_name = _("article index")
        verbose_name_plural = _("article indexes")

    @property
    def articles(self) -> ArticleQuerySet:
        return ArticlePage.objects.descendant_of(self).for_listing()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        category = kwargs.get("category")
        articles = self.articles.filter(category=category) if category else self.articles
        context["category"] = category
        context["categories"] = Category.objects.filter(
            articles__in=ArticlePage.objects.public_now().descendant_of(self)
        ).distinct()
        context["articles"] = page_of(articles, request, per_page=ARTICLES_PER_PAGE)
        return context

    @path("category/<slug:slug>/", name="category")
    def by_category(self, request: HttpRequest, slug: str) -> HttpResponse:
        category = get_object_or_404(Category, slug=slug)
        context = self.get_context(request, category=category)
        return TemplateResponse(request, self.template, context)
