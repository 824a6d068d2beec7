"""What the memory of pages must never keep, and what other caches are told of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction, Site, get_page_models

from articles.models import ArticleIndexPage, ArticlePage
from cms.middleware.pages import PageMemory
from cms.models import StandardPage
from cms.page_caching import PRIVATE, PUBLIC, offered_to_caches
from tests.cms.kept_pages import cost, queries, shelf_of
from tests.factories import (
    ArticlePageFactory,
    ContactPageFactory,
    EpisodePageFactory,
    StandardPageFactory,
)


class TestWhatIsNeverKept:
    """The list of threats: each of these would show somebody what is not for them."""

    @pytest.fixture
    def kept_of(self, settings: Any, rf: RequestFactory, db: None) -> Callable[..., int]:
        """How many pages a process keeps after one request to a view that answers so."""
        settings.PAGE_MEMORY_SECONDS = 600

        def ask(view: Callable[[HttpRequest], HttpResponse], **request: Any) -> int:
            def page(request: HttpRequest) -> HttpResponse:
                return offered_to_caches(request, view(request))

            memory = PageMemory(page)
            memory(rf.get(request.pop("path", "/"), **request))
            return len(memory._shelf)

        return ask

    def test_a_plain_page_is_kept(self, kept_of: Callable[..., int]) -> None:
        """Without this, the others would prove nothing."""
        assert kept_of(lambda request: HttpResponse("words")) == 1

    @pytest.mark.parametrize("status", [301, 302, 403, 404, 410, 500, 503])
    def test_an_answer_that_is_no_page(self, kept_of: Callable[..., int], status: int) -> None:
        assert kept_of(lambda request: HttpResponse(status=status)) == 0

    def test_an_answer_that_sets_a_cookie(self, kept_of: Callable[..., int]) -> None:
        def view(request: HttpRequest) -> HttpResponse:
            response = HttpResponse("words")
            response.set_cookie("csrftoken", "of one reader")
            return response

        assert kept_of(view) == 0

    @pytest.mark.parametrize(
        "policy", ["Content-Security-Policy", "Content-Security-Policy-Report-Only"]
    )
    def test_a_page_that_holds_a_nonce(self, kept_of: Callable[..., int], policy: str) -> None:
        nonce = {policy: "script-src 'self' 'nonce-abc'"}
        assert kept_of(lambda request: HttpResponse("words", headers=nonce)) == 0

    @pytest.mark.parametrize("vary", ["*", "Accept-Language", "Cookie, User-Agent"])
    def test_a_page_that_depends_on_what_the_key_does_not_hold(
        self, kept_of: Callable[..., int], vary: str
    ) -> None:
        assert kept_of(lambda request: HttpResponse("words", headers={"Vary": vary})) == 0

    def test_a_page_that_was_compressed_before(self, kept_of: Callable[..., int]) -> None:
        packed = {"Content-Encoding": "gzip"}
        assert kept_of(lambda request: HttpResponse(b"words", headers=packed)) == 0

    @pytest.mark.parametrize(
        "headers",
        [
            {"cookie": "sessionid=x"},
            {"cookie": "other=x"},
            {"cookie": "csrftoken=x; sessionid=y"},
            {"cookie": "sessionid=y; csrftoken=x"},
            {"cookie": "csrftokens=x"},
            {"authorization": "Basic x"},
        ],
    )
    def test_a_page_for_somebody_who_says_who_they_are(
        self, kept_of: Callable[..., int], headers: dict[str, str]
    ) -> None:
        assert kept_of(lambda request: HttpResponse("words"), headers=headers) == 0

    @pytest.mark.parametrize(
        "path", ["/?", "/?page=0", "/?page=x", "/?page=12345", "/?page=1&a=b", "/?utm_source=x"]
    )
    def test_only_the_numbers_of_pages_are_known_queries(
        self, kept_of: Callable[..., int], path: str
    ) -> None:
        assert kept_of(lambda request: HttpResponse("words"), path=path) == (path == "/?")

    def test_an_answer_that_no_page_type_has_offered(
        self, settings: Any, rf: RequestFactory, db: None
    ) -> None:
        settings.PAGE_MEMORY_SECONDS = 600
        memory = PageMemory(lambda request: HttpResponse("search results"))
        memory(rf.get("/search/"))
        assert len(memory._shelf) == 0

    def test_a_preview(self, kept_of: Callable[..., int]) -> None:
        def view(request: HttpRequest) -> HttpResponse:
            request.is_preview = True
            return HttpResponse("a draft")

        assert kept_of(view) == 0

    def test_a_form_with_a_token(
        self, visitor: Client, about: StandardPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def with_token(self: StandardPage, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            return {"token": get_token(request), "page": self, "request": request}

        monkeypatch.setattr(StandardPage, "get_context", with_token)
        # The second time with the cookie that came with the first form.
        for _ in range(2):
            assert visitor.get(about.url)["Cache-Control"] == PRIVATE
            assert len(shelf_of(visitor)) == 0

    def test_of_all_page_types_none_that_is_kept_holds_a_token(
        self, visitor: Client, about: StandardPage
    ) -> None:
        ArticlePageFactory()
        EpisodePageFactory()
        contact = ContactPageFactory()
        pages = [page for page in Page.objects.live().specific() if page.get_site()]
        assert {type(page) for page in pages} == {
            model for model in get_page_models() if model is not Page
        }
        for cookie in ("", f"csrftoken={'a' * 32}"):
            for page in pages:
                assert visitor.get(page.url, headers={"cookie": cookie}).status_code == 200
        kept = shelf_of(visitor)._things.items()
        assert {path for (_scheme, _host, path, _query), _kept in kept} == {
            page.url for page in pages if page.pk != contact.pk
        }
        for _key, page in kept:
            assert b"csrfmiddlewaretoken" not in page.document.read().in_coding("")

    def test_a_page_with_a_message_to_one_reader(
        self, visitor: Client, about: StandardPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def with_message(self: StandardPage, request: HttpRequest, *args: Any, **kw: Any) -> Any:
            messages.success(request, "Thank you, Ada.")
            return {"page": self, "request": request}

        monkeypatch.setattr(StandardPage, "get_context", with_message)
        assert visitor.get(about.url)["Cache-Control"] == PRIVATE
        assert len(shelf_of(visitor)) == 0

    def test_a_restricted_page_even_for_who_may_see_it(
        self, settings: Any, admin_client: Client, visitor: Client, about: StandardPage
    ) -> None:
        PageViewRestriction.objects.create(page=about, restriction_type="login")
        seen = admin_client.get(about.url)
        assert seen.status_code == 200
        assert "no-store" in seen["Cache-Control"]
        assert "private" in seen["Cache-Control"]
        assert visitor.get(about.url).status_code == 302
        assert len(shelf_of(visitor)) == len(shelf_of(admin_client)) == 0

    def test_an_editors_page_with_its_userbar(
        self, settings: Any, admin_client: Client, visitor: Client, about: StandardPage
    ) -> None:
        settings.PAGE_MEMORY_SECONDS = 600
        assert "wagtail-userbar" not in visitor.get(about.url).content.decode()
        seen = admin_client.get(about.url)
        assert "wagtail-userbar" in seen.content.decode()
        assert seen["Cache-Control"] == PRIVATE
        assert len(shelf_of(admin_client)) == 0
        assert "wagtail-userbar" not in visitor.get(about.url).content.decode()

    @pytest.mark.parametrize("deep", [True, False], ids=["article", "home page"])
    def test_an_editor_reads_pages_of_any_depth(
        self, site: Site, admin_client: Client, deep: bool
    ) -> None:
        page = ArticlePageFactory() if deep else site.root_page
        assert "wagtail-userbar" in admin_client.get(page.url).text

    def test_a_draft_and_a_page_that_is_not_there(
        self, visitor: Client, about: StandardPage
    ) -> None:
        draft = StandardPageFactory(live=False)
        for url in (draft.url, "/nowhere/", "/search/?query=house", "/admin/login/"):
            visitor.get(url)
        assert len(shelf_of(visitor)) == 0

    def test_an_answer_at_another_host_or_scheme(
        self, visitor: Client, about: StandardPage
    ) -> None:
        visitor.get(about.url)
        assert visitor.get(about.url, headers={"host": "evil.example"}).status_code == 400
        assert cost(visitor, about.url, secure=True) > 0
        assert cost(visitor, about.url, headers={"host": "127.0.0.1"}) > 0

    def test_anything_but_a_get(self, visitor: Client, about: StandardPage) -> None:
        visitor.get(about.url)
        with queries() as seen:
            visitor.post(about.url)
        assert seen


class TestWhatCachesAreTold:
    """Whether or not the process keeps pages itself."""

    @pytest.mark.parametrize("seconds", [0, 600])
    def test_a_page_for_everybody_may_be_kept_by_all(
        self, settings: Any, about: StandardPage, seconds: int
    ) -> None:
        settings.PAGE_MEMORY_SECONDS = seconds
        assert Client().get(about.url)["Cache-Control"] == PUBLIC

    @pytest.mark.parametrize("page_type", [ArticleIndexPage, ArticlePage])
    def test_pages_with_routes_of_their_own_are_pages_too(
        self, client: Client, site: Any, page_type: type
    ) -> None:
        ArticlePageFactory()
        assert client.get(page_type.objects.first().url)["Cache-Control"] == PUBLIC

    def test_a_preview_is_for_its_editor_alone(self, about: StandardPage) -> None:
        assert about.make_preview_request()["Cache-Control"] == "private"

    def test_what_was_searched_for_is_for_who_searched(self, client: Client, site: Any) -> None:
        assert "private" in client.get("/search/?query=house")["Cache-Control"]
