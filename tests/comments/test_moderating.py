"""Moderators decide on comments one by one, change their words, and answer in place."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import ArticlePage
from comments.models import Comment, CommentVersion, Status
from tests.comments.moderators import QUEUE
from tests.factories import CommentFactory


def page_of(comment: Comment) -> str:
    return reverse("comments_admin:edit", args=[comment.pk])


def decide_url(comment: Comment) -> str:
    return reverse("comments_admin:decide", args=[comment.pk])


@pytest.mark.parametrize("status", [Status.APPROVED, Status.REJECTED, Status.SPAM])
def test_a_button_decides_and_leads_back_to_where_it_was(
    moderator: Client, waiting: Comment, status: Status
) -> None:
    back = f"{QUEUE}?p=2"
    response = moderator.post(decide_url(waiting), {"status": status, "next": back})
    assert (response.status_code, response["Location"]) == (302, back)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decided_by.username) == (status, "moderator")


def test_deciding_anew_undoes_it(moderator: Client, waiting: Comment) -> None:
    for status in (Status.SPAM, Status.APPROVED):
        moderator.post(decide_url(waiting), {"status": status})
    waiting.refresh_from_db()
    assert waiting.is_approved


def test_a_script_is_told_what_has_become_of_it(moderator: Client, waiting: Comment) -> None:
    json = {"Accept": "application/json"}
    response = moderator.post(decide_url(waiting), {"status": "spam"}, headers=json)
    counts = {"pending": 0, "approved": 0, "rejected": 0, "spam": 1, "all": 1}
    told = {"status": "spam", "label": "spam", "fault": "", "counts": counts}
    assert response.json() == told


def test_nobody_is_led_to_another_site(moderator: Client, waiting: Comment) -> None:
    sent = {"status": "spam", "next": "https://evil.example/"}
    assert moderator.post(decide_url(waiting), sent)["Location"] == QUEUE


@pytest.mark.parametrize("status", ["", "removed", "pending", "nonsense"])
def test_what_is_no_decision_is_refused(moderator: Client, waiting: Comment, status: str) -> None:
    assert moderator.post(decide_url(waiting), {"status": status}).status_code == 400
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING


def test_deciding_needs_the_token_of_the_form(waiting: Comment, moderator: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = moderator.cookies
    assert strict.post(decide_url(waiting), {"status": "spam"}).status_code == 403


def test_what_its_author_has_removed_is_not_there(moderator: Client, waiting: Comment) -> None:
    Comment.objects.update(status=Status.REMOVED)
    assert moderator.get(page_of(waiting)).status_code == 404
    assert moderator.post(decide_url(waiting), {"status": "approved"}).status_code == 404


def test_the_words_are_changed_and_those_before_are_kept(
    moderator: Client, waiting: Comment
) -> None:
    moderator.post(page_of(waiting), {"name": "Ada R.", "text": "May I ask?"})
    waiting.refresh_from_db()
    assert (waiting.name, waiting.text) == ("Ada R.", "May I ask?")
    version = CommentVersion.objects.get()
    assert (version.text, version.replaced_by.username) == ("May I ask something?", "moderator")
    html = moderator.get(page_of(waiting)).text
    assert "May I ask something?" in html
    assert "changed by moderator" in html


def test_saving_the_same_words_is_no_change(moderator: Client, waiting: Comment) -> None:
    moderator.post(page_of(waiting), {"name": waiting.name, "text": waiting.text})
    assert not CommentVersion.objects.exists()


def test_no_empty_words_are_saved(moderator: Client, waiting: Comment) -> None:
    response = moderator.post(page_of(waiting), {"name": "", "text": " "})
    assert response.status_code == 200
    assert not CommentVersion.objects.exists()


def test_the_practice_answers_and_what_it_answers_is_approved(
    moderator: Client, waiting: Comment
) -> None:
    assert "Approve and reply" in moderator.get(page_of(waiting)).text
    sent = {"reply": "1", "reply-name": "The practice", "reply-text": "You may."}
    moderator.post(page_of(waiting), sent)
    waiting.refresh_from_db()
    assert waiting.is_approved
    reply = waiting.replies.get()
    assert (reply.name, reply.text, reply.is_approved) == ("The practice", "You may.", True)
    assert reply.is_from_practice
    html = moderator.get(page_of(waiting)).text
    assert "You may." in html
    assert "Approve and reply" not in html


def test_an_empty_reply_comes_back_with_what_was_typed(moderator: Client, waiting: Comment) -> None:
    sent = {"reply": "1", "reply-name": "Dr. Somebody", "reply-text": ""}
    response = moderator.post(page_of(waiting), sent)
    assert "Dr. Somebody" in response.text
    assert waiting.name in response.text
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING


def test_the_page_shows_what_is_answered_and_who_sent_more(
    moderator: Client, article: ArticlePage, approved: Comment
) -> None:
    answer, _other = (
        CommentFactory(page=article, parent=approved, sender="a" * 32) for _ in range(2)
    )
    html = moderator.get(page_of(answer)).text
    assert approved.text in html
    assert "1 other that day" in html
    assert f"{QUEUE}?sender={'a' * 32}&amp;status=all" in html


def test_deleting_says_what_goes_along_and_leaves_no_words_in_the_log(
    moderator: Client, approved: Comment
) -> None:
    from wagtail.models import ModelLogEntry

    CommentFactory(page=approved.page, parent=approved)
    url = reverse("comments_admin:delete", args=[approved.pk])
    assert "with it 1 reply" in moderator.get(url).text
    assert moderator.post(url)["Location"] == QUEUE
    assert not Comment.objects.exists()
    assert not ModelLogEntry.objects.exists()
