"""What a page says of its other languages: to search engines in its head, to readers in a list of links."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cms.languages import open_graph_locale
from cms.models import StandardPage
from home.models import HomePage
from tests.factories import ShowFactory, StandardPageFactory

BOTH = {
    "en": "http://localhost/about/",
    "de": "http://localhost/de/about/",
    "x-default": "http://localhost/about/",
}


@pytest.fixture
def about(site: Site) -> StandardPage:
    return StandardPageFactory(title="About us", slug="about")


@pytest.fixture
def ueber_uns(about: StandardPage, german: Locale, german_home: HomePage) -> StandardPage:
    page = about.copy_for_translation(german)
    page.title = "Über uns"
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def alternates(response: HttpResponse) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', response.text)
    assert len(found) == len(dict(found))
    return dict(found)


def switch(response: HttpResponse) -> list[str]:
    found = re.search(r'<nav class="language-switch".*?</nav>', response.text, re.DOTALL)
    return re.findall(r"<a [^>]*>[^<]*</a>", found[0]) if found else []


def test_each_translation_names_all_of_them_and_itself(
    client: Client, ueber_uns: StandardPage
) -> None:
    assert alternates(client.get("/about/")) == BOTH
    assert alternates(client.get("/de/about/")) == BOTH


def test_a_translation_that_was_moved_beside_its_original_takes_nobodys_place(
    client: Client, about: StandardPage, ueber_uns: StandardPage
) -> None:
    ueber_uns.move(about, pos="last-child")
    for address in ("/about/", "/about/about/"):
        response = client.get(address)
        assert response.status_code == 200
        assert alternates(response) == {}
        assert switch(response) == []


def test_readers_are_offered_the_other_language_by_its_own_name(
    client: Client, ueber_uns: StandardPage
) -> None:
    assert switch(client.get("/about/")) == [
        '<a href="/de/about/" lang="de" hreflang="de">Deutsch</a>'
    ]
    assert switch(client.get("/de/about/")) == [
        '<a href="/about/" lang="en" hreflang="en">English</a>'
    ]


def withdraw(page: StandardPage) -> None:
    page.unpublish()


def let_expire(page: StandardPage) -> None:
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()


def make_private(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")


@pytest.mark.parametrize("hide", [withdraw, let_expire, make_private])
def test_a_translation_that_no_stranger_may_see_is_named_nowhere(
    client: Client, ueber_uns: StandardPage, hide: object
) -> None:
    hide(ueber_uns)
    response = client.get("/about/")
    assert alternates(response) == {}
    assert switch(response) == []


def test_a_copy_in_the_same_words_is_no_translation(
    client: Client, about: StandardPage, german: Locale, german_home: HomePage
) -> None:
    about.copy_for_translation(german, alias=True)
    assert client.get("/de/about/").status_code == 200
    assert alternates(client.get("/about/")) == {}


def test_a_further_page_or_a_route_of_its_own_names_no_translation_that_may_not_be_there(
    client: Client, german: Locale, german_home: HomePage
) -> None:
    show = ShowFactory(slug="podcast")
    show.copy_for_translation(german).save_revision().publish()
    assert set(alternates(client.get("/podcast/"))) == {"en", "de", "x-default"}
    for address in ("/podcast/?page=2", "/podcast/subscribe/"):
        response = client.get(address)
        assert alternates(response) == {}
        assert 'href="/de/podcast/"' in switch(response)[0]


def test_what_is_no_page_has_no_translation(client: Client, german_home: HomePage) -> None:
    response = client.get("/nothing/")
    assert alternates(response) == {}
    assert switch(response) == []


def test_a_search_can_be_made_again_in_the_other_language(
    client: Client, german_home: HomePage
) -> None:
    (link,) = switch(client.get("/search/?query=h%26m+%22a%22&type=article&page=2"))
    assert 'href="/de/search/?query=h%26m+%22a%22&amp;type=article"' in link
    (link,) = switch(client.get("/de/search/"))
    assert 'href="/search/"' in link


def test_sites_where_pages_are_shared_learn_of_the_languages(
    client: Client, ueber_uns: StandardPage
) -> None:
    english, german = client.get("/about/").text, client.get("/de/about/").text
    assert '<meta property="og:locale" content="en_US">' in english
    assert '<meta property="og:locale:alternate" content="de_DE">' in english
    assert '<meta property="og:locale" content="de_DE">' in german
    assert '<meta property="og:locale:alternate" content="en_US">' in german


@pytest.mark.parametrize(("code", "locale"), [("es", "es_ES"), ("de-at", "de_AT"), ("xx", "")])
def test_a_locale_has_a_country_or_is_left_out(code: str, locale: str) -> None:
    assert open_graph_locale(code) == locale


def queries_of(client: Client, address: str) -> list[str]:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries]


def test_a_site_with_one_language_asks_for_no_translation(
    client: Client, about: StandardPage
) -> None:
    assert not [sql for sql in queries_of(client, "/about/") if '"translation_key" = ' in sql]


def test_a_third_language_costs_no_further_query(
    client: Client, site: Site, about: StandardPage, ueber_uns: StandardPage
) -> None:
    with_two = len(queries_of(client, "/about/"))
    spanish = Locale.objects.create(language_code="es")
    for page in (site.root_page.specific, about):
        page.copy_for_translation(spanish).save_revision().publish()
    assert len(queries_of(client, "/about/")) == with_two
    assert set(alternates(client.get("/about/"))) == {"en", "de", "es", "x-default"}
    assert Page.objects.filter(translation_key=about.translation_key).count() == 3
