"""What a stranger may see: the same answer however the lists ask, and never an old one after a change."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from cms.middleware import Reading
from cms.models import StandardPage, public_among
from cms.reading import reading
from tests.factories import StandardPageFactory


@pytest.fixture
def branch(site: Site) -> StandardPage:
    """A page with one below it, and one below that."""
    top = StandardPageFactory(title="top")
    StandardPageFactory(title="leaf", parent=StandardPageFactory(title="middle", parent=top))
    StandardPageFactory(title="apart")
    return top


def seen() -> set[str]:
    """The titles, by both ways to ask."""
    pages = StandardPage.objects.public_now()
    every = StandardPage.objects.values_list("pk", flat=True)
    assert {each.key for each in public_among(every)} == {each.pk for each in pages}
    return {each.title for each in pages}


def page(title: str) -> StandardPage:
    return StandardPage.objects.get(title=title)


def test_of_no_pages_none_is_public(db: None) -> None:
    assert public_among([]) == []


def test_all_is_seen_while_nothing_is_hidden(branch: StandardPage) -> None:
    assert seen() == {"top", "middle", "leaf", "apart"}


@pytest.mark.parametrize(
    ("title", "left"),
    [("top", {"apart"}), ("middle", {"top", "apart"}), ("leaf", {"top", "middle", "apart"})],
)
def test_a_page_hides_with_all_that_lies_below_it(
    branch: StandardPage, title: str, left: set[str]
) -> None:
    hidden = page(title)
    hidden.unpublish()
    assert seen() == left
    hidden.save_revision().publish()
    StandardPage.objects.filter(title=title).update(expire_at=timezone.now())
    assert seen() == left
    StandardPage.objects.filter(title=title).update(expire_at=None)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert seen() == left
    PageViewRestriction.objects.all().delete()
    assert seen() == {"top", "middle", "leaf", "apart"}


def test_an_alias_of_a_restricted_page_is_restricted(branch: StandardPage, site: Site) -> None:
    page("apart").create_alias(parent=site.root_page, update_slug="another")
    PageViewRestriction.objects.create(page=page("leaf"), restriction_type="login")
    assert StandardPage.objects.public_now().filter(title="apart").count() == 2
    PageViewRestriction.objects.create(
        page=StandardPage.objects.get(title="apart", alias_of=None), restriction_type="login"
    )
    assert "apart" not in seen()


def test_a_thousand_private_pages_are_no_burden(site: Site) -> None:
    """SQLite refuses conditions that are nested a thousand deep."""
    top = StandardPageFactory()
    for number in range(3):
        StandardPageFactory(title=f"private {number}", parent=top)
    restrictions = [
        PageViewRestriction(page=each, restriction_type="login")
        for each in Page.objects.filter(title__startswith="private")
        for _ in range(400)
    ]
    PageViewRestriction.objects.bulk_create(restrictions)
    assert not any(title.startswith("private") for title in seen())


def test_lists_ask_once_while_a_page_is_read(branch: StandardPage) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            for _ in range(3):
                list(StandardPage.objects.public_now())
        return len(captured)

    alone = cost()
    with reading():
        together = cost()
    assert alone - together == 2


def test_a_change_is_seen_at_once_where_something_is_written(branch: StandardPage) -> None:
    assert "leaf" in seen()
    branch.unpublish()
    assert "leaf" not in seen()


@pytest.mark.parametrize(("method", "asked"), [("get", 1), ("head", 1), ("post", 2)])
def test_only_requests_that_read_keep_what_they_were_told(
    branch: StandardPage, rf: RequestFactory, method: str, asked: int
) -> None:
    told: list[bool] = []

    def view(request: object) -> None:
        told.append("leaf" in seen())
        StandardPage.objects.filter(pk=branch.pk).update(live=False)
        told.append("leaf" in seen())

    Reading(view)(getattr(rf, method)("/"))
    assert len(set(told)) == asked
    assert "leaf" not in seen()


def test_nothing_is_kept_from_one_request_to_the_next(
    branch: StandardPage, rf: RequestFactory
) -> None:
    told: list[set[str]] = []
    memory = Reading(lambda request: told.append(seen()))
    memory(rf.get("/"))
    branch.unpublish()
    memory(rf.get("/"))
    assert "leaf" in told[0]
    assert "leaf" not in told[1]
