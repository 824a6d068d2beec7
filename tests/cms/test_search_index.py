"""The search index follows every change, and publishers never wait for each other's entries."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Lock

import pytest
from django.core.management import call_command
from django.db import Error, connection, transaction
from pytest_django.fixtures import Settings
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from cms.models import Author, Picture, StandardPage
from podcast.models import Recording
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    PictureFactory,
    RecordingFactory,
    StandardPageFactory,
)

PUBLISHERS = 3
WAGTAILS_OWN = {"default": {"BACKEND": "wagtail.search.backends.database"}}

needs_row_locks = pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="SQLite has one writer at a time, so nothing can deadlock: run make test for PostgreSQL",
)


@contextmanager
def own_connection() -> Iterator[None]:
    try:
        yield
    finally:
        connection.close()


def save_while_each_holds_its_own_entry() -> list[Exception]:
    """Two publishers save two pages, each in a transaction that has already saved its page once."""
    pages = [StandardPageFactory(title=f"Heron {number}") for number in range(2)]
    # As after a title of average length.
    IndexEntry.objects.update(title_norm=1.0)
    both_hold_one = Barrier(2, timeout=30)
    errors = []

    def publish(page: StandardPage) -> None:
        with own_connection():
            try:
                with transaction.atomic():
                    entries = IndexEntry.objects.filter(object_id=str(page.pk))
                    list(entries.select_for_update())
                    both_hold_one.wait()
                    page.save()
            except Error as error:
                errors.append(error)

    with ThreadPoolExecutor(2) as publishers:
        list(publishers.map(publish, pages))
    return errors


@needs_row_locks
@pytest.mark.django_db(transaction=True)
def test_wagtails_own_index_deadlocks_so_ours_is_still_needed(settings: Settings) -> None:
    settings.WAGTAILSEARCH_BACKENDS = WAGTAILS_OWN
    assert save_while_each_holds_its_own_entry()


@needs_row_locks
@pytest.mark.django_db(transaction=True)
def test_pages_saved_at_once_do_not_wait_for_each_others_entries() -> None:
    assert save_while_each_holds_its_own_entry() == []


@pytest.mark.django_db(transaction=True)
def test_three_publishers_at_once_lose_no_publish_and_no_entry() -> None:
    # Titles of one length, so that all norms are 1.0: the worst that can happen to Wagtail's own.
    pages = [StandardPageFactory(title=f"Heron {number}") for number in range(PUBLISHERS)]
    done, lock = [], Lock()

    def publish(pk: int) -> None:
        with own_connection():
            for turn in range(10):
                page = StandardPage.objects.get(pk=pk)
                page.title = f"Stork {pk % 10} {turn}"
                with transaction.atomic():
                    page.save_revision().publish()
                with lock:
                    done.append(page.title)

    with ThreadPoolExecutor(PUBLISHERS) as publishers:
        list(publishers.map(publish, [page.pk for page in pages]))
    assert len(done) == PUBLISHERS * 10
    assert found("stork", StandardPage) == {page.title for page in StandardPage.objects.all()}
    assert found("heron", StandardPage) == set()


def found(words: str, model: type) -> set[str]:
    return {str(thing) for thing in get_search_backend().search(words, model)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("factory", "field", "model"),
    [
        (StandardPageFactory, "title", StandardPage),
        (AuthorFactory, "name", Author),
        (PictureFactory, "title", Picture),
        (RecordingFactory, "title", Recording),
    ],
    ids=["page", "snippet", "picture", "recording"],
)
def test_what_is_saved_is_found_by_its_new_name_only_and_what_is_deleted_not_at_all(
    factory: type, field: str, model: type
) -> None:
    thing = factory(**{field: "Heron"})
    assert found("heron", model) == {"Heron"}
    setattr(thing, field, "Stork")
    thing.save()
    assert (found("heron", model), found("stork", model)) == (set(), {"Stork"})
    pk = str(thing.pk)
    thing.delete()
    assert found("stork", model) == set()
    assert not IndexEntry.objects.filter(object_id=pk, title__contains="tork").exists()


@pytest.mark.django_db
def test_a_picture_is_found_by_a_tag_that_was_added_in_the_admin(admin_client: object) -> None:
    picture = PictureFactory(title="Bird")
    answer = admin_client.post(
        f"/admin/images/{picture.pk}/",
        {"title": "Bird", "tags": "heron", "collection": picture.collection_id},
    )
    assert answer.status_code == 302
    assert found("heron", Picture) == {"Bird"}


@pytest.mark.django_db
def test_a_page_is_found_with_its_state_after_publish_unpublish_and_move() -> None:
    page = StandardPageFactory(title="Heron", live=False)
    live = StandardPage.objects.live()
    assert found("heron", live) == set()
    page.save_revision().publish()
    assert found("heron", live) == {"Heron"}
    StandardPage.objects.get().unpublish()
    assert found("heron", live) == set()
    StandardPage.objects.get().move(ArticlePageFactory().get_parent(), pos="last-child")
    assert found("heron", StandardPage) == {"Heron"}


@pytest.mark.django_db
def test_nothing_below_a_deleted_page_is_left_in_the_index() -> None:
    parent = StandardPageFactory(title="Heron")
    child = StandardPageFactory(title="Young heron", parent=parent)
    Page.objects.get(pk=parent.pk).delete()
    assert not IndexEntry.objects.filter(object_id__in=[str(parent.pk), str(child.pk)]).exists()


@pytest.mark.django_db
def test_the_shorter_title_comes_first_without_a_rebuild_and_after_one() -> None:
    StandardPageFactory(title="Heron " + "and a word more " * 8)
    StandardPageFactory(title="Heron")
    for rebuild in (False, True):
        if rebuild:
            call_command("update_index", verbosity=0)
        pages = get_search_backend().search("heron", StandardPage)
        assert [len(page.title) < 10 for page in pages] == [True, False]


@pytest.mark.django_db
def test_saving_a_page_writes_no_entry_but_its_own() -> None:
    page, other = (StandardPageFactory(title=title) for title in ("Heron", "Stork and more"))
    # Wagtail's own would take this for an entry that still waits for its norm.
    IndexEntry.objects.filter(object_id=str(other.pk)).update(title_norm=1.0)
    page.save()
    assert IndexEntry.objects.get(object_id=str(other.pk)).title_norm == 1.0
