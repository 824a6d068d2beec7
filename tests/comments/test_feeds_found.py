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


def test_other_pages_name_none_of_their_own(
    client: Client, article: ArticlePage, comment_settings: CommentSettings
) -> None:
    comment_settings.are_open = False
    comment_settings.save()
    assert url_of(article) not in head_links(client, article.url)


def test_every_page_names_the_feed_of_the_sites_comments_and_links_it(
    client: Client, article: ArticlePage
) -> None:
    for url in ("/", article.url, article.get_parent().url, StandardPageFactory().url):
        assert reverse("comments_feed") in head_links(client, url)
        assert f'href="{reverse("comments_feed")}">Comments as a feed' in client.get(url).text


def test_readers_see_a_link_where_there_are_comments(client: Client, article: ArticlePage) -> None:
    link = f'<a href="{reverse("page_comments_feed", args=[article.pk])}"'
    assert link not in client.get(article.url).text
    CommentFactory(page=article)
    assert link in client.get(article.url).text
