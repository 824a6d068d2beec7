"""A site in two languages: the address decides, and everything around a page is in its language."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.users.models import UserProfile

from home.models import HomePage
from tests.factories import StandardPageFactory
from users.models import User


def language_of(response: HttpResponse) -> str:
    (language,) = re.findall(r'<html lang="([\w-]+)"', response.text)
    return language


def names_in(response: HttpResponse, landmark: str) -> list[str]:
    """The words of the links in the navigation with this class."""
    navigation = re.search(rf'<nav class="{landmark}".*?</nav>', response.text, re.DOTALL)
    links = re.findall(r"<a\b[^>]*>(.*?)</a>", navigation[0] if navigation else "", re.DOTALL)
    return [re.sub(r"<svg.*?</svg>", "", link, flags=re.DOTALL).strip() for link in links]


def assert_cacheable_for_all_languages(response: HttpResponse) -> None:
    assert "accept-language" not in response.get("Vary", "").lower()


def test_neither_browser_nor_cookie_changes_the_language_of_an_address(
    client: Client, german_home: HomePage
) -> None:
    client.cookies["django_language"] = "de"
    for path, language in {"/": "en", "/de/": "de", "/search/": "en", "/de/search/": "de"}.items():
        for wish in ("de", "es", "en"):
            response = client.get(path, headers={"accept-language": wish})
            assert language_of(response) == language
            assert_cacheable_for_all_languages(response)


def test_without_a_published_home_page_a_language_has_no_address(
    client: Client, site: Site, german: Locale
) -> None:
    assert client.get("/de/").status_code == 404
    site.root_page.specific.copy_for_translation(german)
    response = client.get("/de/")
    assert response.status_code == 404
    assert language_of(response) == "en"
    assert client.get("/de/search/").status_code == 404


def test_a_page_called_like_a_language_keeps_its_address(client: Client, site: Site) -> None:
    page = StandardPageFactory(slug="de", title="Delaware")
    StandardPageFactory(parent=page, slug="below", title="Below it")
    assert "<h1>Delaware</h1>" in client.get("/de/").text
    response = client.get("/de/below/")
    assert "<h1>Below it</h1>" in response.text
    assert language_of(response) == "en"


def test_a_withdrawn_language_is_gone_with_all_its_pages(
    client: Client, german_home: HomePage
) -> None:
    StandardPageFactory(parent=german_home, slug="praxis")
    assert client.get("/de/praxis/").status_code == 200
    german_home.unpublish()
    assert client.get("/de/").status_code == 404
    assert client.get("/de/praxis/").status_code == 404


def test_an_address_without_its_last_slash_leads_to_the_language(
    client: Client, german_home: HomePage
) -> None:
    response = client.get("/de")
    assert response.status_code == 301
    assert response["Location"] == "/de/"


def test_each_language_has_menus_of_its_own(
    client: Client, site: Site, german_home: HomePage
) -> None:
    StandardPageFactory(title="About us", show_in_menus=True)
    StandardPageFactory(title="Imprint", show_in_footer=True)
    StandardPageFactory(parent=german_home, title="Die Praxis", show_in_menus=True)
    StandardPageFactory(parent=german_home, title="Impressum", show_in_footer=True)
    english, german = client.get("/"), client.get("/de/")
    assert names_in(english, "site-nav")[0] == "About us"
    assert names_in(english, "footer-nav") == ["Imprint"]
    assert names_in(german, "site-nav")[0] == "Die Praxis"
    assert names_in(german, "footer-nav") == ["Impressum"]
    assert '<a class="brand" href="/">' in english.text
    assert '<a class="brand" href="/de/">' in german.text


def test_a_page_that_is_not_there_is_missed_in_the_language_of_its_address(
    client: Client, german_home: HomePage
) -> None:
    StandardPageFactory(parent=german_home, title="Die Praxis", show_in_menus=True)
    response = client.get("/de/nothing/")
    assert response.status_code == 404
    assert language_of(response) == "de"
    assert names_in(response, "site-nav")[0] == "Die Praxis"
    assert 'action="/de/search/"' in response.text


def test_the_search_finds_what_is_written_in_the_language_of_its_address(
    client: Client, german_home: HomePage
) -> None:
    StandardPageFactory(title="Yoga for all")
    StandardPageFactory(parent=german_home, title="Yoga für alle")
    english, german = (client.get(f"{tree}search/?query=Yoga") for tree in ("/", "/de/"))
    # The word that was found is marked.
    assert "for all" in english.text
    assert "für alle" not in english.text
    assert "für alle" in german.text
    assert "for all" not in german.text


def test_robots_stay_away_from_the_search_in_every_language(client: Client, site: Site) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert {"Disallow: /search/?", "Disallow: /de/search/?", "Disallow: /es/search/?"} <= {*lines}


def test_a_draft_is_previewed_in_its_language_before_its_home_page_is_published(
    admin_client: Client, site: Site, german: Locale
) -> None:
    home = site.root_page.specific.copy_for_translation(german)
    draft = StandardPageFactory(parent=home, title="Entwurf", live=False)
    for page in (home, draft):
        page.save_revision()
        response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert language_of(response) == "de"


def test_an_editor_works_in_the_language_of_their_own_choice(
    site: Site, german_home: HomePage
) -> None:
    user = User.objects.create_superuser("chief")
    browser = Client()
    browser.force_login(user)
    address = reverse("wagtailadmin_home")
    assert language_of(browser.get(address)) == "en"
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "de"
    profile.save()
    assert language_of(browser.get(address)) == "de"
    # Addresses are those that readers have, whoever looks.
    page = StandardPageFactory(slug="about", live=True)
    with override("de"):
        assert page.full_url == "http://localhost/about/"


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_whoever_edits_pages_may_translate_them(
    site: Site, german: Locale, german_home: HomePage, group: str
) -> None:
    user = User.objects.create_user("editor")
    user.groups.add(user.groups.model.objects.get(name=group))
    browser = Client()
    browser.force_login(user)
    page = StandardPageFactory(title="About us", slug="about")
    url = reverse("simple_translation:submit_page_translation", args=[page.pk])
    assert browser.get(url).status_code == 200
    assert browser.post(url, {"locales": [german.pk]}).status_code == 302
    copy = page.get_translation(german)
    assert copy.get_parent().specific == german_home
    assert not copy.live


def test_a_private_language_asks_for_its_password_in_its_own_tree(
    client: Client, german_home: HomePage
) -> None:
    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=german_home.pk), restriction_type="password", password="secret"
    )
    response = client.get("/de/")
    assert "Willkommen" not in response.text
    assert 'name="password"' in response.text
