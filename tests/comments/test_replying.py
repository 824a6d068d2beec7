"""A reader sends a comment: what comes of it, and of every way in which it can go wrong."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Site

from cms.guarded_form import LURE, OPENED
from cms.models import SiteSettings
from comments.models import Comment, CommentSettings, Status
from tests.comments.readers import Reader
from tests.contact_forms import opened
from tests.factories import ArticlePageFactory, CommentFactory

LONG = "I have tried this for three weeks now, and my nights are quieter."


@pytest.fixture(autouse=True)
def practice(db: None) -> None:
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(
        site=site, defaults={"practice_name": "Larkmoss Practice"}
    )


def comment() -> Comment:
    return Comment.objects.get()


class TestTaken:
    def test_it_waits_and_its_author_is_told_so(self, reader: Reader) -> None:
        response = reader.send()
        assert response.status_code == 303
        assert (comment().status, comment().page_id) == (Status.PENDING, reader.page.pk)
        assert (comment().name, comment().email) == ("Ada Reader", "ada@reader.example")
        told = reader.client.get(response["Location"]).content.decode()
        assert "waits for somebody of the practice" in told
        assert "I will try that tonight." in told

    def test_it_is_not_seen_before_somebody_has_read_it(self, reader: Reader) -> None:
        reader.send()
        assert "try that tonight" not in reader.client.get(reader.page.url).content.decode()

    def test_an_answer_belongs_to_what_it_answers(self, reader: Reader, approved: Comment) -> None:
        reader.send(parent=approved.pk)
        assert Comment.objects.latest("pk").parent == approved

    def test_sent_twice_it_is_there_once(self, reader: Reader) -> None:
        first, second = reader.send(), reader.send()
        assert first["Location"] == second["Location"]
        assert Comment.objects.count() == 1

    def test_who_types_the_same_elsewhere_is_not_given_the_right_to_change_it(
        self, reader: Reader
    ) -> None:
        first = reader.send(text=LONG)
        again = reader.at("192.0.2.2").send(text=LONG)
        assert again.status_code == 422
        assert first["Location"] not in again.content.decode()

    def test_whoever_tries_whether_somebody_has_written_is_soon_stopped(
        self, reader: Reader
    ) -> None:
        statuses = [reader.send().status_code for _ in range(6)]
        assert statuses == [303] * 5 + [429]

    def test_the_same_words_to_two_others_are_two_answers(
        self, reader: Reader, approved: Comment
    ) -> None:
        other = CommentFactory(page=reader.page, text="Me too.")
        one, two = (reader.send(parent=each.pk, text="Thank you!") for each in (approved, other))
        assert one["Location"] != two["Location"]
        assert {each.parent for each in Comment.objects.filter(text="Thank you!")} == {
            approved,
            other,
        }

    def test_two_readers_may_say_thank_you(self, reader: Reader) -> None:
        reader.send(text="Thank you!")
        other = reader.at("192.0.2.2").send(text="Thank you!", name="Bo", email="bo@b.example")
        assert other.status_code == 303
        assert Comment.objects.count() == 2

    def test_nothing_of_the_network_is_stored_but_a_mark_of_the_day(self, reader: Reader) -> None:
        reader.send()
        reader.at("192.0.2.2").send(text="From elsewhere.")
        reader.send(text="And more.")
        marks = list(Comment.objects.order_by("pk").values_list("sender", flat=True))
        assert marks[0] == marks[2] != marks[1]
        assert "192" not in marks[0]


class TestShownAgain:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"name": ""}, "This field is required"),
            ({"email": ""}, "This field is required"),
            ({"email": "nobody"}, "valid email"),
            ({"name": "\u200b\u2060"}, "a name that can be read"),
            ({"name": "\u3164"}, "a name that can be read"),
            ({"name": "larkmoss  PRACTICE"}, "the name of the practice"),
            ({"text": " \n "}, "This field is required"),
            ({"text": "a" * 5001}, "at most 5000"),
            (
                {"text": "http://a.example http://b.example http://c.example"},
                "no more than 2 links",
            ),
            ({LURE: "http://spam.example"}, "looked like the work of a machine"),
            ({OPENED: 1}, "very quick"),
            ({OPENED: 25 * 3600}, "open for a long time"),
            ({OPENED: "forged"}, "could not be recognised"),
            ({"parent": "12345"}, "no longer there"),
            ({"parent": "many"}, "no longer there"),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
        self, reader: Reader, typed: dict[str, Any], words: str
    ) -> None:
        if isinstance(seconds := typed.get(OPENED), int):
            typed = {OPENED: opened(seconds)}
        response = reader.send(**typed)
        html = response.content.decode()
        assert response.status_code == 422
        assert words in html
        assert "I will try that tonight." in html or "text" in typed
        assert not Comment.objects.exists()

    def test_what_a_machine_would_fill_in_is_empty_the_next_time(self, reader: Reader) -> None:
        html = reader.send(**{LURE: "x"}).content.decode()
        assert re.search(rf'name="{LURE}"(?![^>]*value="x")', html)

    def test_an_answer_to_what_was_taken_back_can_be_sent_by_itself(self, reader: Reader) -> None:
        gone = CommentFactory(page=reader.page, status=Status.REJECTED)
        html = reader.send(parent=gone.pk).content.decode()
        assert f'name="parent" value="{gone.pk}"' not in html

    def test_an_answer_to_another_page_is_none(self, reader: Reader) -> None:
        elsewhere = CommentFactory(page=ArticlePageFactory())
        assert reader.send(parent=elsewhere.pk).status_code == 422

    @pytest.mark.parametrize("text", [LONG, "See pills.example: https://pills.example"])
    def test_words_that_somebody_else_just_sent_are_not_taken(
        self, reader: Reader, text: str
    ) -> None:
        CommentFactory(page=ArticlePageFactory(), text=text.upper())
        response = reader.send(text=text)
        assert response.status_code == 422
        assert "sent before" in response.content.decode()

    def test_a_preview_stores_nothing_and_keeps_the_form(self, reader: Reader) -> None:
        response = reader.send(preview="1", text="One.\n\nTwo <b>")
        html = response.content.decode()
        assert response.status_code == 200
        assert "<p>One.</p>\n<p>Two &lt;b&gt;</p>" in html
        assert "Two &lt;b&gt;</textarea>" in html
        assert not Comment.objects.exists()


class TestThrottled:
    def test_a_household_may_send_five_at_once(self, reader: Reader) -> None:
        statuses = [reader.send(text=f"Number {number}").status_code for number in range(6)]
        assert statuses == [303] * 5 + [429]
        assert reader.at("192.0.2.9").send(text="Another house").status_code == 303

    def test_it_is_told_when_to_try_again_and_loses_nothing(self, reader: Reader) -> None:
        for number in range(5):
            reader.send(text=f"Number {number}")
        response = reader.send(text="One more thing")
        assert response["Retry-After"] == "120"
        assert "One more thing</textarea>" in response.content.decode()

    def test_the_addresses_of_a_64_are_one_household(self, reader: Reader) -> None:
        statuses = [
            reader.at(f"2001:db8::{number:x}").send(text=f"Number {number}").status_code
            for number in range(1, 7)
        ]
        assert statuses[-1] == 429

    def test_a_page_takes_twenty_an_hour_from_all(self, reader: Reader) -> None:
        statuses = [
            reader.at(f"192.0.2.{number}").send(text=f"Number {number}").status_code
            for number in range(1, 22)
        ]
        assert statuses == [303] * 20 + [429]
        other = Reader(reader.client, ArticlePageFactory(), "192.0.2.99")
        assert other.send().status_code == 303

    def test_who_comes_from_nowhere_does_not_use_up_what_is_everybodys(
        self, reader: Reader
    ) -> None:
        statuses = [reader.at("").send(text=f"Number {number}").status_code for number in range(6)]
        assert statuses == [303] * 6

    def test_an_invalid_one_costs_nothing(self, reader: Reader) -> None:
        for _ in range(9):
            reader.send(name="")
        assert reader.send().status_code == 303


class TestClosed:
    @pytest.fixture(params=["page", "site", "age"])
    def closed(self, request: Any, reader: Reader, comment_settings: CommentSettings) -> Reader:
        if request.param == "page":
            reader.page.comments_open = False
            reader.page.save()
        elif request.param == "site":
            comment_settings.are_open = False
        else:
            comment_settings.closed_after_days = 30
            reader.page.first_published_at = timezone.now() - timedelta(days=31)
            reader.page.save()
        comment_settings.save()
        return reader

    def test_nothing_is_taken_and_the_words_are_given_back(self, closed: Reader) -> None:
        response = closed.send()
        assert response.status_code == 403
        assert "I will try that tonight." in response.content.decode()
        assert not Comment.objects.exists()

    def test_what_is_there_can_be_read_without_a_form(self, closed: Reader) -> None:
        CommentFactory(page=closed.page, text="From better times.")
        html = closed.client.get(closed.page.url).content.decode()
        assert "From better times." in html
        assert "Leave a reply" not in html
        assert "post-reply" not in html

    def test_the_last_day_is_still_open(
        self, reader: Reader, comment_settings: CommentSettings
    ) -> None:
        comment_settings.closed_after_days = 30
        comment_settings.save()
        reader.page.first_published_at = timezone.now() - timedelta(days=29)
        reader.page.save()
        assert reader.send().status_code == 303
