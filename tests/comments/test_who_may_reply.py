"""Who may send a comment where: nothing is taken on pages that a stranger may not read, or from other sites' forms."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from articles.models import ArticlePage
from cms.guarded_form import LURE, OPENED
from comments.models import Comment
from tests.comments.readers import WORDS, Reader
from tests.contact_forms import opened
from tests.factories import StandardPageFactory


class TestStrangers:
    def test_a_draft_takes_nothing(self, reader: Reader) -> None:
        reader.page.unpublish()
        assert reader.send().status_code == 404

    def test_a_page_below_a_draft_takes_nothing(self, reader: Reader) -> None:
        reader.page.get_parent().unpublish()
        assert reader.send().status_code == 404

    def test_a_private_page_takes_nothing_from_strangers(
        self, reader: Reader, admin_client: Client
    ) -> None:
        PageViewRestriction.objects.create(page=reader.page, restriction_type="login")
        assert reader.send().status_code == 404
        assert Reader(admin_client, reader.page).send().status_code == 303

    def test_nor_one_of_another_site(self, reader: Reader) -> None:
        home = StandardPageFactory(
            parent=reader.page.get_root().get_parent() or reader.page.get_root()
        )
        Site.objects.create(hostname="other.example", root_page=home)
        index = reader.page.get_parent()
        index.move(home, pos="last-child")
        reader.page.refresh_from_db()
        assert reader.send().status_code == 404

    def test_nor_a_page_of_another_kind_nor_none(self, reader: Reader) -> None:
        reader.page = StandardPageFactory()
        assert reader.send().status_code == 404
        reader.page.pk = 987_654
        assert reader.send().status_code == 404

    @pytest.mark.parametrize("method", ["put", "patch", "delete"])
    def test_other_methods_are_refused(self, reader: Reader, method: str) -> None:
        response = getattr(reader.client, method)(
            reader.url, headers={"Sec-Fetch-Site": "same-origin"}
        )
        assert response.status_code == 405


class TestForged:
    @pytest.fixture
    def guarded(self, article: ArticlePage) -> Reader:
        return Reader(Client(enforce_csrf_checks=True), article)

    def test_a_form_of_our_page_needs_no_token(self, guarded: Reader) -> None:
        assert guarded.send().status_code == 303

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {},
        ],
    )
    def test_a_form_of_another_page_is_refused(
        self, guarded: Reader, headers: dict[str, str]
    ) -> None:
        typed = {**WORDS, LURE: "", OPENED: opened(60)}
        response = guarded.client.post(guarded.url, typed, headers=headers)
        assert response.status_code == 403
        assert not Comment.objects.exists()

    def test_a_browser_that_says_nothing_gets_through_with_the_token_of_the_reply_page(
        self, guarded: Reader
    ) -> None:
        html = guarded.client.get(guarded.url).content.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
        assert token
        typed = {**WORDS, LURE: "", OPENED: opened(60), "csrfmiddlewaretoken": token[1]}
        assert guarded.client.post(guarded.url, typed).status_code == 303
