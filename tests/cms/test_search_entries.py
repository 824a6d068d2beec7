"""The search's own index follows the pages, by whatever way they change."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from cms.models import SearchEntry
from cms.search.fulltext import ENTRIES, full_text
from cms.search.words import terms_of, words_of
from tests.factories import ArticlePageFactory, AuthorFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def found(query: str, kind: str = "") -> list[int]:
    return full_text().hits(ENTRIES, terms_of(words_of(query), "en"), kind=kind, limit=10)


def forget_words() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM cms_searchentry_words")
        else:
            cursor.execute("UPDATE cms_searchentry SET words = ''")


def test_a_page_is_found_by_its_new_words_only_and_when_deleted_not_at_all() -> None:
    page = StandardPageFactory(title="Heron")
    assert found("heron") == [page.pk]
    page.title = "Stork"
    page.save()
    assert (found("heron"), found("stork")) == ([], [page.pk])
    Page.objects.get(pk=page.pk).delete()
    assert found("stork") == []
    assert not SearchEntry.objects.filter(pk=page.pk).exists()


def test_a_draft_of_a_live_page_is_not_found_before_it_is_published() -> None:
    page = StandardPageFactory(title="Heron")
    page.title = "Stork"
    revision = page.save_revision()
    assert (found("heron"), found("stork")) == ([page.pk], [])
    revision.publish()
    assert (found("heron"), found("stork")) == ([], [page.pk])


def test_author_tags_and_description_are_words_of_an_article() -> None:
    page = ArticlePageFactory(
        author=AuthorFactory(name="Edda Heron"), search_description="Of storks."
    )
    page.tags.add("plover")
    page.save_revision().publish()
    assert found("heron") == found("stork") == found("plover") == [page.pk]


def test_a_kind_is_no_word_and_no_word_is_a_kind() -> None:
    page = StandardPageFactory(title="Heron article kind")
    assert found("heron", "page") == [page.pk]
    assert found("heron", "article") == []
    assert found("page") == []


def test_a_page_that_has_not_changed_is_not_written_again() -> None:
    page = StandardPageFactory(title="Heron")
    forget_words()
    page.save()
    assert found("heron") == []


def test_rebuilding_the_index_writes_every_word_anew() -> None:
    page = StandardPageFactory(title="Heron")
    forget_words()
    call_command("update_index", verbosity=0)
    assert found("heron") == [page.pk]


def test_a_page_of_very_many_words_is_indexed() -> None:
    text = " ".join(f"heron{number}" for number in range(40_000))
    page = StandardPageFactory(title="Long", body=[("paragraph", f"<p>{text}</p>")])
    assert found("heron9") == found("heron999") == [page.pk]


def test_the_level_of_a_heading_is_no_word_of_the_text() -> None:
    heading = ("heading", {"text": "Wading", "level": "3"})
    page = StandardPageFactory(title="Heron", body=[heading])
    assert found("wading") == [page.pk]
    assert found("3") == found("subsection") == []
