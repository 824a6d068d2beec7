"""Nothing that is typed into the search, or into its address, breaks it."""

import random
from urllib.parse import urlencode

import pytest

from tests.cms.searching import publish, titles

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


def test_markup_in_a_query_is_shown_as_text(client):
    html = client.get("/search/", {"query": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
