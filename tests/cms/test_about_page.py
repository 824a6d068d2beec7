"""What the head of any page tells search engines and the sites on which it is shared."""

from __future__ import annotations

import lxml.html
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryFactory,
    EpisodePageFactory,
    PictureFactory,
    SiteSettingsFactory,
    StandardPageFactory,
)
from tests.schema_rules import broken_rules, graph_of, one

pytestmark = pytest.mark.django_db

HOSTILE = """</script><script>alert("1")</script> <!-- & 'so' "on" &amp; \u2028 ]]>"""


def html_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def meta(html: str) -> dict[str, str]:
    """The content of each ``<meta>`` by its name or property."""
    return {
        tag.get("name") or tag.get("property"): tag.get("content")
        for tag in lxml.html.fromstring(html).xpath("//meta[@content]")
    }


def canonical(html: str) -> str:
    return lxml.html.fromstring(html).xpath("//link[@rel='canonical']/@href")[0]


@pytest.fixture
def every_address(site: Site) -> list[str]:
    """One page of each kind and its further views."""
    SiteSettingsFactory(
        address="7 Saltgrass Row\n Little Harnmere",
        phone="+1 202-555-0142",
        email="hello@practice.example",
        about="A quiet house.",
        logo=PictureFactory(),
        profiles=[("profile", {"name": "Films", "url": "https://films.example/us"})],
    )
    article = ArticlePageFactory(author=AuthorFactory(), reviewed_by=AuthorFactory())
    episode = EpisodePageFactory(season=1, number=2)
    index, show = article.get_parent(), episode.get_parent()
    return [
        site.root_page.url,
        StandardPageFactory().url,
        index.url,
        f"{index.url}category/{article.category.slug}/",
        article.url,
        show.url,
        f"{show.url}subscribe/",
        episode.url,
    ]


def test_the_structured_data_of_every_page_keeps_the_rules(client, every_address):
    for url in every_address:
        graph = graph_of(html_of(client, url))
        assert broken_rules(graph) == [], url
        assert one(graph, "WebSite")["publisher"] == {"@id": "http://localhost/#practice"}


def test_the_practice_is_a_business_with_all_that_its_settings_say(client, every_address):
    practice = one(graph_of(html_of(client, "/")), "MedicalBusiness")
    assert practice["name"] == "The Practice"
    assert practice["address"] == "7 Saltgrass Row, Little Harnmere"
    assert practice["telephone"] == "+1 202-555-0142"
    assert practice["sameAs"] == ["https://films.example/us"]
    assert practice["logo"]["url"].startswith("http://localhost/media/")
    assert (practice["logo"]["width"], practice["logo"]["height"]) == (64, 64)


def test_without_an_address_it_is_an_organization_under_the_name_of_the_site(client, site):
    practice = one(graph_of(html_of(client, "/")), "Organization")
    assert practice["name"] == (site.site_name or site.hostname)


def test_search_engines_learn_how_to_search_the_site(client, site):
    action = one(graph_of(html_of(client, "/")), "WebSite")["potentialAction"]
    template = "http://localhost/search/?query={search_term_string}"
    assert action["target"]["urlTemplate"] == template
    assert client.get(template.format(search_term_string="back")).status_code == 200


def test_a_page_says_where_it_stands(client, site):
    index = ArticleIndexPageFactory(title="Articles", slug="articles")
    article = ArticlePageFactory(parent=index, title="Sitting", slug="sitting")
    steps = one(graph_of(html_of(client, article.url)), "BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, site.root_page.title, "http://localhost/"),
        (2, "Articles", "http://localhost/articles/"),
        (3, "Sitting", "http://localhost/articles/sitting/"),
    ]


def test_a_category_stands_below_its_index(client, site):
    index = ArticleIndexPageFactory(slug="articles")
    ArticlePageFactory(parent=index, category=CategoryFactory(name="Rest", slug="rest"))
    graph = graph_of(html_of(client, "/articles/category/rest/"))
    steps = one(graph, "BreadcrumbList")["itemListElement"]
    assert steps[-1]["item"] == "http://localhost/articles/category/rest/"
    assert steps[-1]["name"].startswith("Rest")
    assert one(graph, "CollectionPage")["@id"] == "http://localhost/articles/category/rest/"


def test_the_home_page_is_about_the_practice_and_has_no_breadcrumbs(client, site):
    graph = graph_of(html_of(client, "/"))
    assert not [node for node in graph if node["@type"] == "BreadcrumbList"]
    assert one(graph, "WebPage")["about"] == {"@id": "http://localhost/#practice"}


@pytest.mark.parametrize("field", ["title", "search_description"])
def test_no_words_can_leave_the_data_or_a_tag(client, site, field):
    page = StandardPageFactory(title="Plain", slug="plain")
    Page.objects.filter(pk=page.pk).update(**{field: HOSTILE})
    html = html_of(client, "/plain/")
    told = one(graph_of(html), "WebPage")["name" if field == "title" else "description"]
    assert told == " ".join(HOSTILE.split())
    head = html.split("</head>")[0]
    assert "<script>alert" not in head
    assert "<!--" not in head
    assert len(lxml.html.fromstring(html).xpath("//head/script")) == 1


def test_an_archive_is_shared_under_its_own_name_words_and_address(client, site):
    index = ArticleIndexPageFactory(slug="articles", introduction="All we write.")
    shelf = CategoryFactory(name="Rest & sleep", slug="rest", description="On sleeping well.")
    ArticlePageFactory(parent=index, category=shelf)
    html = html_of(client, "/articles/category/rest/")
    told = meta(html)
    assert told["og:title"].startswith("Rest & sleep")
    assert told["description"] == told["og:description"] == "On sleeping well."
    assert told["og:url"] == canonical(html) == "http://localhost/articles/category/rest/"


@pytest.mark.parametrize("url", ["/articles/", "/articles/category/rest/"])
def test_the_second_page_of_a_list_is_canonical_to_itself(client, site, url):
    index = ArticleIndexPageFactory(slug="articles")
    shelf = CategoryFactory(slug="rest")
    for _ in range(13):
        ArticlePageFactory(parent=index, category=shelf)
    html = html_of(client, f"{url}?page=2&from=elsewhere")
    assert canonical(html) == meta(html)["og:url"] == f"http://localhost{url}?page=2"
    assert canonical(html_of(client, f"{url}?page=1")) == f"http://localhost{url}"


def test_a_page_without_words_about_it_has_no_description(client, site):
    page = StandardPageFactory()
    html = html_of(client, page.url)
    assert "description" not in meta(html)
    assert "og:description" not in meta(html)


def test_a_picture_whose_file_is_gone_costs_the_card_not_the_page(client, site):
    article = ArticlePageFactory(hero=PictureFactory())
    default_storage.delete(article.hero.file.name)
    told = meta(html_of(client, f"{article.url}"))
    assert "/share/" in told["og:image"]


def test_a_card_is_cut_for_sharing(client, site):
    article = ArticlePageFactory(hero=PictureFactory(file__width=1600, file__height=1200))
    told = meta(html_of(client, article.url))
    assert told["og:image"].startswith("http://localhost/media/")
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:alt"] == "A grey square"
    assert told["twitter:card"] == "summary_large_image"


def test_no_two_pages_have_the_same_title(client, every_address):
    titles = [
        lxml.html.fromstring(html_of(client, url)).findtext(".//title") for url in every_address
    ]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith("– The Practice") for title in titles)


def test_the_head_asks_as_often_deep_in_the_tree_as_above(client, site):
    """Wagtail has fetched the pages above on its way to the page."""

    def queries(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            html_of(client, url)
        return len([query for query in captured if "wagtailcore_page" in query["sql"]])

    above = StandardPageFactory()
    deep = StandardPageFactory(parent=StandardPageFactory(parent=above))
    # Each step of the way is one query, and the head adds none.
    assert queries(deep.url) == queries(above.url) + 2


def test_readers_see_the_way_too_on_pages_below_those_of_the_menu(site):
    article = ArticlePageFactory(parent=ArticleIndexPageFactory(title="Articles", slug="articles"))

    def shown(page: Page) -> str:
        context = Context(
            {"page": page, "request": RequestFactory().get("/", SERVER_NAME="localhost")}
        )
        return Template("{% load about_tags %}{% breadcrumbs %}").render(context)

    above = lxml.html.fromstring(shown(article)).xpath("//nav[@aria-label]//a/@href")
    assert above == ["/", "/articles/"]
    assert shown(article.get_parent()).strip() == ""
