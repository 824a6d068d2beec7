"""A returning reader is believed where the site wishes: by a number in a cookie, never by an address."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.models import ArticlePage
from comments.deciding import decide
from comments.models import Comment, CommentSettings, Status
from comments.trust import COOKIE
from tests.comments.readers import Reader


@pytest.fixture
def trusting(comment_settings: CommentSettings) -> None:
    comment_settings.trusted_after = 2
    comment_settings.save()


def latest() -> Comment:
    return Comment.objects.latest("pk")


def approve_two(reader: Reader) -> None:
    for words in ("First.", "Second."):
        reader.send(text=words)
        assert latest().status == Status.PENDING
        decide([latest()], Status.APPROVED, None)


def test_after_two_approved_comments_the_third_appears_at_once(
    trusting: None, reader: Reader
) -> None:
    approve_two(reader)
    response = reader.send(text="Third.")
    assert latest().status == Status.APPROVED
    assert "is published" in reader.client.get(response["Location"]).content.decode()


def test_whoever_types_the_same_address_is_not_believed(
    trusting: None, reader: Reader, article: ArticlePage
) -> None:
    approve_two(reader)
    Reader(Client(), article).send(text="Buy this.")
    assert latest().status == Status.PENDING


def test_who_was_turned_down_since_waits_again(trusting: None, reader: Reader) -> None:
    approve_two(reader)
    reader.send(text="Third.")
    decide([latest()], Status.REJECTED, None)
    reader.send(text="Fourth.")
    assert latest().status == Status.PENDING


def test_the_cookie_goes_to_the_addresses_of_comments_alone(trusting: None, reader: Reader) -> None:
    cookie = reader.send().cookies[COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/comments/", True, "Lax")
    assert cookie.value not in str(Comment.objects.values_list("returning", flat=True))


def test_a_site_that_trusts_nobody_sets_none(reader: Reader) -> None:
    response = reader.send()
    assert not response.cookies
    assert latest().returning == ""


def test_a_number_that_was_made_up_is_replaced(trusting: None, reader: Reader) -> None:
    reader.client.cookies[COOKIE] = "1"
    assert len(reader.send().cookies[COOKIE].value) == 43
