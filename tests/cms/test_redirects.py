"""Where a page once was, readers are led to where it is now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from articles.models import ArticlePage
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    EpisodePageFactory,
    ShowFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rename(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Callable[[Page, str], None]:
    """Gives a page another slug as an editor does: in a revision, and published."""

    def rename(page: Page, slug: str) -> None:
        page = Page.objects.get(pk=page.pk).specific
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return rename


def move(page: Page, target: Page) -> None:
    Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=target.pk), pos="last-child")


def end_of(client: Client, url: str) -> str:
    """Where a reader ends up; every step is lasting, and none leads in a circle."""
    steps = [url]
    while (response := client.get(steps[-1])).status_code != 200:
        assert response.status_code == 301, f"{steps[-1]} is {response.status_code}"
        assert response["Location"] not in steps
        steps.append(response["Location"])
    return steps[-1]


@pytest.fixture
def article(site) -> ArticlePage:
    index = ArticleIndexPageFactory(slug="articles")
    return ArticlePageFactory(parent=index, slug="sitting")


def test_a_renamed_article_is_found_at_its_old_address(client, article, rename):
    rename(article, "sitting-well")
    assert end_of(client, "/articles/sitting/") == "/articles/sitting-well/"


def test_all_pages_below_a_renamed_one_are_found(client, article, rename):
    rename(article.get_parent(), "reading")
    assert end_of(client, "/articles/") == "/reading/"
    assert end_of(client, "/articles/sitting/") == "/reading/sitting/"


def test_a_moved_article_is_found(client, article):
    move(article, ArticleIndexPageFactory(slug="older"))
    assert end_of(client, "/articles/sitting/") == "/older/sitting/"


def test_a_moved_show_takes_its_episodes_and_its_page_for_subscribing(client, site):
    show = ShowFactory(slug="podcast")
    EpisodePageFactory(parent=show, slug="heron")
    move(show, StandardPageFactory(slug="listen-to-us"))
    assert end_of(client, "/podcast/heron/") == "/listen-to-us/podcast/heron/"
    assert end_of(client, "/podcast/subscribe/") == "/listen-to-us/podcast/subscribe/"


def test_a_page_that_is_renamed_twice_is_found_at_both_addresses(client, article, rename):
    rename(article, "sitting-well")
    rename(article, "sitting-better")
    assert end_of(client, "/articles/sitting/") == "/articles/sitting-better/"
    assert end_of(client, "/articles/sitting-well/") == "/articles/sitting-better/"


def test_a_page_that_is_renamed_back_leads_nobody_in_a_circle(client, article, rename):
    rename(article, "sitting-well")
    rename(article, "sitting")
    assert end_of(client, "/articles/sitting/") == "/articles/sitting/"
    assert end_of(client, "/articles/sitting-well/") == "/articles/sitting/"


def test_a_new_page_at_an_old_address_is_what_readers_find(client, article, rename):
    rename(article, "sitting-well")
    ArticlePageFactory(parent=article.get_parent(), slug="sitting")
    assert client.get("/articles/sitting/").status_code == 200


def test_a_withdrawn_page_leads_nobody_on(client, article, rename):
    rename(article, "sitting-well")
    Page.objects.get(pk=article.pk).specific.unpublish()
    assert Redirect.objects.exists()
    response = client.get("/articles/sitting/", follow=True)
    assert response.status_code == 404
