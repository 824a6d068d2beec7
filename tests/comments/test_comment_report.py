"""The report counts what came and what became of it, and names nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from articles.models import ArticlePage
from comments.models import Comment, Status
from tests.comments.moderators import REPORT
from tests.factories import CommentFactory

HEADINGS = "Received in,Received,Approved,Rejected,Spam,Share of spam,Median hours until decided"


def came(article: ArticlePage, when: datetime, status: Status, hours: int | None = None) -> None:
    comment = CommentFactory(page=article, status=status, name="Ada", email="ada@reader.example")
    decided = None if hours is None else when + timedelta(hours=hours)
    Comment.objects.filter(pk=comment.pk).update(created_at=when, decided_at=decided)


@pytest.fixture
def year(article: ArticlePage) -> datetime:
    """Three today, one last year, one before that, and a reply of the practice."""
    today = timezone.now()
    came(article, today, Status.APPROVED, hours=1)
    came(article, today, Status.SPAM, hours=3)
    came(article, today, Status.PENDING)
    came(article, today - timedelta(days=200), Status.REJECTED, hours=48)
    came(article, today - timedelta(days=500), Status.APPROVED, hours=1)
    CommentFactory(page=article, is_from_practice=True)
    return today


def table(client: Client, **asked: str) -> list[str]:
    return client.get(REPORT, {"export": "csv", **asked}).getvalue().decode().splitlines()


def test_a_year_by_month(moderator: Client, year: datetime) -> None:
    this, other = (
        (timezone.localtime(year) - timedelta(days=days)).date().replace(day=1).isoformat()
        for days in (0, 200)
    )
    assert table(moderator) == [HEADINGS, f"{this},3,1,0,1,33%,2.0", f"{other},1,0,1,0,0%,48.0"]


def test_a_month_by_day(moderator: Client, year: datetime) -> None:
    today = timezone.localtime(year).date().isoformat()
    assert table(moderator, by="day") == [HEADINGS, f"{today},3,1,0,1,33%,2.0"]
    html = moderator.get(REPORT, {"by": "day"}).text
    assert "Last 31 days" in html
    assert "2\N{NO-BREAK SPACE}hours" in html


def test_no_reader_is_in_it(moderator: Client, year: datetime) -> None:
    html = moderator.get(REPORT).text
    sheet = load_workbook(BytesIO(moderator.get(REPORT, {"export": "xlsx"}).getvalue())).active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    for text in (html, "\n".join(table(moderator) + cells)):
        assert "Ada" not in text
        assert "reader.example" not in text


@pytest.mark.parametrize("month", range(1, 13))
def test_a_year_begins_with_the_month_after_this_one(
    moderator: Client, article: ArticlePage, month: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2025, month, 15, 12, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)
    first = (now.replace(day=1) - timedelta(days=334)).replace(day=2)
    came(article, first, Status.APPROVED)
    came(article, first.replace(day=1) - timedelta(days=2), Status.APPROVED)
    assert table(moderator)[1:] == [f"{first.date().replace(day=1)},1,1,0,0,0%,"]
