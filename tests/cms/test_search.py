"""The search finds what a stranger may read, and nothing that is typed into it breaks it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from cms.models import StandardPage

pytestmark = pytest.mark.django_db

HOSTILE_QUERIES = [
    "\x00",
    "heron\x00",
    '"',
    '" ' * 5000,
    "'",
    "\\",
    "%",
    "100% heron",
    "*",
    "heron*",
    "(",
    "NOT",
    "heron AND",
    "title:heron",
    "a " * 5000,
    "heron" * 20_000,
    "\ud7ff\u202e\ufffe",
    "heron -heron ^ ~ : ; -- /* {",
]


def publish(title: str, *, under: Page | None = None, **fields) -> StandardPage:
    parent = under or Site.objects.get().root_page
    return parent.add_child(instance=StandardPage(title=title, **fields))


def titles(response) -> list[str]:
    return [page.title for page in response.context["results"]]


def test_a_page_is_found_by_a_word_of_its_title(client):
    publish("What a heron knows")
    publish("A desk that fits")
    response = client.get("/search/", {"query": "heron"})
    assert titles(response) == ["What a heron knows"]
    assert "1 page found" in response.content.decode()


def test_a_page_is_found_by_a_word_of_its_text(client):
    publish("On balance", body=[("paragraph", "<p>Like a heron.</p>")])
    assert titles(client.get("/search/", {"query": "heron"})) == ["On balance"]


def test_all_words_must_be_in_a_page(client):
    publish("A grey heron")
    publish("A grey day")
    assert titles(client.get("/search/", {"query": "grey heron"})) == ["A grey heron"]


def test_a_result_tells_its_kind_and_what_it_is_about(client):
    publish("A heron", search_description="How it stands on one leg.")
    html = client.get("/search/", {"query": "heron"}).content.decode()
    assert "standard page" in html.lower()
    assert "How it stands on one leg." in html


def test_what_a_stranger_may_not_read_is_not_found(client):
    publish("Heron draft", live=False)
    publish("Heron expired", expire_at=timezone.now() - timedelta(hours=1))
    private = publish("Heron private")
    publish("Heron under private", under=private)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    publish("Heron public")
    assert titles(client.get("/search/", {"query": "heron"})) == ["Heron public"]


def test_pages_of_another_site_are_not_found(client):
    Page.objects.get(depth=1).add_child(instance=StandardPage(title="Heron elsewhere"))
    assert titles(client.get("/search/", {"query": "heron"})) == []


@pytest.mark.parametrize("query", ["", "   ", "\x00", '"'])
def test_a_query_without_words_finds_nothing(client, query):
    publish("Heron")
    response = client.get("/search/", {"query": query})
    assert response.status_code == 200
    assert titles(response) == []


@pytest.mark.parametrize("query", HOSTILE_QUERIES, ids=lambda query: repr(query[:12]))
def test_no_query_breaks_the_search(client, query):
    publish("A heron")
    response = client.get("/search/", {"query": query})
    assert response.status_code == 200
    assert "\x00" not in response.content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "2", "1" + "0" * 30, "x", "\x00"])
def test_a_nonsensical_page_number_shows_a_page_of_results(client, page):
    publish("A heron")
    assert titles(client.get("/search/", {"query": "heron", "page": page})) == ["A heron"]


def test_results_come_in_pages_that_keep_the_query(client):
    for number in range(12):
        publish(f"Heron {number}")
    first = client.get("/search/", {"query": "heron"})
    assert len(first.context["results"]) == 10
    assert 'href="?query=heron&amp;page=2"' in first.content.decode()
    second = client.get("/search/", {"query": "heron", "page": "2"})
    assert len(second.context["results"]) == 2
    assert not set(titles(first)) & set(titles(second))


def test_markup_in_a_query_is_shown_as_text(client):
    html = client.get("/search/", {"query": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


def test_search_engines_are_told_to_keep_out(client):
    response = client.get("/search/", {"query": "heron"})
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_results(
    client, django_assert_max_num_queries
):
    for number in range(10):
        publish(f"Heron {number}")
    client.get("/search/", {"query": "heron"})
    with django_assert_max_num_queries(20):
        client.get("/search/", {"query": "heron"})
