"""Programs find the feed of a page's comments in its head, and readers find it below the comments."""

from __future__ import annotations

import lxml.html
from django.test import Client
from django.urls import reverse

from articles.models import ArticlePage
from comments.models import CommentSettings
from tests.factories import CommentFactory, StandardPageFactory


def url_of(page: ArticlePage) -> str:
    return reverse("page_comments_feed", args=[page.pk])


def head_links(client: Client, url: str) -> list[str]:
    page = lxml.html.fromstring(client.get(url).content)
    links = page.iterfind(".//head/link[@rel='alternate'][@type='application/rss+xml']")
    return [link.get("href") for link in links]


def test_a_page_that_takes_comments_names_their_feed(client: Client, article: ArticlePage) -> None:
    assert url_of(article) in head_links(client, article.url)


def test_other_pages_name_none(
    client: Client, article: ArticlePage, comment_settings: CommentSettings
) -> None:
    page = StandardPageFactory()
    assert not any("comments" in link for link in head_links(client, page.url))
    comment_settings.are_open = False
    comment_settings.save()
    assert not any("comments" in link for link in head_links(client, article.url))


def test_readers_see_a_link_where_there_are_comments(client: Client, article: ArticlePage) -> None:
    link = f'<a href="{reverse("page_comments_feed", args=[article.pk])}"'
    assert link not in client.get(article.url).text
    CommentFactory(page=article)
    assert link in client.get(article.url).text
