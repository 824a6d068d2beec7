"""Parts of pages are kept for strangers, for an edition, and never with anything of one reader in them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

from cms.fragments import fragment
from cms.middleware import PageMemory
from cms.models import Edition

Ask = Callable[..., list[str]]


@pytest.fixture
def ask(settings: Any, rf: RequestFactory, db: None) -> Ask:
    """What a template tag gives to two requests, one after the other, that make "1", "2", and so on."""
    settings.PAGE_MEMORY_SECONDS = 600
    made: list[str] = []

    def make() -> str:
        made.append("")
        return str(len(made))

    def ask(
        *keys: Any, act: Callable[[HttpRequest], object] = lambda request: None, **extra: Any
    ) -> list[str]:
        given: list[str] = []

        def view(request: HttpRequest) -> HttpResponse:
            def part() -> str:
                act(request)
                return make()

            given.append(fragment(request, "part", keys, part))
            return HttpResponse()

        memory = PageMemory(view)
        for _ in range(2):
            memory(rf.get("/?utm_source=letter", **extra))
        return given

    return ask


def test_a_part_is_made_once_for_all_strangers(ask: Ask) -> None:
    assert ask() == ["1", "1"]
    assert ask() == ["1", "1"]


def test_it_depends_on_its_keys_the_host_the_scheme_and_the_language(ask: Ask) -> None:
    assert ask(7) == ["1", "1"]
    assert ask(8) == ["2", "2"]
    assert ask(7, headers={"host": "127.0.0.1"}) == ["3", "3"]
    assert ask(7, secure=True) == ["4", "4"]
    with translation.override("de"):
        assert ask(7) == ["5", "5"]
    assert ask(7) == ["1", "1"]


def test_a_new_edition_makes_it_anew(ask: Ask) -> None:
    assert ask() == ["1", "1"]
    Edition.objects.move()
    assert ask() == ["2", "2"]


def test_it_holds_no_longer_than_pages_do(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask() == ["1", "1"]
    moment = time.monotonic() + 601
    monkeypatch.setattr(time, "monotonic", lambda: moment)
    assert ask() == ["2", "2"]


@pytest.mark.parametrize(
    "headers", [{"cookie": "sessionid=x"}, {"cookie": "a=b"}, {"authorization": "Basic x"}]
)
def test_who_says_who_they_are_gets_it_fresh_and_leaves_nothing(
    ask: Ask, headers: dict[str, str]
) -> None:
    assert ask(headers=headers) == ["1", "2"]
    assert ask() == ["3", "3"]
    assert ask(headers=headers) == ["4", "5"]


def test_a_preview_gets_it_fresh_and_leaves_nothing(settings: Any, rf: RequestFactory) -> None:
    request = rf.get("/")
    request.edition = 1
    assert fragment(request, "part", (), lambda: "published") == "published"
    preview = rf.get("/")
    preview.edition, preview.is_preview = 1, True
    assert fragment(preview, "part", (), lambda: "draft") == "draft"
    settings.PAGE_MEMORY_SECONDS = 600
    request.edition = 2
    preview.edition = 2
    assert fragment(preview, "part", (), lambda: "draft") == "draft"
    assert fragment(request, "part", (), lambda: "published") == "published"


def test_a_part_with_the_token_of_a_form_is_not_kept(ask: Ask) -> None:
    assert ask(act=get_token) == ["1", "2"]


def test_a_part_with_a_nonce_is_not_kept(ask: Ask) -> None:
    def use_a_nonce(request: HttpRequest) -> None:
        request.csp_nonce = "abc"

    assert ask(act=use_a_nonce) == ["1", "2"]


def test_nothing_is_kept_while_the_memory_is_off(ask: Ask, settings: Any) -> None:
    settings.PAGE_MEMORY_SECONDS = 0
    assert ask() == ["1", "2"]


def test_the_tag_keeps_what_stands_in_it_by_its_keys(rf: RequestFactory, settings: Any) -> None:
    settings.PAGE_MEMORY_SECONDS = 600
    template = Template(
        "{% load fragment_tags %}{% fragment 'menu' key %}<b>{{ word }}</b>{% endfragment %}"
    )
    request = rf.get("/")
    request.edition = 1

    def render(**words: str) -> str:
        return template.render(Context({"request": request, **words}))

    assert render(key="a", word="<one>") == "<b>&lt;one&gt;</b>"
    assert render(key="a", word="two") == "<b>&lt;one&gt;</b>"
    assert render(key="b", word="two") == "<b>two</b>"


def test_the_tag_works_where_there_is_no_request() -> None:
    template = Template("{% load fragment_tags %}{% fragment 'menu' %}words{% endfragment %}")
    assert template.render(Context()) == "words"


def test_a_fragment_without_a_name_is_a_mistake() -> None:
    with pytest.raises(TemplateSyntaxError, match="name"):
        Template("{% load fragment_tags %}{% fragment %}words{% endfragment %}")
