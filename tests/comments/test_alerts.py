"""A reader is told of replies by e-mail: only if the owner of the address said yes, until they say no."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse

from articles.models import ArticlePage
from comments.alerts.tasks import ask_to_confirm, tell_of_reply
from comments.alerts.tokens import token_of
from comments.deciding import decide
from comments.models import Comment, ReplyAlert, Status
from tests.background import tasks, waiting, work, work_when_due
from tests.comments.readers import Reader
from tests.factories import CommentFactory


@pytest.fixture
def wished(article: ArticlePage) -> Comment:
    """A comment that waits, with an alert that nobody has confirmed."""
    comment = CommentFactory(page=article, status=Status.PENDING, email="ada@reader.example")
    ReplyAlert.objects.create(comment=comment)
    return comment


@pytest.fixture
def told(wished: Comment, mailoutbox: list[EmailMessage], client: Client) -> Comment:
    """The same, approved and confirmed by its author."""
    decide([wished], Status.APPROVED, None)
    work()
    client.post(_address_in(mailoutbox.pop()), {"confirm": "1"})
    return wished


def _address_in(mail: EmailMessage) -> str:
    found = re.search(r"http://localhost(/comments/replies/\S+)", mail.body)
    assert found
    return found[1]


def answer(comment: Comment, **fields: Any) -> Comment:
    reply = CommentFactory(page=comment.page, parent=comment, status=Status.PENDING, **fields)
    decide([reply], Status.APPROVED, None)
    return reply


class TestAsking:
    def test_the_wish_is_stored_with_the_comment(self, reader: Reader) -> None:
        reader.send(wants_replies="on")
        assert ReplyAlert.objects.get().comment == Comment.objects.get()

    def test_nobody_is_written_to_before_somebody_has_read_the_comment(
        self, reader: Reader, mailoutbox: list[EmailMessage]
    ) -> None:
        reader.send(wants_replies="on")
        work()
        assert mailoutbox == []
        for status in (Status.SPAM, Status.REJECTED):
            decide([Comment.objects.get()], status, None)
        assert tasks(ask_to_confirm) == []

    def test_then_the_owner_of_the_address_is_asked_once(
        self, wished: Comment, mailoutbox: list[EmailMessage]
    ) -> None:
        decide([wished], Status.APPROVED, None)
        decide([wished], Status.PENDING, None)
        decide([wished], Status.APPROVED, None)
        work()
        (mail,) = mailoutbox
        assert mail.to == ["ada@reader.example"]
        assert wished.text not in mail.body
        assert wished.name not in mail.body

    def test_looking_at_the_address_confirms_nothing(
        self, wished: Comment, mailoutbox: list[EmailMessage], client: Client
    ) -> None:
        decide([wished], Status.APPROVED, None)
        work()
        response = client.get(_address_in(mailoutbox[0]))
        assert "Yes, tell me" in response.content.decode()
        assert ReplyAlert.objects.get().confirmed_at is None
        answer(wished)
        work()
        assert len(mailoutbox) == 1


class TestTelling:
    def test_a_reply_is_sent_when_it_is_approved(
        self, told: Comment, mailoutbox: list[EmailMessage]
    ) -> None:
        reply = answer(told, name="Tom", text="I agree <b>\nvery much.")
        work()
        (mail,) = mailoutbox
        assert mail.subject == "A reply to your comment on “Sleeping well”"
        assert "\n> I agree <b>\n> very much.\n" in mail.body
        assert f"#{reply.anchor}" in mail.body
        assert reply.email not in str(mail.message())

    def test_once_whatever_moderators_do(
        self, told: Comment, mailoutbox: list[EmailMessage]
    ) -> None:
        reply = answer(told)
        decide([reply], Status.REJECTED, None)
        decide([reply], Status.APPROVED, None)
        work()
        assert len(mailoutbox) == 1

    def test_nobody_is_told_of_an_answer_of_their_own(
        self, told: Comment, mailoutbox: list[EmailMessage]
    ) -> None:
        answer(told, email="ADA@reader.example")
        work()
        assert mailoutbox == []

    @pytest.mark.parametrize("what", ["unpublished", "rejected"])
    def test_nor_of_what_cannot_be_read_any_more(
        self, told: Comment, mailoutbox: list[EmailMessage], what: str
    ) -> None:
        reply = answer(told)
        if what == "unpublished":
            told.page.unpublish()
        else:
            decide([reply], Status.REJECTED, None)
        work()
        assert mailoutbox == []

    def test_a_title_with_lines_makes_no_header(
        self, told: Comment, mailoutbox: list[EmailMessage]
    ) -> None:
        told.page.title = "Two\r\nBcc: all@reader.example"
        told.page.save()
        answer(told)
        work()
        assert mailoutbox[0].recipients() == ["ada@reader.example"]

    def test_a_mail_server_that_fails_is_asked_again(
        self, told: Comment, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*args: object) -> int:
            raise OSError("no route for ada@reader.example")

        with monkeypatch.context() as patch:
            patch.setattr(EmailBackend, "send_messages", refuse)
            answer(told)
            work()
        (again,) = waiting(tell_of_reply)
        assert "ada" not in str(again.args_kwargs)
        work_when_due()
        assert len(mailoutbox) == 1


class TestStopping:
    def test_mail_programs_find_a_button_that_needs_no_more_than_a_post(
        self, told: Comment, mailoutbox: list[EmailMessage]
    ) -> None:
        answer(told)
        work()
        headers = mailoutbox[0].extra_headers
        assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")
        program = Client(enforce_csrf_checks=True)
        body = {"List-Unsubscribe": "One-Click"}
        assert program.post(address, body).status_code == 200
        assert program.post(address, body).status_code == 200
        answer(told, text="Another")
        work()
        assert len(mailoutbox) == 1

    @pytest.mark.parametrize("token", ["1", "1:forged", ":"])
    def test_an_address_that_was_made_up_does_nothing(
        self, told: Comment, client: Client, token: str
    ) -> None:
        assert client.post(reverse("reply_alert", args=[token])).status_code == 404
        assert ReplyAlert.objects.exists()

    def test_the_page_is_for_nobody_else(self, told: Comment, client: Client) -> None:
        response = client.get(reverse("reply_alert", args=[token_of(ReplyAlert.objects.get())]))
        assert "Stop these e-mails" in response.content.decode()
        assert "ada@reader.example" not in response.content.decode()
        assert "no-store" in response["Cache-Control"]

    def test_other_methods_are_refused(self, told: Comment, client: Client) -> None:
        address = reverse("reply_alert", args=[token_of(ReplyAlert.objects.get())])
        assert client.put(address).status_code == 405
