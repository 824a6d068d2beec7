"""Moderators decide: what they approve is read, what they turn down is not, and pages follow at once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import ArticlePage
from cms.models import Edition
from comments.deciding import decide, edit
from comments.models import Comment, CommentVersion, Status
from comments.submitting import reply_as_practice
from tests.cms.kept_pages import Commit
from tests.factories import ArticlePageFactory, CommentFactory
from users.models import User


@pytest.fixture
def moderator(db: None) -> User:
    return User.objects.create_user("moderator")


@pytest.fixture
def waiting(article: ArticlePage) -> Comment:
    return CommentFactory(page=article, text="Soon to be read.", status=Status.PENDING)


def is_read(client: Client, comment: Comment) -> bool:
    return comment.text in client.get(comment.page.url).content.decode()


def test_who_decided_and_when_is_noted(waiting: Comment, moderator: User) -> None:
    assert decide([waiting], Status.APPROVED, moderator) == 1
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decided_by) == (Status.APPROVED, moderator)
    assert waiting.decided_at


def test_to_decide_the_same_again_changes_nothing(waiting: Comment, moderator: User) -> None:
    decide([waiting], Status.APPROVED, None)
    assert decide([waiting], Status.APPROVED, moderator) == 0
    waiting.refresh_from_db()
    assert waiting.decided_by is None


def test_what_its_author_removed_cannot_be_brought_back(waiting: Comment) -> None:
    Comment.objects.filter(pk=waiting.pk).update(status=Status.REMOVED)
    assert decide([waiting], Status.APPROVED, None) == 0


@pytest.mark.parametrize("status", [Status.REJECTED, Status.SPAM, Status.PENDING])
def test_what_is_turned_down_is_gone_from_its_page(
    client: Client, waiting: Comment, status: Status
) -> None:
    decide([waiting], Status.APPROVED, None)
    assert is_read(client, waiting)
    decide([waiting], status, None)
    assert not is_read(client, waiting)


def test_pages_that_are_kept_grow_old_when_something_is_to_be_read(
    waiting: Comment, commit: Commit
) -> None:
    before = Edition.objects.current()
    with commit():
        decide([waiting], Status.SPAM, None)
        CommentFactory(page=waiting.page, status=Status.PENDING)
    assert Edition.objects.current() == before
    with commit():
        decide([waiting], Status.APPROVED, None)
    assert Edition.objects.current() > before


def test_what_its_author_has_changed_since_it_was_seen_is_not_decided_on(
    waiting: Comment, approved: Comment
) -> None:
    seen_at = timezone.now()
    edit(waiting, name="Ada", text="Buy pills", user=None)
    assert decide([waiting], Status.APPROVED, None, seen_at=seen_at) == 0
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING
    assert decide([waiting], Status.APPROVED, None, seen_at=timezone.now()) == 1


def test_words_that_a_moderator_changes_are_kept_as_they_were(
    waiting: Comment, moderator: User
) -> None:
    edit(waiting, name="Ada", text="Read now.", user=moderator)
    waiting.refresh_from_db()
    assert (waiting.text, waiting.status) == ("Read now.", Status.PENDING)
    version = CommentVersion.objects.get()
    assert (version.text, version.replaced_by) == ("Soon to be read.", moderator)


def test_the_practice_answers_at_once_and_by_name(
    client: Client, approved: Comment, moderator: User
) -> None:
    reply = reply_as_practice(
        parent=approved, text="We are glad.", name="The Practice", user=moderator
    )
    assert (reply.is_from_practice, reply.written_by) == (True, moderator)
    html = client.get(approved.page.url).content.decode()
    assert "We are glad." in html
    assert "from-practice" in html


def test_an_answer_of_the_practice_that_is_sent_twice_is_there_once(
    approved: Comment, moderator: User
) -> None:
    answers = [
        reply_as_practice(parent=approved, text="We are glad.", name="The Practice", user=moderator)
        for _ in range(2)
    ]
    assert answers[0] == answers[1]
    assert approved.replies.count() == 1


class TestThePageItself:
    def test_when_it_is_deleted_its_comments_go(self, approved: Comment) -> None:
        CommentFactory(page=approved.page, parent=approved)
        approved.page.delete()
        assert not Comment.objects.exists()

    def test_when_it_moves_they_move_with_it(self, client: Client, approved: Comment) -> None:
        approved.page.move(ArticlePageFactory().get_parent(), pos="last-child")
        approved.page.refresh_from_db()
        assert is_read(client, approved)

    def test_a_copy_of_it_has_none(self, approved: Comment) -> None:
        copy = approved.page.copy(update_attrs={"slug": "copy"})
        assert not Comment.objects.filter(page=copy.pk).exists()
