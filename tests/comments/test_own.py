"""A reader comes back to a comment of their own: to see it, to change it, to remove it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import ArticlePage
from comments.deciding import decide
from comments.models import Comment, CommentSettings, CommentVersion, Status
from comments.own import edit_own, token_of
from tests.comments.readers import FROM_OUR_PAGE
from tests.factories import CommentFactory


@pytest.fixture
def waiting(article: ArticlePage) -> Comment:
    return CommentFactory(
        page=article, name="Ada", text="First words", status=Status.PENDING, email="ada@a.example"
    )


def address_of(comment: Comment) -> str:
    return reverse("own_comment", args=[token_of(comment)])


def post(client: Client, comment: Comment, **typed: Any) -> HttpResponse:
    return client.post(address_of(comment), typed, headers=FROM_OUR_PAGE)


def aged(comment: Comment, minutes: int) -> None:
    Comment.objects.filter(pk=comment.pk).update(
        created_at=comment.created_at - timedelta(minutes=minutes)
    )


def test_it_is_shown_to_who_has_the_address_and_kept_by_nobody(
    client: Client, waiting: Comment
) -> None:
    response = client.get(address_of(waiting))
    html = response.content.decode()
    assert "First words" in html
    assert "ada@a.example" not in html
    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex", "same-origin")


@pytest.mark.parametrize("token", ["1", "1:forged", "x" * 300, ":"])
def test_an_address_that_was_made_up_shows_nothing(
    client: Client, waiting: Comment, token: str
) -> None:
    assert client.get(reverse("own_comment", args=[token])).status_code == 404


def test_the_address_of_one_is_not_that_of_another(client: Client, waiting: Comment) -> None:
    signature = token_of(waiting).partition(":")[2]
    other = CommentFactory(page=waiting.page)
    forged = reverse("own_comment", args=[f"{other.pk}:{signature}"])
    assert client.get(forged).status_code == 404


class TestChanging:
    def test_new_words_take_the_place_of_the_old_ones_which_are_kept(
        self, client: Client, waiting: Comment
    ) -> None:
        assert post(client, waiting, name="Ada L.", text="Better words").status_code == 303
        waiting.refresh_from_db()
        assert (waiting.name, waiting.text) == ("Ada L.", "Better words")
        version = CommentVersion.objects.get()
        assert (version.name, version.text, version.replaced_by) == ("Ada", "First words", None)

    def test_words_that_nobody_has_read_are_not_shown(
        self, client: Client, waiting: Comment
    ) -> None:
        Comment.objects.filter(pk=waiting.pk).update(status=Status.APPROVED)
        post(client, waiting, name="Ada", text="Now I sell pills")
        waiting.refresh_from_db()
        assert waiting.status == Status.PENDING
        assert "pills" not in client.get(waiting.page.url).content.decode()

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"text": "www.a.example www.b.example www.c.example"}, "no more than 2 links"),
            ({"name": "\u200b"}, "a name that can be read"),
        ],
    )
    def test_what_could_not_be_sent_cannot_be_put_there_later(
        self, client: Client, waiting: Comment, typed: dict[str, str], words: str
    ) -> None:
        response = post(client, waiting, **{"name": "Ada", "text": "Changed", **typed})
        assert response.status_code == 422
        assert words in response.content.decode()

    def test_control_characters_are_dropped(self, client: Client, waiting: Comment) -> None:
        post(client, waiting, name="A\x01da", text="Bet\x0bter")
        waiting.refresh_from_db()
        assert (waiting.name, waiting.text) == ("Ada", "Better")

    def test_a_blocked_word_is_found_in_a_change_as_well(
        self, client: Client, waiting: Comment, comment_settings: CommentSettings
    ) -> None:
        comment_settings.blocked_words = "pills"
        comment_settings.save()
        post(client, waiting, name="Ada", text="Now I sell pills")
        waiting.refresh_from_db()
        assert (waiting.status, waiting.remark) == (Status.SPAM, "Blocked word: pills")

    def test_what_was_decided_against_cannot_be_changed_and_its_author_is_told(
        self, client: Client, waiting: Comment
    ) -> None:
        decide([waiting], Status.REJECTED, None)
        html = client.get(address_of(waiting)).content.decode()
        assert "decided not to publish" in html
        assert "Save the change" not in html
        assert "Remove my comment" in html
        assert post(client, waiting, name="Ada", text="Please").status_code == 403

    def test_what_was_only_taken_for_spam_waits_as_far_as_its_author_knows(
        self, client: Client, waiting: Comment
    ) -> None:
        Comment.objects.filter(pk=waiting.pk).update(status=Status.SPAM)
        assert "waits for somebody" in client.get(address_of(waiting)).content.decode()

    def test_a_change_is_confirmed(self, client: Client, waiting: Comment) -> None:
        response = post(client, waiting, name="Ada", text="Better words")
        assert "Your change is saved." in client.get(response["Location"]).content.decode()
        assert "Your change is saved." not in client.get(address_of(waiting)).content.decode()

    def test_who_is_published_knows_that_a_change_is_read_first(
        self, client: Client, waiting: Comment
    ) -> None:
        told = "read once more before it appears"
        assert told not in client.get(address_of(waiting)).content.decode()
        decide([waiting], Status.APPROVED, None)
        assert told in client.get(address_of(waiting)).content.decode()

    def test_a_change_of_what_is_gone_changes_nothing(
        self, waiting: Comment, comment_settings: CommentSettings
    ) -> None:
        Comment.objects.filter(pk=waiting.pk).update(status=Status.REMOVED)
        with pytest.raises(Comment.DoesNotExist):
            edit_own(waiting, name="Ada", text="Back", settings=comment_settings, network="")

    def test_what_is_approved_at_this_moment_waits_with_its_new_words(
        self, waiting: Comment, comment_settings: CommentSettings
    ) -> None:
        stale = Comment.objects.get(pk=waiting.pk)
        decide([waiting], Status.APPROVED, None)
        edit_own(stale, name="Ada", text="Unread", settings=comment_settings, network="")
        waiting.refresh_from_db()
        assert (waiting.text, waiting.status) == ("Unread", Status.PENDING)

    def test_the_same_words_change_nothing(self, client: Client, waiting: Comment) -> None:
        Comment.objects.filter(pk=waiting.pk).update(status=Status.APPROVED)
        post(client, waiting, name="Ada", text="First words")
        waiting.refresh_from_db()
        assert (waiting.status, waiting.edited_at) == (Status.APPROVED, None)

    def test_after_a_quarter_of_an_hour_it_is_too_late_and_the_words_are_given_back(
        self, client: Client, waiting: Comment
    ) -> None:
        aged(waiting, 16)
        response = post(client, waiting, name="Ada", text="Second thoughts")
        assert response.status_code == 403
        assert "Second thoughts" in response.content.decode()
        waiting.refresh_from_db()
        assert waiting.text == "First words"

    def test_a_minute_before_it_is_not(self, client: Client, waiting: Comment) -> None:
        aged(waiting, 14)
        assert post(client, waiting, name="Ada", text="In time").status_code == 303

    def test_an_empty_one_is_refused(self, client: Client, waiting: Comment) -> None:
        assert post(client, waiting, name="Ada", text=" ").status_code == 422

    def test_what_was_called_spam_stays_spam(self, client: Client, waiting: Comment) -> None:
        Comment.objects.filter(pk=waiting.pk).update(status=Status.SPAM)
        post(client, waiting, name="Ada", text="Oh please")
        waiting.refresh_from_db()
        assert waiting.status == Status.SPAM


class TestRemoving:
    def test_it_is_gone_with_all_that_was_stored(self, client: Client, waiting: Comment) -> None:
        aged(waiting, 10_000)
        response = post(client, waiting, remove="1")
        assert response.status_code == 200
        assert not Comment.objects.exists()
        assert client.get(address_of(waiting)).status_code == 404

    def test_its_place_stays_where_somebody_has_answered(
        self, client: Client, approved: Comment
    ) -> None:
        CommentFactory(page=approved.page, parent=approved, text="I agree.")
        post(client, approved, name=approved.name, text="Changed before")
        post(client, approved, remove="1")
        approved.refresh_from_db()
        assert (approved.status, approved.name, approved.email) == (Status.REMOVED, "", "")
        assert not CommentVersion.objects.exists()
        html = client.get(approved.page.url).content.decode()
        assert "That helped me." not in html
        assert "I agree." in html
        assert "This comment is no longer here." in html


class TestWho:
    def test_a_form_of_another_page_changes_nothing(self, waiting: Comment) -> None:
        client = Client(enforce_csrf_checks=True)
        headers = {"Sec-Fetch-Site": "cross-site"}
        response = client.post(address_of(waiting), {"remove": "1"}, headers=headers)
        assert response.status_code == 403
        assert Comment.objects.exists()

    @pytest.mark.parametrize("method", ["put", "delete"])
    def test_other_methods_are_refused(self, client: Client, waiting: Comment, method: str) -> None:
        response = getattr(client, method)(address_of(waiting), headers=FROM_OUR_PAGE)
        assert response.status_code == 405

    def test_it_can_be_removed_from_a_page_that_is_gone_which_is_not_named(
        self, client: Client, waiting: Comment
    ) -> None:
        waiting.page.unpublish()
        assert "Sleeping well" not in client.get(address_of(waiting)).content.decode()
        assert "Sleeping well" not in post(client, waiting, remove="1").content.decode()
        assert not Comment.objects.exists()
