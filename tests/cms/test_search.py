"""The search finds what a stranger may read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from cms.models import StandardPage
from cms.search import asking
from tests.cms.searching import publish, spoken, titles
from tests.factories import ArticlePageFactory, EpisodePageFactory

pytestmark = pytest.mark.django_db


def test_a_page_is_found_by_a_word_of_its_title(client):
    publish("What a heron knows")
    publish("A desk that fits")
    response = client.get("/search/", {"query": "heron"})
    assert titles(response) == ["What a heron knows"]
    assert "1 result" in response.content.decode()


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
    assert '<p class="eyebrow">\n    Page\n' in html
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


def test_without_a_site_nothing_is_found(client):
    publish("Heron")
    Site.objects.all().delete()
    response = client.get("/search/", {"query": "heron"})
    assert response.status_code == 200
    assert titles(response) == []


def test_results_come_in_pages_that_keep_the_query(client):
    for number in range(12):
        publish(f"Heron {number}")
    first = client.get("/search/", {"query": "heron"})
    assert len(first.context["results"]) == 10
    assert 'href="?query=heron&amp;page=2"' in first.content.decode()
    second = client.get("/search/", {"query": "heron", "page": "2"})
    assert len(second.context["results"]) == 2
    assert not set(titles(first)) & set(titles(second))


def test_search_engines_are_told_to_keep_out_of_results(client):
    response = client.get("/search/", {"query": "heron"})
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_search_engines_may_know_the_page_itself(client):
    response = client.get("/search/")
    assert "X-Robots-Tag" not in response
    assert "noindex" not in response.content.decode()
    assert '<meta name="description" content="Find articles' in response.content.decode()


def test_results_are_for_the_reader_alone_to_keep(client):
    response = client.get("/search/", {"query": "heron"})
    assert set(response["Cache-Control"].split(", ")) == {"private", "max-age=60"}


def test_the_number_of_queries_does_not_grow_with_the_results(client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/search/", {"query": "heron"})
        return len(asked)

    EpisodePageFactory(title="Heron and I", transcripts=[("transcript", spoken("A heron."))])
    ArticlePageFactory(title="Heron and you")
    queries()
    for_two = queries()
    for number in range(20):
        publish(f"Heron {number}")
    for number in range(4):
        ArticlePageFactory(title=f"Heron {number}")
        words = spoken(f"Heron {number}.")
        EpisodePageFactory(title=f"Heron {number}", transcripts=[("transcript", words)])
    assert queries() == for_two <= 24


def test_a_search_without_result_asks_a_bounded_number_of_queries(client):
    publish("A heron")
    client.get("/search/", {"query": "herron"})
    with CaptureQueriesContext(connection) as asked:
        client.get("/search/", {"query": " ".join(["herron", "stxrk", "hexon"] * 6)})
    assert len(asked) <= 42


def test_letters_case_and_accents_make_no_difference(client):
    publish("Über Müdigkeit")
    for query in ["uber mudigkeit", "ÜBER", "Mu\u0308digkeit", "müdig"]:
        assert titles(client.get("/search/", {"query": query})) == ["Über Müdigkeit"], query


def test_a_singular_finds_the_plural_and_the_other_way_round(client):
    publish("Headaches")
    publish("One headache")
    for query in ["headache rest", "headaches rest"]:
        assert titles(client.get("/search/", {"query": query})) == []
    for query in ["headache", "headaches"]:
        assert len(titles(client.get("/search/", {"query": query}))) == 2, query


def test_the_last_word_may_be_unfinished_if_it_is_no_word_by_itself(client):
    publish("Magnesium at night")
    publish("Nightingale")
    assert titles(client.get("/search/", {"query": "night"})) == ["Magnesium at night"]
    assert titles(client.get("/search/", {"query": "magn"})) == ["Magnesium at night"]
    assert titles(client.get("/search/", {"query": "magn night"})) == []
    assert titles(client.get("/search/", {"query": "ma"})) == []


def test_a_word_in_the_title_counts_more_than_in_the_text(client):
    publish("A day by the river", body=[("paragraph", "<p>There was a heron, a grey heron.</p>")])
    publish("The heron", body=[("paragraph", "<p>It stood and stood and stood there.</p>")])
    found = titles(client.get("/search/", {"query": "heron"}))
    assert found == ["The heron", "A day by the river"]


def test_public_pages_behind_many_hidden_ones_are_found(client, monkeypatch):
    monkeypatch.setattr(asking, "TRIES", (2, 4, 100))
    for number in range(6):
        publish(f"Heron {number}", live=False)
    publish("A day on which somebody said heron")
    found = titles(client.get("/search/", {"query": "heron"}))
    assert found == ["A day on which somebody said heron"]


def test_pages_below_a_withdrawn_one_are_not_found_either_and_nothing_hints_at_them(client):
    parent = publish("Stork")
    publish("Heron", under=parent)
    parent.refresh_from_db()
    parent.live = False
    parent.save()
    response = client.get("/search/", {"query": "herom"})
    assert titles(response) == response.context["suggestions"] == []
    assert "Heron" not in response.content.decode()
