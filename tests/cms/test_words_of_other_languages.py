"""What stands on a page in another language than the page's own says so, for those who hear it read."""

from __future__ import annotations

import lxml.html
import pytest
from django.test import Client
from django.utils import timezone

from articles.models import ArticlePage
from home.models import HomePage
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryFactory,
    EpisodePageFactory,
    ShowFactory,
)


@pytest.fixture
def german_article(german_home: HomePage) -> ArticlePage:
    return ArticlePageFactory(
        parent=ArticleIndexPageFactory(parent=german_home, slug="artikel"),
        title="Schlafen",
        slug="schlafen",
        category=CategoryFactory(name="Rest", slug="rest", description="On sleeping well."),
        author=AuthorFactory(name="Edda", role="Nurse", about="Sleeps well."),
    )


def languages(client: Client, address: str, text: str) -> set[str]:
    """The languages in which ``text`` stands on the page, as its elements say."""
    response = client.get(address)
    assert response.status_code == 200
    body = lxml.html.fromstring(response.content).find("body")
    found = [each for each in body.iter() if (each.text or "").strip() == text]
    return {each.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") for each in found}


@pytest.mark.parametrize("text", ["Rest", "Nurse", "Sleeps well."])
def test_categories_and_authors_speak_the_language_of_the_site(
    client: Client, german_article: ArticlePage, text: str
) -> None:
    assert languages(client, "/de/artikel/schlafen/", text) == {"en"}


def test_a_category_does_so_at_the_head_of_its_archive_too(
    client: Client, german_article: ArticlePage
) -> None:
    for text in ("Rest", "On sleeping well."):
        assert languages(client, "/de/artikel/category/rest/", text) == {"en"}


def test_so_does_the_role_of_a_reviewer(client: Client, german_article: ArticlePage) -> None:
    german_article.reviewed_by = german_article.author
    german_article.reviewed_on = timezone.localdate()
    german_article.save()
    response = lxml.html.fromstring(client.get(german_article.url).content)
    (role,) = response.xpath("//section[contains(@class, 'review')]//span[. = 'Nurse']")
    assert role.get("lang") == "en"


def test_on_a_page_in_the_language_of_the_site_nothing_need_be_said(
    client: Client, german_article: ArticlePage
) -> None:
    ArticlePageFactory(
        parent=ArticleIndexPageFactory(slug="articles"),
        slug="sleeping",
        category=german_article.category,
    )
    assert ' lang="en" dir="auto"' not in client.get("/articles/sleeping/").text


def test_the_invitation_to_listen_names_a_show_and_its_episode_in_their_language(
    client: Client, german_article: ArticlePage
) -> None:
    show = ShowFactory(
        parent=german_article.get_parent().get_parent(), title="Bonjour", language="fr"
    )
    show.search_description = "Des mots."
    show.save()
    EpisodePageFactory(parent=show, title="Le premier")
    page = lxml.html.fromstring(client.get(german_article.url).content)
    (promo,) = page.find_class("promo")
    for text in ("Bonjour", "Des mots.", "Le premier", ": Bonjour"):
        (found,) = (each for each in promo.iter() if (each.text or "").strip() == text)
        assert found.get("lang") == "fr", text
