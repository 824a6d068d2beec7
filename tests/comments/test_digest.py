"""Moderators are told by e-mail what waits: once, without addresses, and whatever readers have typed."""

from __future__ import annotations

import email
import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from articles.models import ArticlePage
from comments.deciding import decide
from comments.digest import QUOTED, tell_moderators
from comments.models import Comment, CommentSettings, Status
from tests.comments.moderators import QUEUE
from tests.factories import ArticlePageFactory, CommentFactory, HomePageFactory

Outbox = list[EmailMessage]

PLANTED = [
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7|add:7 }}{% now 'Y' %}",
    "Ada\r\nBcc: all@victim.example\r\n\r\n<b>x",
    "Ada\n\nTo all of them: http://evil.example/",
    "=?utf-8?q?=0ABcc:_all=40victim.example?=",
    "Ada\u2028Subject: Two\x0bthree\x85four",
]


@pytest.fixture(autouse=True)
def told(comment_settings: CommentSettings) -> CommentSettings:
    """The settings of a practice that wishes to be told."""
    comment_settings.digest_to = "front@practice.example"
    comment_settings.save()
    return comment_settings


def tell(outbox: Outbox) -> list[EmailMessage]:
    """What is sent now."""
    outbox.clear()
    sent = tell_moderators()
    assert sent == len(outbox)
    return list(outbox)


def told_before(told: CommentSettings, comment: Comment) -> None:
    """A digest has told of ``comment``, before what comes now."""
    an_hour_ago = timezone.now() - timedelta(hours=1)
    Comment.objects.filter(pk=comment.pk).update(created_at=an_hour_ago)
    CommentSettings.objects.filter(pk=told.pk).update(told_at=an_hour_ago + timedelta(minutes=1))


class TestWhoIsTold:
    def test_every_address_in_the_settings_gets_it(
        self, told: CommentSettings, waiting: Comment, mailoutbox: Outbox
    ) -> None:
        told.digest_to = "front@practice.example, ada@practice.example,"
        told.save()
        mails = tell(mailoutbox)
        assert [mail.recipients() for mail in mails] == [
            ["front@practice.example"],
            ["ada@practice.example"],
        ]
        assert mails[0].extra_headers == {"Auto-Submitted": "auto-generated"}

    def test_nobody_where_there_is_none(
        self, told: CommentSettings, waiting: Comment, mailoutbox: Outbox
    ) -> None:
        told.digest_to = ""
        told.save()
        assert tell(mailoutbox) == []

    def test_each_site_tells_its_own(
        self, waiting: Comment, site: Site, mailoutbox: Outbox
    ) -> None:
        home = HomePageFactory(parent=site.root_page.get_parent(), slug="other-home")
        other = Site.objects.create(hostname="other.example", root_page=home)
        CommentSettings.objects.create(site=other, digest_to="other@practice.example")
        theirs = ArticlePageFactory(parent=home)
        CommentFactory(page=theirs, text="Theirs alone", status=Status.PENDING)
        bodies = {mail.to[0]: mail.body for mail in tell(mailoutbox)}
        assert set(bodies) == {"front@practice.example", "other@practice.example"}
        assert "Theirs alone" not in bodies["front@practice.example"]
        assert waiting.text not in bodies["other@practice.example"]


class TestWhen:
    def test_nothing_is_sent_where_nothing_waits(
        self, article: ArticlePage, mailoutbox: Outbox
    ) -> None:
        for status in set(Status) - {Status.PENDING}:
            CommentFactory(page=article, status=status, decided_at=timezone.now())
        assert tell(mailoutbox) == []

    def test_once_about_the_same_comments(self, waiting: Comment, mailoutbox: Outbox) -> None:
        assert len(tell(mailoutbox)) == 1
        assert tell(mailoutbox) == []

    def test_again_when_another_waits_and_then_of_that_alone(
        self, told: CommentSettings, waiting: Comment, mailoutbox: Outbox
    ) -> None:
        told_before(told, waiting)
        CommentFactory(page=waiting.page, text="And this?", status=Status.PENDING)
        (mail,) = tell(mailoutbox)
        assert mail.subject == "2 comments are waiting"
        assert "And this?" in mail.body
        assert waiting.text not in mail.body

    def test_not_of_what_was_decided_since(
        self, told: CommentSettings, waiting: Comment, mailoutbox: Outbox
    ) -> None:
        told_before(told, waiting)
        late = CommentFactory(page=waiting.page, status=Status.PENDING)
        decide([late], Status.SPAM, None)
        assert tell(mailoutbox) == []

    def test_also_of_what_appeared_unread_once(
        self, article: ArticlePage, mailoutbox: Outbox
    ) -> None:
        CommentFactory(page=article, name="Tom", text="As ever.")
        CommentFactory(page=article, is_from_practice=True, text="Ours.")
        (mail,) = tell(mailoutbox)
        assert mail.subject == "1 comment has appeared"
        assert "known to you:\n\nTom – Sleeping well\n> As ever." in mail.body
        assert "Ours." not in mail.body
        assert tell(mailoutbox) == []

    def test_an_address_that_fails_is_no_fault_of_the_others(
        self,
        told: CommentSettings,
        waiting: Comment,
        settings: Any,
        mailoutbox: Outbox,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        settings.EMAIL_BACKEND = "tests.comments.mail_servers.Picky"
        told.digest_to = "bad@practice.example, good@practice.example"
        told.save()
        (mail,) = tell(mailoutbox)
        assert mail.to == ["good@practice.example"]
        assert "was not sent" in caplog.text
        assert "bad@" not in caplog.text
        assert tell(mailoutbox) == []

    def test_a_site_whose_mail_failed_is_told_the_next_time(
        self, told: CommentSettings, waiting: Comment, settings: Any, mailoutbox: Outbox
    ) -> None:
        usual = settings.EMAIL_BACKEND
        settings.EMAIL_BACKEND = "tests.comments.mail_servers.Picky"
        told.digest_to = "bad@practice.example"
        told.save()
        assert tell(mailoutbox) == []
        settings.EMAIL_BACKEND = usual
        assert len(tell(mailoutbox)) == 1

    def test_the_command_says_how_many_were_sent(
        self, waiting: Comment, mailoutbox: Outbox
    ) -> None:
        for number in (1, 0):
            out = StringIO()
            call_command("tell_moderators", stdout=out)
            assert out.getvalue() == f"Digests sent: {number}\n"
        assert len(mailoutbox) == 1


class TestWhatItSays:
    def test_how_many_wait_whose_and_how_they_begin(
        self, waiting: Comment, mailoutbox: Outbox
    ) -> None:
        Comment.objects.update(text="One\n\n" + "more " * 100)
        (mail,) = tell(mailoutbox)
        assert mail.subject == "1 comment is waiting"
        assert "Ada – Sleeping well\n> One\n> \n> more more" in mail.body
        assert "…\n" in mail.body
        assert len(mail.body) < 400

    def test_some_of_many_the_least_like_spam_first(
        self, article: ArticlePage, mailoutbox: Outbox
    ) -> None:
        for number in range(QUOTED + 3):
            score = 0.9 - number / 100
            CommentFactory(page=article, text=f"No {number}.", score=score, status=Status.PENDING)
        (mail,) = tell(mailoutbox)
        numbers = [int(number) for number in re.findall(r"> No (\d+)\.", mail.body)]
        assert numbers == list(range(QUOTED + 2, 2, -1))
        assert "And 3 more." in mail.body

    def test_a_moderator_finds_them_where_it_leads(
        self, waiting: Comment, moderator: Client, mailoutbox: Outbox
    ) -> None:
        (mail,) = tell(mailoutbox)
        address = re.search(r"http://localhost(/\S+)", mail.body)
        assert address
        assert address[1] == QUEUE
        response = moderator.get(address[1])
        assert response.status_code == 200
        assert waiting.text in response.text

    def test_no_address_of_a_reader(self, waiting: Comment, mailoutbox: Outbox) -> None:
        Comment.objects.update(email="ada@reader.example", website="https://ada.example/")
        (mail,) = tell(mailoutbox)
        for address in ("ada@reader.example", "ada.example"):
            assert address not in str(mail.message())

    @pytest.mark.parametrize("typed", PLANTED)
    def test_whatever_readers_type_stays_text_of_theirs(
        self, waiting: Comment, mailoutbox: Outbox, typed: str
    ) -> None:
        Comment.objects.update(name=typed[:60], text=typed)
        (mail,) = tell(mailoutbox)
        sent = email.message_from_bytes(mail.message().as_bytes())
        assert sent.get_content_type() == "text/plain"
        assert {key.casefold() for key in sent} == {
            "content-type",
            "mime-version",
            "content-transfer-encoding",
            "subject",
            "from",
            "to",
            "date",
            "message-id",
            "auto-submitted",
        }
        assert (sent["Subject"], sent["To"]) == ("1 comment is waiting", "front@practice.example")
        heading, *lines = mail.body.split("\n\nTo all of them: ")[0].splitlines()
        assert heading == f"{' '.join(typed[:60].split())} – Sleeping well"
        assert lines == [f"> {line}" for line in typed.splitlines()]
        assert mail.body.rstrip().endswith(f"\n\nTo all of them: http://localhost{QUEUE}")
