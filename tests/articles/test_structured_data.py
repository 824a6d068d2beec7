"""What search engines are told of articles: who wrote them, when, and who has reviewed them."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import ArticlePage
from tests.factories import ArticlePageFactory, AuthorFactory, PictureFactory
from tests.schema_rules import Node, broken_rules, graph_of, one

pytestmark = pytest.mark.django_db

SOURCES = [
    (
        "source",
        {"title": "A guideline", "publisher": "A society, 2026", "url": "https://a.example/"},
    ),
    ("source", {"title": "A book", "publisher": "", "url": ""}),
]


def told(client: Client, article: ArticlePage) -> list[Node]:
    graph = graph_of(client.get(article.url).content.decode())
    assert broken_rules(graph) == []
    return graph


def test_an_article_says_who_wrote_it_when_and_what_it_shows(client, site):
    author = AuthorFactory(name="Maren", role="Physiotherapist", website="https://maren.example/")
    hero = PictureFactory(file__width=1600, file__height=1200)
    article = ArticlePageFactory(title="Sitting", author=author, hero=hero)
    node = one(told(client, article), "Article")
    assert node["headline"] == "Sitting"
    assert node["author"]["name"] == "Maren"
    assert node["author"]["jobTitle"] == "Physiotherapist"
    assert node["author"]["sameAs"] == "https://maren.example/"
    assert (node["image"]["width"], node["image"]["height"]) == (1200, 630)
    assert node["datePublished"] == article.published.isoformat()
    assert node["articleSection"] == article.category.name
    assert node["isAccessibleForFree"] is True


def test_an_article_without_author_is_the_practices_own(client, site):
    article = ArticlePageFactory(author=None)
    assert one(told(client, article), "Article")["author"] == {"@id": "http://localhost/#practice"}


def test_no_article_is_changed_before_it_is_published(client, site):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    node = one(told(client, ArticlePageFactory(date=tomorrow)), "Article")
    assert node["dateModified"] >= node["datePublished"]


def test_every_address_that_is_told_of_people_answers(client, site):
    article = ArticlePageFactory(
        author=AuthorFactory(),
        reviewed_by=AuthorFactory(),
        reviewed_on=datetime.date(2026, 11, 20),
    )
    graph = told(client, article)
    people = [one(graph, "Article")["author"], one(graph, "MedicalWebPage")["reviewedBy"]]
    addresses = [person["url"] for person in people if "url" in person]
    assert addresses
    for address in addresses:
        assert client.get(address).status_code == 200


def test_a_health_text_says_who_has_reviewed_it_and_when(client, site):
    article = ArticlePageFactory(
        reviewed_by=AuthorFactory(name="Tobin"), reviewed_on=datetime.date(2026, 11, 20)
    )
    page = one(told(client, article), "MedicalWebPage")
    assert page["lastReviewed"] == "2026-11-20"
    assert page["reviewedBy"]["name"] == "Tobin"


def test_a_health_text_that_nobody_has_reviewed_claims_no_review(client, site):
    page = one(told(client, ArticlePageFactory()), "MedicalWebPage")
    assert "lastReviewed" not in page
    assert "reviewedBy" not in page


def test_a_text_that_is_not_about_health_is_a_plain_page(client, site):
    review = {"reviewed_by": AuthorFactory(), "reviewed_on": datetime.date(2026, 11, 20)}
    article = ArticlePageFactory(health_text=False, **review)
    assert "lastReviewed" not in one(told(client, article), "WebPage")


def test_an_article_names_its_sources(client, site):
    citation = one(told(client, ArticlePageFactory(sources=SOURCES)), "Article")["citation"]
    assert [source["name"] for source in citation] == ["A guideline", "A book"]
    assert citation[0]["publisher"]["name"] == "A society, 2026"
    assert "url" not in citation[1]
