"""What a reader sees of what was found: marked words, and kinds to choose between."""

from datetime import date

import pytest

from cms.search import asking
from tests.cms.searching import publish, titles
from tests.factories import ArticlePageFactory, EpisodePageFactory

pytestmark = pytest.mark.django_db


def test_what_was_found_is_marked_in_title_and_text(client):
    publish("Herons", body=[("paragraph", "<p>We saw a <b>heron</b> today.</p>")])
    html = client.get("/search/", {"query": "heron"}).content.decode()
    assert "<mark>Herons</mark>" in html
    assert "We saw a <mark>heron</mark> today." in html


def test_markup_in_titles_and_texts_stays_text(client):
    evil = "<script>alert(1)</script> heron <img src=x onerror=alert(2)>"
    publish(evil, body=[("quote", {"text": f"A heron {evil}", "attribution": ""})])
    html = client.get("/search/", {"query": "heron script"}).content.decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;<mark>script</mark>&gt;alert(1)" in html


def test_a_reader_narrows_the_results_to_one_kind(client):
    publish("Heron page")
    ArticlePageFactory(title="Heron article", date=date(2026, 5, 3))
    EpisodePageFactory(title="Heron episode")
    response = client.get("/search/", {"query": "heron"})
    assert len(titles(response)) == 3
    choices = [(str(each.label), each.count) for each in response.context["choices"]]
    assert choices == [("Articles", 1), ("Episodes", 1), ("Pages", 1)]
    for kind in ["article", "episode", "page"]:
        narrowed = client.get("/search/", {"query": "heron", "type": kind})
        assert titles(narrowed) == [f"Heron {kind}"]
        assert f'<input type="hidden" name="type" value="{kind}">' in narrowed.content.decode()
    assert '<time datetime="2026-05-03">' in response.content.decode()


def test_readers_are_told_of_articles_and_pages_and_not_of_what_editors_call_them(client):
    publish("Heron page")
    ArticlePageFactory(title="Heron article")
    response = client.get("/search/", {"query": "heron"})
    assert {r.title: r.type_name for r in response.context["results"]} == {
        "<mark>Heron</mark> page": "Page",
        "<mark>Heron</mark> article": "Article",
    }


def test_a_kind_without_results_leads_back_to_all(client):
    publish("Heron page")
    html = client.get("/search/", {"query": "heron", "type": "article"}).content.decode()
    assert "Nothing of this kind has all of these words." in html
    assert '<a href="?query=heron">' in html


def test_beyond_the_most_results_each_kind_is_asked_for_by_itself(client, monkeypatch):
    monkeypatch.setattr(asking, "MOST_RESULTS", 3)
    for number in range(5):
        publish(f"Heron {number}")
    ArticlePageFactory(title="A longer title that says less of a heron")
    response = client.get("/search/", {"query": "heron"})
    assert "More than 3 results" in response.content.decode()
    assert [each.count for each in response.context["choices"]] == [None, None, None]
    narrowed = client.get("/search/", {"query": "heron", "type": "article"})
    assert len(titles(narrowed)) == 1
