"""The pictures of a page are drawn when it comes out, not while its first reader waits."""

from __future__ import annotations

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.models import Site

from articles.models import ArticlePage
from cms.models import Rendition
from tests.background import work
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, PictureFactory


@pytest.fixture
def article(site: Site) -> ArticlePage:
    return ArticlePageFactory(
        parent=ArticleIndexPageFactory(slug="articles"),
        hero=PictureFactory(),
        body=[("picture", {"image": PictureFactory(), "alt": "", "caption": ""})],
    )


def test_no_reader_waits_for_a_picture_of_a_published_page(
    client: Client, article: ArticlePage
) -> None:
    article.save_revision().publish()
    # The editor does not either.
    assert not Rendition.objects.exists()
    work()
    drawn = set(Rendition.objects.values_list("pk", flat=True))
    assert drawn
    for address in (article.url, "/articles/", "/"):
        assert client.get(address).status_code == 200
    assert set(Rendition.objects.values_list("pk", flat=True)) == drawn


def test_a_page_that_is_published_often_waits_once(article: ArticlePage) -> None:
    for _ in range(3):
        article.save_revision().publish()
    assert DBTaskResult.objects.count() == 1


def test_a_page_that_is_withdrawn_meanwhile_is_left_alone(article: ArticlePage) -> None:
    article.save_revision().publish()
    article.unpublish()
    work()
    assert not Rendition.objects.exists()
    assert [task.status for task in DBTaskResult.objects.all()] == ["SUCCESSFUL"]
