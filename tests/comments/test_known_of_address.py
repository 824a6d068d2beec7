"""Who may see addresses answers a reader who asks what is stored, and erases it where they may moderate."""

from __future__ import annotations

import json
import logging
from typing import Any

import lxml.html
import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry

from articles.models import ArticlePage
from comments.admin.known_of_address import SHOWN
from comments.deciding import edit
from comments.models import Comment, Status
from tests.comments.moderators import client_of, member
from tests.comments.test_inert_in_admin import MARK, POLYGLOTS, assert_nothing_alive
from tests.factories import CommentFactory

PAGE = "/admin/reports/known-of-address/"
DOWNLOAD, ERASE = f"{PAGE}download/", f"{PAGE}erase/"
ADDRESS = "ada@reader.example"
SURE = {"email": ADDRESS, "confirmed": "1"}


@pytest.fixture
def theirs(article: ArticlePage) -> Comment:
    """One of Ada's two comments, with what it said before; somebody else has said something too."""
    CommentFactory(page=article, email=ADDRESS, text="Only this.", status=Status.SPAM)
    comment = CommentFactory(page=article, email="Ada@reader.example", text="Once", name="Ada")
    edit(comment, name="Ada", text="Now this", user=None)
    CommentFactory(page=article, email="tom@reader.example", text="Not hers")
    return comment


@pytest.fixture
def client(db: None) -> Client:
    """The browser of somebody who may do both."""
    return client_of(member("trusted", "moderate_comment", "see_addresses"))


def send(client: Client, path: str = PAGE, **typed: str) -> HttpResponse:
    return client.post(path, {"email": ADDRESS, **typed})


class TestWhoMay:
    @pytest.mark.parametrize("method", ["get", "post", "put"])
    @pytest.mark.parametrize("path", [PAGE, DOWNLOAD, ERASE])
    @pytest.mark.parametrize("who", [None, (), ("moderate_comment",), ("view_comment",)])
    def test_nobody_without_the_permission(
        self, theirs: Comment, who: tuple[str, ...] | None, path: str, method: str
    ) -> None:
        outsider = Client() if who is None else client_of(member("other", *who))
        response = getattr(outsider, method)(path, SURE if method == "post" else None)
        assert response.status_code in (302, 405)
        assert "Content-Disposition" not in response
        assert Comment.objects.count() == 3

    def test_who_may_not_moderate_erases_nothing(self, theirs: Comment) -> None:
        reader = client_of(member("officer", "see_addresses"))
        html = send(reader).text
        assert "Now this" in html
        assert ERASE not in html
        assert "/admin/comments/" not in html
        assert send(reader, DOWNLOAD).status_code == 200
        assert reader.post(ERASE, SURE).status_code == 302
        assert Comment.objects.count() == 3

    @pytest.mark.parametrize("path", [PAGE, DOWNLOAD, ERASE])
    def test_no_other_page_can_send_it(self, theirs: Comment, client: Client, path: str) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = client.cookies
        assert strict.post(path, SURE).status_code == 403
        assert Comment.objects.count() == 3

    @pytest.mark.parametrize(
        ("path", "method"),
        [(PAGE, "put"), (PAGE, "delete"), (DOWNLOAD, "get"), (ERASE, "get"), (ERASE, "delete")],
    )
    def test_other_methods_are_refused(self, client: Client, path: str, method: str) -> None:
        assert getattr(client, method)(path).status_code == 405

    def test_the_menu_shows_it_to_them_alone(self, client: Client, moderator: Client) -> None:
        officer = client_of(member("officer", "see_addresses"))
        menus = [PAGE in each.get("/admin/").text for each in (client, officer, moderator)]
        assert menus == [True, True, False]


class TestLooking:
    def test_all_that_is_stored_is_shown(self, theirs: Comment, client: Client) -> None:
        html = send(client, email="  ADA@reader.example ").text
        assert "2 comments are stored with ADA@reader.example" in html
        for words in ("Now this", "Once", "Only this.", "Sleeping well"):
            assert words in html
        assert "Not hers" not in html

    def test_the_latest_of_very_many(self, theirs: Comment, client: Client) -> None:
        CommentFactory.create_batch(SHOWN, page=theirs.page, email=ADDRESS)
        html = send(client).text
        assert "and 2 others" in html
        assert html.count("<article") == SHOWN

    @pytest.mark.parametrize("path", [PAGE, DOWNLOAD, ERASE])
    @pytest.mark.parametrize("typed", ["", "ada", "ada@", "%@%", "a\r\nb@c.example"])
    def test_what_is_no_address_is_said_to_be_none(
        self, theirs: Comment, client: Client, path: str, typed: str
    ) -> None:
        response = send(client, path, email=typed, confirmed="1")
        assert 'aria-invalid="true"' in response.text
        assert "Now this" not in response.text
        assert Comment.objects.count() == 3

    def test_nothing_is_stored_with_an_unknown_one(self, theirs: Comment, client: Client) -> None:
        for path in (PAGE, ERASE):
            html = send(client, path, email="nobody@reader.example", confirmed="1").text
            assert "0 comments are stored with nobody@reader.example" in html
            assert DOWNLOAD not in html
        assert not ModelLogEntry.objects.exists()

    @pytest.mark.parametrize("words", POLYGLOTS)
    def test_what_readers_typed_is_not_alive(
        self, theirs: Comment, client: Client, words: str
    ) -> None:
        edit(theirs, name=words[:60], text=words, user=None)
        edit(theirs, name=words[:60], text=words, user=None)
        Comment.objects.update(website=words)
        html = send(client).text
        assert MARK in html
        assert_nothing_alive(html)

    def test_the_address_gets_into_no_url_and_no_log(
        self, theirs: Comment, client: Client, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        forms = lxml.html.fromstring(send(client).text).forms
        assert all(form.method == "POST" for form in forms if "email" in form.fields)
        response = client.post(ERASE, SURE)
        assert response["Location"] == PAGE
        logged = [record for record in caplog.records if not record.name.startswith("django.db")]
        assert ADDRESS not in " ".join(record.getMessage() for record in logged).casefold()


class TestDownloading:
    def test_it_is_a_file_with_all_of_it(self, theirs: Comment, client: Client) -> None:
        response = send(client, DOWNLOAD)
        assert response["Content-Type"] == "application/json"
        assert response["Content-Disposition"] == 'attachment; filename="known-of-a-reader.json"'
        assert "no-store" in response["Cache-Control"]
        comments = json.loads(response.content)["comments"]
        assert [each["text"] for each in comments] == ["Only this.", "Now this"]
        assert comments[1]["former"][0]["text"] == "Once"
        assert {each["email"].casefold() for each in comments} == {ADDRESS}

    def test_of_an_unknown_address_it_is_empty(self, theirs: Comment, client: Client) -> None:
        response = send(client, DOWNLOAD, email="nobody@reader.example")
        assert json.loads(response.content) == {"comments": []}


class TestErasing:
    def test_it_asks_first(self, theirs: Comment, client: Client) -> None:
        html = send(client, ERASE).text
        assert f"Erase all 2 comments with {ADDRESS}?" in html
        assert "Yes, erase" in html
        assert Comment.objects.count() == 3

    def test_then_all_is_gone_but_what_others_said(self, theirs: Comment, client: Client) -> None:
        CommentFactory(page=theirs.page, parent=theirs, text="An answer")
        response = client.post(ERASE, SURE, follow=True)
        assert "2 comments were erased." in response.text
        assert ADDRESS not in response.text.casefold()
        left = Comment.objects.order_by("pk").values_list("text", "status")
        assert list(left) == [
            ("", Status.REMOVED),
            ("Not hers", Status.APPROVED),
            ("An answer", Status.APPROVED),
        ]
        assert "0 comments are stored" in send(client).text


def test_the_log_tells_who_did_it_and_not_to_whom(
    theirs: Comment, client: Client, admin_client: Client
) -> None:
    send(client, DOWNLOAD)
    client.post(ERASE, SURE)
    entries: list[Any] = list(ModelLogEntry.objects.order_by("pk").values())
    assert [entry["action"] for entry in entries] == ["comments.export", "comments.erase"]
    assert all(entry["data"] == {"comments": 2} for entry in entries)
    assert "reader.example" not in str(entries).casefold()
    history = admin_client.get("/admin/reports/site-history/").text
    assert "Downloaded 2 comments of a reader" in history
    assert "Erased 2 comments of a reader" in history
