"""The edition moves with everything that a page may show, once for each commit, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.migrations.state import ProjectState
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from articles.models import ArticlePage
from cms.models import Author, Edition, Picture, SiteSettings, StandardPage
from cms.throttle import allow
from podcast.models import EpisodePage
from stats.counting import count_view
from tests.cms.kept_pages import Commit
from tests.factories import (
    AuthorFactory,
    CategoryFactory,
    ContactPageFactory,
    PictureFactory,
    StandardPageFactory,
)

Moves = Callable[[Callable[[], object]], int]


@pytest.fixture
def moves(site: Site, commit: Commit) -> Moves:
    """By how much the edition moves when that is committed."""

    def count(act: Callable[[], object]) -> int:
        before = Edition.objects.current()
        with commit():
            act()
        return Edition.objects.current() - before

    return count


@pytest.fixture
def about(site: Site) -> StandardPage:
    return StandardPageFactory()


CHANGES: dict[str, Callable[[StandardPage], object]] = {
    "published": lambda page: page.save_revision().publish(),
    "unpublished": lambda page: page.unpublish(),
    "deleted": lambda page: page.delete(),
    "moved": lambda page: page.move(StandardPageFactory(), "first-child"),
    "written by code": lambda page: page.save(),
    "born live": lambda page: StandardPageFactory(),
    "restricted": lambda page: PageViewRestriction.objects.create(page=page),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_moves_when_a_page_is(change: str, moves: Moves, about: StandardPage) -> None:
    assert moves(lambda: CHANGES[change](about)) >= 1


@pytest.mark.parametrize("make", [AuthorFactory, CategoryFactory, PictureFactory])
def test_it_moves_with_what_pages_show(make: Callable[[], Any], moves: Moves, site: Site) -> None:
    thing = make()
    assert moves(thing.save) == 1
    assert moves(thing.delete) == 1


def test_it_moves_with_the_settings_the_redirects_and_the_site(moves: Moves, site: Site) -> None:
    assert moves(lambda: SiteSettings.for_site(site).save()) >= 1
    assert moves(lambda: Redirect.objects.create(old_path="/a", redirect_link="/b")) == 1
    assert moves(site.save) == 1


def test_it_does_not_move_while_a_draft_is_written(moves: Moves, about: StandardPage) -> None:
    about.title = "Not yet"
    assert moves(about.save_revision) == 0
    assert moves(lambda: StandardPageFactory(live=False)) == 0


def test_it_does_not_move_with_what_no_page_shows(moves: Moves, site: Site) -> None:
    assert moves(lambda: get_user_model().objects.create(username="ada")) == 0


def test_no_visitor_moves_it_by_reading_or_by_writing_to_the_practice(
    moves: Moves, about: StandardPage
) -> None:
    contact = ContactPageFactory()
    assert moves(lambda: count_view(about.pk)) == 0
    assert moves(lambda: allow(key="a visitor", capacity=5, seconds=600)) == 0
    assert moves(lambda: FormSubmission.objects.create(page=contact, form_data={})) == 0


def test_it_moves_once_for_all_that_a_commit_changes(moves: Moves, about: StandardPage) -> None:
    def much() -> None:
        for name in ("Ada", "Ben", "Cleo"):
            AuthorFactory(name=name)
        about.save_revision().publish()

    assert moves(much) == 1


def take_back() -> None:
    with transaction.atomic():
        AuthorFactory(name="Ada")
        transaction.set_rollback(True)


def test_it_moves_when_only_a_part_of_the_work_is_taken_back(moves: Moves) -> None:
    def half() -> None:
        take_back()
        AuthorFactory(name="Ben")

    assert moves(half) == 1


def test_it_does_not_move_when_all_is_taken_back(moves: Moves) -> None:
    assert moves(take_back) == 0


def test_it_does_not_move_in_a_migration(moves: Moves) -> None:
    """The models of a migration are made for it; the editions' table may be still to come."""
    old = ProjectState.from_apps(apps).apps.get_model("cms", "Author")
    assert moves(lambda: old.objects.create(name="Ada", slug="ada")) == 0


def test_the_settings_name_only_what_there_is(settings: Any) -> None:
    labels = {model._meta.label for model in apps.get_models()}
    known = labels | {config.label for config in apps.get_app_configs()}
    assert known >= settings.NOT_ON_PAGES


def test_nothing_that_editors_see_on_pages_is_named_there(settings: Any) -> None:
    shown = {Author, Picture, SiteSettings, Redirect, Site, PageViewRestriction, Page}
    shown |= {ArticlePage, EpisodePage}
    for model in shown:
        assert settings.NOT_ON_PAGES.isdisjoint({model._meta.app_label, model._meta.label})
