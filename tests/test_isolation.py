"""A transactional test leaves the next one the rows that the migrations made, in any order."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, Locale, Page, Site

from home.models import HomePage
from tests.factories import ArticlePageFactory, HomePageFactory
from users.models import User


def assert_database_is_as_migrated() -> None:
    assert Locale.objects.count() == 1
    assert Collection.objects.count() == 1
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    assert [page.numchild for page in Page.objects.order_by("path")] == [1, 0]
    assert set(Group.objects.values_list("name", flat=True)) == {"Editors", "Moderators"}
    assert Permission.objects.filter(group__name="Editors", codename="access_admin").exists()
    assert not User.objects.exists()
    assert not list(Page.objects.search("words"))


@pytest.mark.parametrize("run", ["before", "after"])
@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_finds_and_may_change_everything(run: str) -> None:
    assert_database_is_as_migrated()
    User.objects.create_superuser("editor")
    article = ArticlePageFactory()
    assert [hit.pk for hit in Page.objects.search("words")] == [article.pk]
    Site.objects.update(root_page=HomePageFactory(parent=Page.get_first_root_node()))
    HomePage.objects.order_by("pk").first().delete()
    Group.objects.all().delete()


@pytest.mark.parametrize("run", ["before", "after"])
@pytest.mark.django_db
def test_an_ordinary_test_finds_and_may_change_everything(run: str) -> None:
    assert_database_is_as_migrated()
    User.objects.create_superuser("editor")
    article = ArticlePageFactory()
    assert [hit.pk for hit in Page.objects.search("words")] == [article.pk]
    Group.objects.all().delete()


def test_a_live_server_serves_the_database_as_migrated(live_server: object) -> None:
    assert_database_is_as_migrated()
