"""What an alias shows is found at the address of its source, and there alone."""

from __future__ import annotations

import lxml.html
import pytest
from django.test import Client
from lxml import etree
from wagtail.models import Page, Site

from articles.models import ArticlePage
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    EpisodePageFactory,
    StandardPageFactory,
)
from tests.schema_rules import broken_rules, graph_of, one


@pytest.fixture
def article(site: Site) -> ArticlePage:
    return ArticlePageFactory(parent=ArticleIndexPageFactory(slug="articles"), slug="sitting")


@pytest.fixture
def alias(article: ArticlePage) -> ArticlePage:
    return article.create_alias(parent=ArticleIndexPageFactory(slug="again"))


def address_told(client: Client, url: str) -> str:
    """As search engines and the sites on which the page is shared are told."""
    page = lxml.html.fromstring(client.get(url).content)
    (canonical,) = page.xpath("//link[@rel='canonical']/@href")
    assert page.xpath("//meta[@property='og:url']/@content") == [canonical]
    return canonical


def test_it_names_the_address_of_its_source(client: Client, alias: ArticlePage) -> None:
    assert alias.url == "/again/sitting/"
    assert address_told(client, alias.url) == "http://localhost/articles/sitting/"


def test_it_says_of_itself_what_its_source_says(
    client: Client, article: ArticlePage, alias: ArticlePage
) -> None:
    told = graph_of(client.get(alias.url).text)
    assert broken_rules(told) == []
    theirs = one(graph_of(client.get(article.url).text), "Article")
    assert one(told, "Article")["@id"] == theirs["@id"]


def test_an_alias_of_an_alias_names_the_first_source(client: Client, alias: ArticlePage) -> None:
    third = alias.create_alias(update_slug="third")
    assert address_told(client, third.url) == "http://localhost/articles/sitting/"


def test_it_names_its_own_address_where_nobody_may_see_the_source(
    client: Client, article: ArticlePage, alias: ArticlePage
) -> None:
    article.move(ArticleIndexPageFactory(slug="drafts", live=False), pos="last-child")
    assert address_told(client, alias.url) == "http://localhost/again/sitting/"


@pytest.mark.parametrize("below", ["", "season/1/", "subscribe/"])
def test_so_do_the_further_views_of_an_alias(client: Client, site: Site, below: str) -> None:
    show = EpisodePageFactory(season=1).get_parent()
    show.create_alias(update_slug="again", recursive=True)
    assert address_told(client, f"/again/{below}") == f"{show.full_url}{below}"


def test_the_archives_of_an_alias_are_those_of_its_source(
    client: Client, article: ArticlePage
) -> None:
    article.get_parent().create_alias(update_slug="again", recursive=True)
    below = f"category/{article.category.slug}/"
    assert address_told(client, f"/again/{below}") == f"http://localhost/articles/{below}"


def test_it_is_not_in_the_sitemap(client: Client, site: Site) -> None:
    about = StandardPageFactory(slug="about")
    about.create_alias(update_slug="again")
    assert client.get("/again/").status_code == 200
    listed = etree.fromstring(client.get("/sitemap.xml").content).xpath("//*[local-name()='loc']")
    addresses = [each.text for each in listed]
    assert about.full_url in addresses
    assert len(addresses) == Page.objects.live().filter(alias_of=None, depth__gt=1).count()
