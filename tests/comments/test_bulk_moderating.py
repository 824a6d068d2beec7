"""Moderators decide on many comments at once, and on all that a filter leaves over."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.models import ArticlePage
from comments.admin import bulk as bulk_actions
from comments.models import Comment, Status
from tests.comments.moderators import QUEUE, bulk
from tests.factories import CommentFactory


@pytest.fixture
def three(article: ArticlePage) -> list[Comment]:
    senders = ["a" * 32, "a" * 32, ""]
    return [
        CommentFactory(page=article, status=Status.PENDING, sender=sender) for sender in senders
    ]


def statuses() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("status", flat=True))


@pytest.mark.parametrize(
    ("action", "status"), [("approve", "approved"), ("reject", "rejected"), ("spam", "spam")]
)
def test_those_that_were_chosen_are_decided(
    moderator: Client, three: list[Comment], action: str, status: str
) -> None:
    url = f"{bulk(action)}?id={three[0].pk}&id={three[2].pk}&next={QUEUE}"
    assert "This is about 2 comments" in moderator.get(url).text
    assert statuses() == ["pending"] * 3
    assert moderator.post(url)["Location"] == QUEUE
    assert statuses() == [status, "pending", status]


def test_all_in_the_listing_are_those_that_its_filter_leaves_over(
    moderator: Client, three: list[Comment]
) -> None:
    CommentFactory(page=three[0].page, sender="a" * 32, status=Status.APPROVED)
    url = f"{bulk('spam')}?sender={'a' * 32}&id=all&next={QUEUE}"
    assert "This is about 2 comments" in moderator.get(url).text
    moderator.post(url)
    assert statuses() == ["spam", "spam", "pending", "approved"]


def test_what_has_come_since_the_question_is_not_meant(
    moderator: Client, three: list[Comment]
) -> None:
    url = f"{bulk('approve')}?id=all&next={QUEUE}"
    newest = moderator.get(url).context["form"]["newest"].value()
    CommentFactory(page=three[0].page, status=Status.PENDING)
    moderator.post(url, {"newest": newest})
    assert statuses() == ["approved"] * 3 + ["pending"]


def test_a_filter_that_makes_no_sense_means_none(moderator: Client, three: list[Comment]) -> None:
    url = f"{bulk('approve')}?id=all&score=nonsense"
    assert "None of these comments" in moderator.get(url).text
    moderator.post(url)
    assert statuses() == ["pending"] * 3


def test_so_many_at_once_and_it_says_so(
    moderator: Client, three: list[Comment], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_actions, "AT_ONCE", 2)
    url = f"{bulk('reject')}?id=all"
    assert "as many as can be done at once" in moderator.get(url).text
    moderator.post(url)
    assert statuses() == ["pending", "rejected", "rejected"]


def test_deleting_warns_of_replies(moderator: Client, approved: Comment) -> None:
    CommentFactory.create_batch(2, page=approved.page, parent=approved)
    url = f"{bulk('delete')}?id={approved.pk}"
    assert "with it 2 replies" in moderator.get(url).text
    moderator.post(url)
    assert not Comment.objects.exists()
