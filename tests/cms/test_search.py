"""The search finds what a stranger may read, and nothing that is typed into it breaks it."""

import random
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cms.models import StandardPage
from cms.search import asking
from podcast.models import Transcript
from tests.factories import ArticlePageFactory, EpisodePageFactory, TranscriptFactory

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
    "he\ud800ron \udfff",
    "'heron':* & !heron | <-> kind:page",
    "{title} : heron NEAR(heron, 2) OR",
    "héron ß ﬁ İ ½ 🐦 \U0001e900 日本語 हिन्दी",
    "_ __ a_b",
    "Ä" * 300,
]
PIECES = [
    *HOSTILE_QUERIES,
    " ",
    "heron",
    "\t",
    "&",
    "|",
    "!",
    ":*",
    "<",
    ">",
    "</mark>",
    "%00",
    "é",
    "x" * 70,
]


def publish(title: str, *, under: Page | None = None, **fields) -> StandardPage:
    parent = under or Site.objects.get().root_page
    return parent.add_child(instance=StandardPage(title=title, **fields))


def spoken(text: str) -> Transcript:
    return TranscriptFactory(stored_cues=[{"start": 1, "end": 2, "text": text, "speaker": ""}])


def titles(response) -> list[str]:
    return [result.page.title for result in response.context["results"]]


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


def address_of(**parameters: str) -> str:
    """As whoever means harm would write it: half a surrogate pair, too."""
    return f"/search/?{urlencode(parameters, errors='surrogatepass')}"


@pytest.mark.parametrize("query", HOSTILE_QUERIES, ids=lambda query: repr(query[:12]))
def test_no_query_breaks_the_search(client, query):
    publish("A heron")
    response = client.get(address_of(query=query))
    assert response.status_code == 200
    assert "\x00" not in response.content.decode()


def test_no_mixture_of_odd_pieces_breaks_the_search(client):
    publish("A heron", body=[("paragraph", "<p>Like a heron.</p>")])
    chance = random.Random(4)
    for _ in range(60):
        query = "".join(chance.choices(PIECES, k=chance.randint(1, 6)))
        kind = chance.choice(["", "page", "spoken", "article"])
        response = client.get(address_of(query=query, type=kind, page=query[:5]))
        assert response.status_code == 200, query


def test_parameters_given_twice_or_as_nonsense_do_no_harm(client):
    publish("A heron")
    address = "/search/?query=stork&query=heron&type=x&type=nothing&page=1&page=b&other=%00%ff"
    assert titles(client.get(address)) == ["A heron"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_search_only_reads(client, method):
    assert getattr(client, method)("/search/?query=heron").status_code == 405


@pytest.mark.parametrize("page", ["0", "-1", "2", "999999", "1" + "0" * 5000, "x", "\x00"])
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


def test_a_reader_finds_pages_of_the_language_they_read_in(client, settings, site):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("de", "German")]
    publish("Heron")
    german = site.root_page.copy_for_translation(Locale.objects.create(language_code="de"))
    german.save_revision().publish()
    publish("Heronen", under=Page.objects.get(pk=german.pk))
    assert titles(client.get("/search/", {"query": "heron"})) == ["Heron"]
    with translation.override("de"):
        assert titles(client.get("/search/", {"query": "heron"})) == ["Heronen"]
