"""The queue shows what waits, narrowed down, searched and sorted, in as many queries for many as for one."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from articles.models import ArticlePage
from comments.models import Comment, Status
from tests.comments.moderators import QUEUE, REPORT, client_of, member
from tests.factories import ArticlePageFactory, CommentFactory


def texts(client: Client, **asked: Any) -> list[str]:
    response = client.get(QUEUE, asked)
    assert response.status_code == 200
    return [comment.text for comment in response.context["object_list"]]


@pytest.fixture
def comments(article: ArticlePage) -> None:
    def add(text: str, status: Status = Status.PENDING, **more: Any) -> None:
        CommentFactory(**{"page": article, "text": text, "status": status, **more})

    add("first", score=0.7)
    add("second", score=0.1, sender="a" * 32)
    add("third", page=ArticlePageFactory())
    add("shown", Status.APPROVED, is_from_practice=True)
    add("pills", Status.SPAM, score=0.99)
    add("gone", Status.REMOVED)


def test_what_waits_is_shown_the_newest_first(moderator: Client, comments: None) -> None:
    assert texts(moderator) == ["third", "second", "first"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"status": "spam"}, ["pills"]),
        ({"status": "all"}, ["pills", "shown", "third", "second", "first"]),
        ({"score": "possible"}, ["first"]),
        ({"score": "unknown"}, ["third"]),
        ({"sender": "a" * 32}, ["second"]),
        ({"status": "all", "is_from_practice": "true"}, ["shown"]),
        ({"created_at_to": "2001-01-01"}, []),
        ({"q": "SECO"}, ["second"]),
        ({"ordering": "score"}, ["second", "first", "third"]),
        ({"ordering": "-score"}, ["first", "second", "third"]),
        ({"ordering": "email"}, ["third", "second", "first"]),
    ],
)
def test_it_is_narrowed_down_searched_and_sorted(
    moderator: Client, comments: None, asked: dict[str, str], found: list[str]
) -> None:
    assert texts(moderator, **asked) == found


def test_it_is_narrowed_down_to_a_page(
    moderator: Client, comments: None, article: ArticlePage
) -> None:
    assert texts(moderator, page=article.pk) == ["second", "first"]


def test_the_tabs_and_the_menu_count(moderator: Client, comments: None) -> None:
    html = moderator.get(QUEUE).text
    tabs = re.findall(r">(\w+) <span data-count=\"\w+\">(\d+)</span>", html)
    assert tabs == [
        ("Waiting", "3"),
        ("Approved", "1"),
        ("Rejected", "0"),
        ("Spam", "1"),
        ("All", "5"),
    ]
    assert "Comments (3)" in html


def test_addresses_are_shown_searched_and_exported_for_those_alone_who_may_see_them(
    moderator: Client, waiting: Comment
) -> None:
    Comment.objects.update(email="ada@reader.example")
    pages = [QUEUE, f"{QUEUE}{waiting.pk}/", f"{QUEUE}?export=csv"]

    def shown(client: Client) -> list[bool]:
        bodies = [b"".join(client.get(page)) for page in pages]  # type: ignore[arg-type]
        return [b"ada@reader.example" in body for body in bodies]

    trusted = client_of(member("trusted", "moderate_comment", "see_addresses"))
    assert shown(moderator) == [False] * 3
    assert shown(trusted) == [True] * 3
    assert texts(moderator, q="reader.example") == []
    assert texts(trusted, q="reader.example") == [waiting.text]


def test_no_formula_gets_into_the_file(moderator: Client, waiting: Comment) -> None:
    Comment.objects.update(name="=HYPERLINK(1)", text="+1")
    table = moderator.get(QUEUE, {"export": "csv"}).getvalue().decode()
    assert "'=HYPERLINK(1),'+1" in table


@pytest.mark.parametrize("path", [QUEUE, f"{QUEUE}results/", REPORT, "/admin/"])
def test_fifty_comments_cost_as_many_queries_as_one(
    moderator: Client, article: ArticlePage, path: str
) -> None:
    def cost() -> int:
        moderator.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert moderator.get(path).status_code == 200
        return len(queries)

    CommentFactory(page=article, status=Status.PENDING)
    one = cost()
    CommentFactory.create_batch(49, page=article, status=Status.PENDING)
    assert cost() == one


def test_the_page_of_a_comment_costs_as_much_with_fifty_answers(
    moderator: Client, waiting: Comment
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            moderator.get(f"{QUEUE}{waiting.pk}/")
        return len(queries)

    CommentFactory(page=waiting.page, parent=waiting)
    cost()
    one = cost()
    CommentFactory.create_batch(49, page=waiting.page, parent=waiting)
    assert cost() == one


def test_no_word_that_a_spreadsheet_cannot_hold_stops_an_export(
    moderator: Client, waiting: Comment
) -> None:
    Comment.objects.update(name="A\x01da", text="One\x0btwo")
    file = moderator.get(QUEUE, {"export": "xlsx"})
    cells = [cell.value for row in load_workbook(BytesIO(file.getvalue())).active for cell in row]
    assert {"Ada", "Onetwo"} <= set(cells)
