"""An article as a plain Wagtail site shows it: what Wagtail's own demo does, with the content of ours.

Nothing is fetched ahead. Templates ask for each picture, menu entry, related page and answer to a comment
when they come to it, and the renditions come from Wagtail's cache. Body and settings are ours, so the
difference is that of the queries and of how the page is put together.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Page, Site

from articles.models import ArticleIndexPage, ArticlePage
from cms.models import StandardPage
from comments.forms import CommentForm
from comments.models import CommentSettings, Status
from podcast.models import EpisodePage, Show
from stats.models import PageViews
from texts.forms import SignUpByTextForm
from texts.models import TextSettings


def plain_article(request: HttpRequest, parent: str, slug: str) -> HttpResponse:
    site = Site.find_for_request(request)
    home = site.root_page.localized.specific
    index = home.get_children().get(slug=parent).specific
    page = index.get_children().get(slug=slug).specific
    # As Wagtail asks before it serves a page; ours answers that in another way.
    list(Page.get_view_restrictions(page))
    context = {
        "page": page,
        "index": index,
        "site": site,
        "home": home,
        "menu": list(_menu(home)),
        "ancestors": Page.objects.ancestor_of(page).filter(depth__gt=1),
        "related": _related(page),
        "trending": _trending(),
        "previous": page.get_prev_siblings().live().first(),
        "next": page.get_next_siblings().live().first(),
        "translations": page.get_translations(inclusive=True).live(),
        "feeds": [each.specific for each in Page.objects.live().type(ArticleIndexPage, Show)],
        "schema": _schema(page, site),
        "footer": StandardPage.objects.live().filter(show_in_footer=True),
        **_promo(),
        **_forms(page, request),
    }
    return render(request, "bench/plain_article.html", context)


def _forms(page: ArticlePage, request: HttpRequest) -> dict[str, Any]:
    comments = page.reader_comments.filter(status=Status.APPROVED)
    return {
        "number_of_comments": comments.count(),
        "comments": comments.filter(parent=None).order_by("pk"),
        "comment_form": CommentForm(settings=CommentSettings.for_request(request), page_id=page.pk),
        "texts_form": SignUpByTextForm(settings=TextSettings.for_request(request)),
    }


def _schema(page: ArticlePage, site: Site) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": page.title,
        "description": page.search_description or page.lead,
        "url": page.full_url,
        "datePublished": page.date.isoformat(),
        "author": {"@type": "Person", "name": str(page.author or "")},
        "publisher": {"@type": "Organization", "name": site.site_name, "url": site.root_url},
    }


def _menu(home: Page) -> Iterator[Page]:
    for item in home.get_children().live().in_menu():
        item.opens = item.get_children().live().in_menu().exists()
        yield item


def _related(page: ArticlePage) -> list[ArticlePage]:
    """The newest with a tag or the category in common."""
    same_tag = ArticlePage.objects.live().filter(tags__in=page.tags.all())
    same_category = ArticlePage.objects.live().filter(category=page.category)
    found = (same_tag | same_category).exclude(pk=page.pk).distinct().order_by("-date")
    return [each.specific for each in found[:3]]


def _trending() -> list[Page]:
    week = timezone.localdate() - timedelta(days=7)
    views = PageViews.objects.filter(day__gte=week).values("page").annotate(views=Sum("count"))
    keys = views.order_by("-views").values_list("page", flat=True)[:5]
    read = [Page.objects.get(pk=key).specific for key in keys]
    newest = Page.objects.live().type(ArticlePage, EpisodePage).order_by("-first_published_at")
    return read or [each.specific for each in newest[:5]]


def _promo() -> dict[str, Any]:
    episode = EpisodePage.objects.live().order_by("-first_published_at").first()
    return {"episode": episode, "show": episode.get_parent().specific if episode else None}
