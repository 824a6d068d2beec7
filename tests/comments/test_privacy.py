"""What is known of readers is forgotten in time, told to them when they ask, and erased."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import ArticlePage
from comments.deciding import decide, edit
from comments.models import Comment, CommentVersion, DaysSalt, ReplyAlert, SpamTrait, Status
from comments.privacy import erase, known_of
from comments.senders import mark_of
from tests.factories import CommentFactory


@pytest.fixture
def said(article: ArticlePage) -> Any:
    """Makes a comment of some days ago, with all that is stored of its author."""

    def say(days_ago: int, **fields: Any) -> Comment:
        known = {"email": "ada@a.example", "sender": "mark", "returning": "number"}
        comment = CommentFactory(page=article, **known | fields)
        then = timezone.now() - timedelta(days=days_ago, minutes=1)
        Comment.objects.filter(pk=comment.pk).update(created_at=then)
        return comment

    return say


def forget(**days: int) -> str:
    out = StringIO()
    call_command("forget_commenters", stdout=out, **days)
    return out.getvalue()


def stored(comment: Comment) -> tuple[str, str, str]:
    comment.refresh_from_db()
    return comment.email, comment.sender, comment.returning


class TestForgetting:
    def test_addresses_and_marks_go_and_the_words_stay(self, said: Any) -> None:
        old, young = said(180), said(179)
        assert "Addresses forgotten: 1" in forget()
        assert stored(old) == ("", "", "")
        assert stored(young) == ("ada@a.example", "mark", "number")
        assert old.name
        assert old.text

    def test_an_address_stays_while_its_owner_is_told_of_replies(self, said: Any) -> None:
        told, asked = said(500), said(500)
        ReplyAlert.objects.create(comment=told, confirmed_at=timezone.now())
        ReplyAlert.objects.create(comment=asked)
        forget()
        assert stored(told) == ("ada@a.example", "", "")
        assert stored(asked)[0] == ""
        assert ReplyAlert.objects.get().comment == told

    def test_what_nobody_has_decided_in_all_that_time_keeps_no_address_either(
        self, said: Any
    ) -> None:
        waits = said(180, status=Status.PENDING)
        forget()
        assert stored(waits) == ("", "", "")
        assert waits.status == Status.PENDING

    def test_what_is_old_and_turned_down_today_can_still_be_brought_back(self, said: Any) -> None:
        old = said(100)
        decide([old], Status.REJECTED, None)
        assert "comments deleted: 0" in forget()
        Comment.objects.update(decided_at=timezone.now() - timedelta(days=31))
        assert "comments deleted: 1" in forget()

    def test_spam_that_is_deleted_leaves_no_words_of_its_own(self, said: Any) -> None:
        decide([said(40, text="nobodyelsesword", status=Status.PENDING)], Status.SPAM, None)
        Comment.objects.update(decided_at=timezone.now() - timedelta(days=31))
        forget()
        assert list(SpamTrait.objects.values_list("trait", "spam")) == [("", 1)]

    def test_the_salt_of_yesterday_goes_though_nobody_comments_today(self, db: None) -> None:
        yesterday = timezone.localdate() - timedelta(days=1)
        DaysSalt.objects.create(day=yesterday)
        forget()
        assert not DaysSalt.objects.exists()

    @pytest.mark.parametrize("status", [Status.SPAM, Status.REJECTED])
    def test_what_was_turned_down_is_deleted_after_a_month(self, said: Any, status: Status) -> None:
        said(30, status=status)
        young = said(29, status=status)
        answered = said(31, status=status)
        CommentFactory(page=answered.page, parent=answered)
        assert "comments deleted: 1" in forget()
        answered.refresh_from_db()
        assert (answered.status, answered.text) == (Status.REMOVED, "")
        assert Comment.objects.filter(pk=young.pk).exists()

    def test_former_words_go_too(self, said: Any) -> None:
        edit(said(500), name="Ada", text="Better", user=None)
        CommentVersion.objects.update(replaced_at=timezone.now() - timedelta(days=181))
        assert "former words: 1" in forget()

    def test_how_long_can_be_said(self, said: Any) -> None:
        comment = said(10)
        forget(days=9)
        assert stored(comment)[0] == ""
        with pytest.raises(CommandError, match="at least one day"):
            forget(days=0)


class TestAnswering:
    def test_all_that_is_stored_with_an_address_is_told(self, said: Any) -> None:
        comment = said(1, text="First")
        edit(comment, name="Ada", text="Second", user=None)
        said(1, email="other@a.example")
        (known,) = known_of("ADA@a.example")
        assert (known["text"], known["former"][0]["text"]) == ("Second", "First")
        assert known["page"] == "Sleeping well"
        assert known["replies_by_email"] is False

    def test_erasing_takes_every_word_and_leaves_those_of_others(self, said: Any) -> None:
        one, two, other = said(1), said(1), said(1, email="other@a.example")
        answer = CommentFactory(page=two.page, parent=two)
        assert erase("Ada@A.example") == 2
        assert not Comment.objects.filter(pk=one.pk).exists()
        two.refresh_from_db()
        assert (two.name, two.text, *stored(two)) == ("", "", "", "", "")
        assert set(Comment.objects.exclude(pk=two.pk)) == {other, answer}
        assert known_of("ada@a.example") == []

    def test_nothing_is_known_of_nobody(self, said: Any) -> None:
        said(1, email="")
        assert known_of("") == []
        assert erase("") == 0


class TestTheMarkOfASender:
    def test_it_is_the_same_all_day_and_another_one_tomorrow(
        self, db: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        today = mark_of("192.0.2.1")
        assert mark_of("192.0.2.1") == today != mark_of("192.0.2.2")
        tomorrow = timezone.localdate() + timedelta(days=1)
        monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
        assert mark_of("192.0.2.1") != today
        assert [salt.day for salt in DaysSalt.objects.all()] == [tomorrow]

    def test_who_comes_from_nowhere_has_none(self, db: None) -> None:
        assert mark_of("") == ""
