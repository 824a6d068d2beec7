"""Who finds nothing is told what to ask instead, and what is new."""

from datetime import date

import pytest

from tests.cms.searching import publish
from tests.factories import ArticlePageFactory

pytestmark = pytest.mark.django_db


def test_nothing_found_suggests_the_word_one_mistake_away(client):
    publish("What a Heron knows")
    for query in ["herron", "hern", "heroh", "ehron", "Hèronn"]:
        response = client.get("/search/", {"query": query})
        assert response.context["suggestions"] == ["heron"], query
        assert '<a class="suggestion" href="?query=heron">heron</a>' in response.content.decode()


def test_a_suggestion_keeps_accents_and_mends_one_word_among_others(client):
    publish("Müdigkeit am Morgen")
    response = client.get("/search/", {"query": "mudigkit morgen"})
    assert response.context["suggestions"][0] == "müdigkeit morgen"


def test_words_that_no_page_has_together_are_suggested_apart(client):
    publish("Heron")
    publish("Stork")
    response = client.get("/search/", {"query": "heron stork"})
    assert response.context["suggestions"] == ["heron", "stork"]


def test_nothing_found_shows_what_is_new(client):
    ArticlePageFactory(title="Old", date=date(2026, 1, 1))
    ArticlePageFactory(title="New", date=date(2026, 2, 1))
    ArticlePageFactory(title="Hidden", date=date(2026, 3, 1), live=False)
    response = client.get("/search/", {"query": "heron"})
    assert [result.page.title for result in response.context["newest"]] == ["New", "Old"]


def test_a_long_word_is_mended_as_well(client):
    publish("Schwangerschaftsvorsorge")
    response = client.get("/search/", {"query": "Schwangerschaftvorsorge"})
    assert response.context["suggestions"] == ["schwangerschaftsvorsorge"]
