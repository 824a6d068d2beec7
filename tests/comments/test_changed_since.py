"""Nobody decides on words that they have not seen: what an author changes meanwhile is left, and the moderator told."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from comments.deciding import edit
from comments.models import Comment, Status
from tests.comments.moderators import QUEUE, bulk

CHANGED = "Its author has changed it since. Please read it again."


def seen_at(page: str) -> str:
    found = re.search(r'name="seen_at" value="([\d.]+)"', page)
    assert found
    return found[1]


def author_changes(comment: Comment) -> None:
    edit(comment, name="Ada", text="Buy pills", user=None)


@pytest.fixture
def url(waiting: Comment) -> str:
    return reverse("comments_admin:edit", args=[waiting.pk])


def test_a_decision_in_the_queue(moderator: Client, waiting: Comment) -> None:
    sent = {"status": "approved", "seen_at": seen_at(moderator.get(QUEUE).text)}
    author_changes(waiting)
    decide = reverse("comments_admin:decide", args=[waiting.pk])
    assert CHANGED in moderator.post(decide, sent, follow=True).text
    told = moderator.post(decide, sent, headers={"Accept": "application/json"}).json()
    assert (told["status"], told["fault"]) == ("pending", CHANGED)
    again = {**sent, "seen_at": seen_at(moderator.get(QUEUE).text)}
    moderator.post(decide, again)
    waiting.refresh_from_db()
    assert waiting.is_approved


def test_a_decision_on_many(moderator: Client, waiting: Comment) -> None:
    action = f"{bulk('approve')}?id={waiting.pk}&next={QUEUE}"
    moment = moderator.get(action).context["form"]["seen_at"].value()
    author_changes(waiting)
    page = moderator.post(action, {"seen_at": moment}, follow=True).text
    assert "0 comments were changed. 1 was left, as its author has changed it since" in page
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING


def test_a_reply_which_keeps_its_words(moderator: Client, waiting: Comment, url: str) -> None:
    moment = seen_at(moderator.get(url).text)
    author_changes(waiting)
    sent = {"reply": "1", "reply-name": "We", "reply-text": "Yes, do.", "seen_at": moment}
    page = moderator.post(url, sent).text
    assert CHANGED in page
    assert "Yes, do." in page
    assert Comment.objects.count() == 1


def test_a_change_of_the_words_which_keeps_them(
    moderator: Client, waiting: Comment, url: str
) -> None:
    moment = seen_at(moderator.get(url).text)
    author_changes(waiting)
    page = moderator.post(url, {"name": "Ada", "text": "Tidied.", "seen_at": moment}).text
    assert CHANGED in page
    assert "Tidied." in page
    waiting.refresh_from_db()
    assert waiting.text == "Buy pills"


@pytest.mark.parametrize("moment", ["", "nonsense", "1e999", "-1e99", "nan"])
def test_a_form_that_says_no_moment_decides(
    moderator: Client, waiting: Comment, moment: str
) -> None:
    decide = reverse("comments_admin:decide", args=[waiting.pk])
    assert moderator.post(decide, {"status": "spam", "seen_at": moment}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == Status.SPAM
