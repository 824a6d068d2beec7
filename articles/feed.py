"""The feed of an article index, rendered by feedgen."""

from __future__ import annotations

from datetime import UTC, datetime, time
from html import escape
from typing import Any
from uuid import uuid5

import nh3
from django.urls import reverse
from django.utils import timezone
from wagtail.rich_text import expand_db_html

from articles.models import ArticleIndexPage, ArticlePage
from cms.feeds import BuiltFeed, feed_of
from cms.models import SiteSettings, rendition_url
from cms.packing import pack
from cms.syndication import NewsChannel, NewsItem, render_news_feed

ARTICLES_IN_FEED = 50
CONTENT_TAGS = {
    "p",
    "br",
    "a",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "b",
    "i",
    "h2",
    "h3",
    "blockquote",
}
PICTURE_SPEC = "fill-1200x675|format-jpeg"


@feed_of(ArticleIndexPage)
def article_feed(index: ArticleIndexPage, number: int = 0) -> BuiltFeed | None:
    """The newest articles under ``index``; there is no archive."""
    if number:
        return None
    articles = list(index.articles[:ARTICLES_IN_FEED])
    changes = [page.last_published_at for page in (index, *articles) if page.last_published_at]
    updated = max(
        changes, default=index.latest_revision_created_at or datetime.fromtimestamp(0, UTC)
    )
    channel = NewsChannel(
        title=_title(index),
        description=index.introduction,
        feed_url=index.feed_url,
        link=index.full_url,
        language=index.locale.language_code,
        updated=updated,
        stylesheet_url=reverse("feed_stylesheet"),
    )
    # No date: a withdrawn article leaves none, and who asked by date would keep it for ever.
    return BuiltFeed(pack([render_news_feed(channel, [_item(article) for article in articles])]))


def _title(index: ArticleIndexPage) -> str:
    """With the practice's name, without which "Articles" says little in a list of feeds."""
    practice = SiteSettings.for_site(index.get_site()).practice_name
    return f"{practice}: {index.title}" if practice else index.title


def _item(article: ArticlePage) -> NewsItem:
    return NewsItem(
        # Stable for life, and another one in each language (a copied page has a new key).
        guid=uuid5(article.translation_key, str(article.locale_id)),
        title=article.title,
        link=article.full_url,
        published=published(article),
        updated=article.last_published_at,
        author=article.author.name if article.author else "",
        categories=(article.category.name,) if article.category else (),
        summary=article.lead,
        content_html=_content(article),
        image_url=rendition_url(article.hero, PICTURE_SPEC, base=article.full_url),
    )


def published(article: ArticlePage) -> datetime:
    """The article's date; with the time of publication where that was on the same day, else at noon."""
    first = article.first_published_at
    if first and timezone.localdate(first) == article.date:
        return first
    return timezone.make_aware(datetime.combine(article.date, time(12)))


def _content(article: ArticlePage) -> str:
    """The words of the article as clean HTML with absolute links."""
    # The raw data: the blocks themselves would fetch pictures and pages that no feed shows.
    html = "".join(_block_html(block["type"], block["value"]) for block in article.body.raw_data)
    return nh3.clean(
        html,
        tags=CONTENT_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        url_relative=("rewrite_with_base", article.full_url),
        link_rel=None,
    )


def _block_html(kind: str, value: Any) -> str:
    if kind == "paragraph":
        return expand_db_html(value)
    if kind == "heading":
        return f"<h{value['level']}>{escape(value['text'])}</h{value['level']}>"
    if kind == "quote":
        return f"<blockquote><p>{escape(value['text'])}</p></blockquote>"
    return ""
