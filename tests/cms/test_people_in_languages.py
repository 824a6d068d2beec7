"""Authors and categories are one for all languages, and say their words in that of each page."""

from __future__ import annotations

import json

import lxml.html
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import etree
from wagtail.test.utils.form_data import nested_form_data, streamfield

from articles.feed import archive_feed, article_feed
from articles.models import ArticlePage, Category
from cms.models import Author
from home.models import HomePage
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryFactory,
)

CATEGORY = {"language": "de", "name": "Ruhe", "description": "Vom guten Schlaf."}
AUTHOR = {"language": "de", "role": "Pflegerin", "about": "Schläft gut."}


@pytest.fixture
def category(db: None) -> Category:
    return CategoryFactory(
        name="Rest",
        slug="rest",
        description="On sleeping well.",
        translations=[("words", CATEGORY)],
    )


@pytest.fixture
def author(db: None) -> Author:
    return AuthorFactory(
        name="Edda",
        slug="edda",
        role="Nurse",
        about="Sleeps well.",
        translations=[("words", AUTHOR)],
    )


@pytest.fixture
def article(german_home: HomePage, category: Category, author: Author) -> ArticlePage:
    """In German, with an English one beside it."""
    about = {"category": category, "author": author}
    ArticlePageFactory(parent=ArticleIndexPageFactory(slug="articles"), slug="sleeping", **about)
    index = ArticleIndexPageFactory(parent=german_home, slug="artikel", title="Artikel")
    return ArticlePageFactory(
        parent=index,
        slug="schlafen",
        reviewed_by=author,
        reviewed_on=timezone.localdate(),
        **about,
    )


GERMAN = ("Ruhe", "Pflegerin", "Schläft gut.")
ENGLISH = ("Rest", "Nurse", "Sleeps well.")


def test_an_article_says_them_in_its_language(client: Client, article: ArticlePage) -> None:
    german, english = client.get(article.url).text, client.get("/articles/sleeping/").text
    for theirs, ours in zip(GERMAN, ENGLISH, strict=True):
        assert theirs in german
        assert ours not in german
        assert ours in english
        assert theirs not in english
    assert "Geprüft von Edda, <span>Pflegerin</span>" in german
    assert ' lang="en" dir="auto"' not in german


def test_so_do_the_archives_below_an_index(client: Client, article: ArticlePage) -> None:
    page = lxml.html.fromstring(client.get("/de/artikel/category/rest/").content)
    assert page.findtext(".//h1") == "Ruhe"
    assert page.xpath("//title")[0].text.startswith("Ruhe – Artikel")
    assert page.xpath("//meta[@name='description']/@content") == ["Vom guten Schlaf."]
    assert page.xpath("//nav[@class='filters']//a[@aria-current]/text()") == ["Ruhe"]
    assert "Schläft gut." in client.get("/de/artikel/author/edda/").text
    assert "On sleeping well." in client.get("/articles/category/rest/").text


def test_the_home_page_introduces_the_practitioner_in_its_language(
    client: Client, german_home: HomePage, author: Author
) -> None:
    german_home.practitioner = author
    german_home.save()
    home = client.get("/de/").text
    assert "Pflegerin" in home
    assert "Schläft gut." in home


def test_search_engines_are_told_in_the_language_of_the_page(
    client: Client, article: ArticlePage
) -> None:
    page = lxml.html.fromstring(client.get(article.url).content)
    (script,) = page.xpath("//script[@type='application/ld+json']/text()")
    nodes = {node["@type"]: node for node in json.loads(script)["@graph"]}
    assert nodes["Article"]["articleSection"] == "Ruhe"
    assert nodes["Article"]["author"]["jobTitle"] == "Pflegerin"
    assert nodes["MedicalWebPage"]["reviewedBy"]["jobTitle"] == "Pflegerin"


def test_a_feed_speaks_the_language_of_its_index_whoever_builds_it(article: ArticlePage) -> None:
    index = article.index
    whole, part = article_feed(index), archive_feed(index, "category/rest/")
    assert whole
    assert part
    channel = etree.fromstring(part.read().in_coding("")).find("channel")
    assert channel is not None
    assert channel.findtext("title").endswith("Artikel – Ruhe")
    assert channel.findtext("description") == "Vom guten Schlaf."
    for feed in (whole, part):
        item = etree.fromstring(feed.read().in_coding("")).find("channel/item")
        assert item is not None
        assert item.findtext("category") == "Ruhe"


def test_what_is_left_empty_stands_there_as_the_site_says_it_and_says_so(
    client: Client, article: ArticlePage, category: Category
) -> None:
    category.translations = [("words", CATEGORY | {"description": ""})]
    category.save()
    page = lxml.html.fromstring(client.get("/de/artikel/category/rest/").content)
    assert page.find(".//h1").get("lang") is None
    (standfirst,) = page.find_class("standfirst")
    assert standfirst.text == "On sleeping well."
    assert standfirst.get("lang") == "en"


def test_it_costs_no_query(client: Client, article: ArticlePage) -> None:
    def queries() -> int:
        client.get(article.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(article.url)
        return len(captured)

    with_words = queries()
    Category.objects.update(translations=[])
    Author.objects.update(translations=[])
    assert queries() == with_words


@pytest.mark.parametrize(
    ("model", "words"), [("articles_category", CATEGORY), ("cms_author", AUTHOR)]
)
def test_an_editor_types_them_where_the_others_are(
    admin_client: Client, db: None, model: str, words: dict[str, str]
) -> None:
    form = reverse(f"wagtailsnippets_{model}:add")
    posted = {"name": "Rest", "slug": "rest", "description": "", "role": "", "picture": ""}
    posted |= {"about": "", "website": ""}
    posted |= nested_form_data({"translations": streamfield([("words", words)])})
    response = admin_client.post(form, posted)
    assert response.status_code == 302, response.context["form"].errors
    made = {"articles_category": Category, "cms_author": Author}[model].objects.get()
    assert made.slug == "rest"
    assert dict(made.translations[0].value) == words


def test_a_language_is_there_once(category: Category) -> None:
    block = category.translations.stream_block
    posted = nested_form_data({"words": streamfield([("words", CATEGORY), ("words", CATEGORY)])})
    with pytest.raises(ValidationError):
        block.clean(block.value_from_datadict(posted, {}, "words"))
