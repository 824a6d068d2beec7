"""What becomes of comments when an editor moves, copies, translates or deletes their page."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Locale

from articles.models import ArticlePage
from comments.models import Comment, Status
from tests.factories import ArticleIndexPageFactory, CommentFactory


@pytest.fixture
def commented(article: ArticlePage, approved: Comment) -> ArticlePage:
    CommentFactory(page=article, parent=approved)
    CommentFactory(page=article, status=Status.PENDING)
    return article


def post(client: Client, path: str, **sent: object) -> None:
    response = client.post(path, sent)
    assert response.status_code == 302, response.text


def test_moving_keeps_them(admin_client: Client, commented: ArticlePage) -> None:
    other = ArticleIndexPageFactory(slug="elsewhere")
    post(admin_client, f"/admin/pages/{commented.pk}/move/{other.pk}/confirm/")
    commented.refresh_from_db()
    assert commented.get_parent().pk == other.pk
    assert commented.reader_comments.count() == 3


def test_copying_copies_none(admin_client: Client, commented: ArticlePage) -> None:
    post(
        admin_client,
        f"/admin/pages/{commented.pk}/copy/",
        new_title="Copy",
        new_slug="copy",
        new_parent_page=commented.get_parent().pk,
        publish_copies="on",
    )
    assert ArticlePage.objects.get(slug="copy").reader_comments.count() == 0
    assert commented.reader_comments.count() == 3


def test_translating_translates_none(commented: ArticlePage) -> None:
    german, _is_new = Locale.objects.get_or_create(language_code="de")
    translated = commented.copy_for_translation(german, copy_parents=True)
    assert translated.reader_comments.count() == 0
    assert commented.reader_comments.count() == 3


def test_deleting_takes_them_along(admin_client: Client, commented: ArticlePage) -> None:
    post(admin_client, f"/admin/pages/{commented.pk}/delete/")
    assert not Comment.objects.exists()


def test_unpublishing_keeps_them(admin_client: Client, commented: ArticlePage) -> None:
    post(admin_client, f"/admin/pages/{commented.pk}/unpublish/")
    assert commented.reader_comments.count() == 3


def test_the_editor_of_a_page_says_how_many_it_has(
    admin_client: Client, commented: ArticlePage
) -> None:
    html = " ".join(admin_client.get(f"/admin/pages/{commented.pk}/edit/").text.split())
    assert "2 comments are shown, 1 waits." in html
    assert f'/admin/comments/?page={commented.pk}&amp;status=all"' in html


def test_a_page_that_is_no_more_than_begun_says_nothing_of_them(
    admin_client: Client, commented: ArticlePage
) -> None:
    parent = commented.get_parent()
    html = admin_client.get(f"/admin/pages/add/articles/articlepage/{parent.pk}/").text
    assert "readers may comment" in html.lower()
    assert "are shown" not in html
