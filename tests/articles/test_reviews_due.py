"""The admin's report of reviews that are due."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import ArticleIndexPage, ArticlePage
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, AuthorFactory


@pytest.fixture
def index(site: Any) -> ArticleIndexPage:
    return ArticleIndexPageFactory(slug="articles")


def reviewed(index: ArticleIndexPage, title: str, *, due_in: int, **fields: Any) -> ArticlePage:
    today = timezone.localdate()
    return ArticlePageFactory(
        parent=index,
        title=title,
        reviewed_by=AuthorFactory(),
        reviewed_on=today - timedelta(days=999),
        review_due=today + timedelta(days=due_in),
        **fields,
    )


def test_it_lists_health_texts_that_need_fresh_eyes_the_worst_first(
    admin_client: Client, index: ArticleIndexPage
) -> None:
    reviewed(index, "Soon", due_in=30)
    reviewed(index, "Overdue", due_in=-1)
    reviewed(index, "In years", due_in=700)
    reviewed(index, "A draft", due_in=-1, live=False)
    reviewed(index, "No health text", due_in=-1, health_text=False)
    ArticlePageFactory(parent=index, title="Never")
    for name in ("reviews_due", "reviews_due_results"):
        response = admin_client.get(reverse(name))
        titles = [page.title for page in response.context["object_list"]]
        assert titles == ["Never", "Overdue", "Soon"]
    assert response.text.count("<strong>Overdue</strong>") == 1


def test_it_is_exported(admin_client: Client, index: ArticleIndexPage) -> None:
    reviewed(index, "Overdue", due_in=-1)
    response = admin_client.get(reverse("reviews_due"), {"export": "csv"})
    assert b"Overdue" in b"".join(response.streaming_content)


def test_who_may_edit_no_page_gets_nothing(
    client: Client, index: ArticleIndexPage, django_user_model: Any
) -> None:
    assert client.get(reverse("reviews_due")).status_code == 302
    user = django_user_model.objects.create_user("somebody")
    group = Group.objects.create(name="Visitors")
    group.permissions.add(
        *Group.objects.get(name="Editors").permissions.filter(codename="access_admin")
    )
    user.groups.add(group)
    client.force_login(user)
    reviewed(index, "Overdue", due_in=-1)
    response = client.get(reverse("reviews_due"), follow=True)
    assert "Overdue" not in response.text
    assert reverse("reviews_due") not in client.get(reverse("wagtailadmin_home")).text


def test_it_asks_as_often_for_one_as_for_twelve(
    admin_client: Client, index: ArticleIndexPage
) -> None:
    def queries() -> int:
        admin_client.get(reverse("reviews_due"))
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(reverse("reviews_due"))
        return len(captured)

    reviewed(index, "One", due_in=-1)
    one = queries()
    for number in range(11):
        reviewed(index, f"More {number}", due_in=-1)
    assert queries() == one
