"""What stands on the page that takes comments, and on the page that answers one."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, CommentSettings
from tests.comments.readers import Reader
from tests.factories import CommentFactory


def test_the_form_needs_no_cookie_so_the_page_may_be_kept(reader: Reader) -> None:
    response = reader.client.get(reader.page.url)
    assert "Leave a reply" in response.content.decode()
    assert not response.cookies
    assert response["Cache-Control"].startswith("public")


def test_an_e_mail_address_is_on_no_page(reader: Reader, approved: Comment) -> None:
    CommentFactory(page=reader.page, parent=approved, email="secret@reader.example")
    for url in (reader.page.url, f"{reader.url}?to={approved.pk}"):
        assert "@" not in re.sub(
            r"@(?:layer|media|context|type|id|graph)",
            "",
            reader.client.get(url).content.decode(),
        )


def test_a_website_is_asked_for_only_if_the_site_wishes(
    reader: Reader, comment_settings: CommentSettings
) -> None:
    reader.send(website="https://ada.example")
    assert Comment.objects.get().website == ""
    comment_settings.asks_for_website = True
    comment_settings.save()
    reader.send(website="https://ada.example", text="Again")
    assert Comment.objects.latest("pk").website == "https://ada.example"


def test_the_reply_page_shows_what_is_answered(reader: Reader, approved: Comment) -> None:
    html = reader.client.get(f"{reader.url}?to={approved.pk}").content.decode()
    assert f"Reply to {approved.name}" in html
    assert f'name="parent" value="{approved.pk}"' in html


@pytest.mark.parametrize("wanted", ["0", "x", "99999999999999999999", "-1"])
def test_there_is_none_for_a_comment_that_is_not_there(reader: Reader, wanted: str) -> None:
    assert reader.client.get(f"{reader.url}?to={wanted}").status_code == 404


def test_a_thousand_comments_cost_as_many_queries_as_one(reader: Reader, approved: Comment) -> None:
    reader.client.get(reader.page.url)
    with CaptureQueriesContext(connection) as one:
        reader.client.get(reader.page.url)
    for parent in (None, approved):
        replies = CommentFactory.build_batch(500, page=reader.page, parent=parent)
        Comment.objects.bulk_create(replies)
    with CaptureQueriesContext(connection) as thousand:
        html = reader.client.get(reader.page.url).content.decode()
    assert "Show 1001 comments" in html.replace(",", "")
    assert len(thousand) == len(one)


def test_when_a_comment_was_made_is_a_time_that_html_knows(
    reader: Reader, approved: Comment
) -> None:
    html = reader.client.get(reader.page.url).content.decode()
    time = re.search(rf'#{approved.anchor}"><time datetime="([^"]+)"', html)
    assert time
    # HTML allows no more than three digits of a second, and Python six.
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?[+-]\d\d:?\d\d", time[1])
