"""The memory of pages: cheap for strangers, never old for longer than said, never anybody's own page."""

from __future__ import annotations

import time
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from cms.middleware.pages import KeptPage, PageMemory
from cms.middleware.resending import Snapshot
from cms.models import Edition, StandardPage
from cms.packing import pack
from cms.page_caching import PUBLIC, offered_to_caches
from cms.shelf import Shelf
from tests.cms.kept_pages import Commit, Later, cost, queries, shelf_of
from tests.factories import ArticlePageFactory


class TestWhatIsGivenAgain:
    def test_a_page_asked_for_again_costs_no_query(
        self, visitor: Client, about: StandardPage
    ) -> None:
        first = visitor.get(about.url)
        with queries() as seen:
            second = visitor.get(about.url)
        assert seen == []
        assert second.content == first.content
        assert dict(second.items()) == dict(first.items())

    def test_it_is_the_page_that_the_view_makes(
        self, visitor: Client, client: Client, about: StandardPage, settings: Any
    ) -> None:
        visitor.get(about.url)
        kept = visitor.get(about.url)
        settings.PAGE_MEMORY_SECONDS = 0
        made = Client().get(about.url)
        assert kept.content == made.content
        of_the_body = {"ETag", "Content-Length", "Vary"}
        assert {name: value for name, value in kept.items() if name not in of_the_body} == {
            name: value for name, value in made.items() if name not in of_the_body
        }
        assert set(kept["Vary"].split(", ")) == {"Accept-Encoding", "Cookie"}

    @pytest.mark.parametrize("coding", ["br", "gzip"])
    def test_it_is_compressed_once_and_named_by_its_content(
        self, visitor: Client, about: StandardPage, coding: str
    ) -> None:
        plain = visitor.get(about.url)
        packed = visitor.get(about.url, headers={"accept-encoding": coding})
        assert packed["Content-Encoding"] == coding
        assert packed.content == pack([plain.content]).in_coding(coding)
        assert packed["ETag"] != plain["ETag"]

    def test_who_has_it_is_told_so(self, visitor: Client, about: StandardPage) -> None:
        etag = visitor.get(about.url)["ETag"]
        answer = visitor.get(about.url, headers={"if-none-match": etag})
        assert answer.status_code == 304
        assert answer.content == b""
        assert answer["Cache-Control"] == PUBLIC

    def test_head_is_answered_from_it_and_makes_none(
        self, visitor: Client, about: StandardPage
    ) -> None:
        visitor.head(about.url)
        assert len(shelf_of(visitor)) == 0
        whole = visitor.get(about.url)
        with queries() as seen:
            head = visitor.head(about.url)
        assert seen == []
        assert head.content == b""
        assert head["Content-Length"] == str(len(whole.content))
        assert head["ETag"] == whole["ETag"]

    def test_who_once_saw_a_form_is_a_stranger_all_the_same(
        self, visitor: Client, about: StandardPage
    ) -> None:
        first = visitor.get(about.url)
        visitor.get("/admin/login/")
        assert list(visitor.cookies) == ["csrftoken"]
        with queries() as seen:
            second = visitor.get(about.url)
        assert seen == []
        assert second.content == first.content

    def test_the_pages_of_a_list_are_kept_apart(self, visitor: Client, site: Any) -> None:
        articles = ArticlePageFactory.create_batch(13, parent=ArticlePageFactory().get_parent())
        index = articles[0].get_parent().url
        first, second = (visitor.get(f"{index}{query}").content for query in ("", "?page=2"))
        assert first != second
        assert visitor.get(index).content == first
        assert visitor.get(f"{index}?page=2").content == second


class TestWhenItIsOld:
    def test_a_publish_is_seen_a_second_later(
        self,
        visitor: Client,
        about: StandardPage,
        later: Later,
        commit: Commit,
    ) -> None:
        visitor.get(about.url)
        about.title = "Of our new house"
        with commit():
            about.save_revision().publish()
        assert b"new house" not in visitor.get(about.url).content
        later(1)
        assert b"new house" in visitor.get(about.url).content

    def test_a_page_that_is_taken_down_is_gone_a_second_later(
        self,
        visitor: Client,
        about: StandardPage,
        later: Later,
        commit: Commit,
    ) -> None:
        visitor.get(about.url)
        with commit():
            about.unpublish()
        later(1)
        assert visitor.get(about.url).status_code == 404

    def test_a_page_that_becomes_private_is_gone_a_second_later(
        self,
        visitor: Client,
        about: StandardPage,
        later: Later,
        commit: Commit,
    ) -> None:
        visitor.get(about.url)
        with commit():
            PageViewRestriction.objects.create(page=about, restriction_type="login")
        later(1)
        assert visitor.get(about.url).status_code == 302

    def test_a_page_that_expires_is_gone_when_its_time_in_memory_is_over(
        self, visitor: Client, about: StandardPage, later: Later
    ) -> None:
        visitor.get(about.url)
        StandardPage.objects.filter(pk=about.pk).update(expire_at=timezone.now())
        later(599)
        assert visitor.get(about.url).status_code == 200
        later(2)
        assert visitor.get(about.url).status_code == 404

    def test_what_is_changed_while_a_page_is_made_makes_it_old(
        self, settings: Any, rf: RequestFactory, db: None, later: Later
    ) -> None:
        settings.PAGE_MEMORY_SECONDS = 600
        words = ["old", "new"]

        def view(request: HttpRequest) -> HttpResponse:
            answer = HttpResponse(words.pop(0))
            # Somebody publishes what this answer no more could show.
            Edition.objects.move()
            return offered_to_caches(request, answer)

        memory = PageMemory(view)
        assert memory(rf.get("/")).content == b"old"
        later(1)
        assert memory(rf.get("/")).content == b"new"

    def test_a_page_that_took_long_does_not_take_the_place_of_a_newer_one(self) -> None:
        shelf: Shelf[KeptPage] = Shelf(most=10, most_bytes=10_000)
        key = ("http", "a.example", "/", "")
        old, new = (
            KeptPage(edition, time.monotonic() + 60, Snapshot("", None, pack([b"words"])), {})
            for edition in (1, 2)
        )
        shelf.put(key, new)
        shelf.put(key, old)
        assert shelf.find(key, 2) is new

    def test_a_language_that_another_process_began_is_known_a_second_later(
        self,
        visitor: Client,
        about: StandardPage,
        german: Locale,
        later: Later,
        commit: Commit,
    ) -> None:
        visitor.get(about.url)
        trees = cache.get(SITE_ROOT_PATHS_CACHE_KEY, version=SITE_ROOT_PATHS_CACHE_VERSION)
        with commit():
            for page in (about.get_parent().specific, about):
                page.copy_for_translation(german).save_revision().publish()
        # The other process cleared its own cache, and not ours.
        cache.set(SITE_ROOT_PATHS_CACHE_KEY, trees, version=SITE_ROOT_PATHS_CACHE_VERSION)
        later(1)
        assert f'href="/de{about.url}"' in visitor.get(about.url).text

    def test_readers_go_on_reading_while_the_database_is_away(
        self, visitor: Client, about: StandardPage, later: Later, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        visitor.get(about.url)
        monkeypatch.setattr(Edition._meta, "db_table", "gone_for_now")
        later(1)
        before = connection.needs_rollback
        assert visitor.get(about.url).status_code == 200
        connection.needs_rollback = before


class TestItsLimits:
    def test_it_holds_a_limited_number_of_pages(
        self, visitor: Client, about: StandardPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("cms.middleware.pages.MOST", 3)
        for number in range(1, 10):
            visitor.get(f"{about.url}?page={number}")
        assert len(shelf_of(visitor)) == 3
        assert cost(visitor, f"{about.url}?page=9") == 0

    def test_it_holds_a_limited_number_of_bytes(self) -> None:
        document = Snapshot("", None, pack([b"words"]))
        one = KeptPage(1, time.monotonic() + 60, document, {})
        shelf: Shelf[KeptPage] = Shelf(most=10, most_bytes=2 * one.size)
        for number in range(5):
            for _ in range(2):
                shelf.put(number, one)
        assert len(shelf) == 2
        assert shelf.size == 2 * one.size

    def test_what_is_asked_for_stays_when_others_must_go(self) -> None:
        one = KeptPage(1, time.monotonic() + 60, Snapshot("", None, pack([b"words"])), {})
        shelf: Shelf[KeptPage] = Shelf(most=3, most_bytes=10_000)
        for number in range(5):
            shelf.put(number, one)
            shelf.find(0, 1)
        assert [number for number in range(5) if shelf.find(number, 1)] == [0, 3, 4]

    def test_it_is_the_same_for_many_who_ask_at_once(
        self, settings: Any, rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.PAGE_MEMORY_SECONDS = 600
        monkeypatch.setattr("cms.middleware.pages.MOST", 4)
        monkeypatch.setattr("cms.middleware.pages.EditionWatch.number", lambda watch: 1)
        memory = PageMemory(lambda request: offered_to_caches(request, HttpResponse(request.path)))
        start = Barrier(4)
        wrong: list[str] = []

        def read() -> None:
            start.wait()
            for n in range(200):
                path = f"/{n % 7}/"
                if memory(rf.get(path)).content.decode() != path:
                    wrong.append(path)

        readers = [Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        assert wrong == []
        assert len(memory._shelf) == 4
        assert memory._shelf.size == sum(each.size for each in memory._shelf._things.values())
