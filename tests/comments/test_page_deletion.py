"""Whoever deletes a page is told before how many comments go with it."""

from django.test import Client
from django.urls import reverse

from articles.models import ArticlePage
from comments.models import Comment, Status
from tests.factories import CommentFactory
from users.models import User


def test_the_comments_of_all_that_is_deleted_are_counted(
    client: Client, article: ArticlePage
) -> None:
    client.force_login(User.objects.create_superuser("editor"))
    index = reverse("wagtailadmin_pages:delete", args=[article.get_parent().pk])
    assert "comments of readers" not in client.get(index).text
    CommentFactory(page=article)
    CommentFactory(page=article, status=Status.PENDING)
    CommentFactory(page=article, status=Status.REMOVED)
    words = "2 comments of readers are deleted along with it, for good."
    for page in (article, article.get_parent()):
        url = reverse("wagtailadmin_pages:delete", args=[page.pk])
        assert words in client.get(url).text
    client.post(index)
    assert not Comment.objects.exists()
