"""The feeds of an article index and of its archives, rendered by feedgen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import Any
from uuid import uuid5

import nh3
from django.urls import reverse
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from articles.models import ArticleIndexPage, ArticlePage
from cms.feeds import BuiltFeed, feed_of, feeds_below
from cms.models import SiteSettings, rendition_url
from cms.packing import pack
from cms.syndication import NewsChannel, NewsItem, render_news_feed
from comments.counting import Talk, talk_of

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
    channel = _channel(index, title=_title(index), description=index.introduction)
    return _feed(index, channel, list(index.articles[:ARTICLES_IN_FEED]))


@feeds_below(ArticleIndexPage)
def archive_feed(index: ArticleIndexPage, path: str) -> BuiltFeed | None:
    """The newest articles of one category, tag, author or month; None where there are none."""
    with override(index.locale.language_code):
        archive = index.archive_at(path)
    articles = list(archive.articles.for_cards()[:ARTICLES_IN_FEED]) if archive else []
    if not archive or not articles:
        return None
    title = f"{_title(index)} – {archive.title}"
    channel = _channel(index, path, title=title, description=archive.description)
    return _feed(index, channel, articles)


def _channel(
    index: ArticleIndexPage, path: str = "", *, title: str, description: str
) -> NewsChannel:
    """The head of the feed of ``index``, or of what stands at ``path`` below it."""
    return NewsChannel(
        title=title,
        description=description,
        feed_url=f"{index.full_url}{path}feed.xml",
        link=f"{index.full_url}{path}",
        language=index.locale.language_code,
        updated=index.last_published_at
        or index.latest_revision_created_at
        or datetime.fromtimestamp(0, UTC),
        stylesheet_url=reverse("feed_stylesheet"),
    )


def _feed(index: ArticleIndexPage, channel: NewsChannel, articles: list[ArticlePage]) -> BuiltFeed:
    changes = [article.last_published_at for article in articles if article.last_published_at]
    channel = replace(channel, updated=max([channel.updated, *changes]))
    talk = talk_of(articles, index.get_site())
    with override(channel.language):
        items = [_item(article, talk.get(article.pk)) for article in articles]
    # No date: a withdrawn article leaves none, and who asked by date would keep it for ever.
    return BuiltFeed(pack([render_news_feed(channel, items)]))


def _title(index: ArticleIndexPage) -> str:
    """With the practice's name, without which "Articles" says little in a list of feeds."""
    practice = SiteSettings.for_site(index.get_site()).practice_name
    return f"{practice}: {index.title}" if practice else index.title


def _item(article: ArticlePage, talk: Talk | None) -> NewsItem:
    return NewsItem(
        # Stable for life, and another one in each language (a copied page has a new key).
        guid=uuid5(article.translation_key, str(article.locale_id)),
        title=article.title,
        link=article.full_url,
        published=article.published,
        updated=article.last_published_at,
        author=article.author.name if article.author else "",
        categories=(article.category.spoken["name"],) if article.category else (),
        summary=article.lead,
        content_html=_content(article),
        image_url=rendition_url(article.hero, PICTURE_SPEC, base=article.full_url),
        comments_url=talk.url if talk else "",
        comments_feed_url=talk.feed_url if talk else "",
        comment_count=talk.count if talk else None,
    )


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
