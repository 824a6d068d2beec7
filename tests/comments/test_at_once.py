"""Two presses of a button that arrive side by side are one comment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.models import ArticlePage
from comments.models import Comment, CommentSettings
from comments.submitting import Words, submit
from tests.factories import ArticlePageFactory

PRESSES = 4
WORDS = Words(name="Ada", email="ada@a.example", text="Thank you, that helped.")


def at_once(act: Callable[[], int]) -> list[int]:
    start = Barrier(PRESSES, timeout=30)

    def press() -> int:
        try:
            start.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(PRESSES) as hands:
        return [each.result() for each in [hands.submit(press) for _ in range(PRESSES)]]


@pytest.mark.django_db(transaction=True)
def test_a_comment_that_is_sent_side_by_side_is_there_once() -> None:
    article: ArticlePage = ArticlePageFactory()
    settings = CommentSettings(site=article.get_site())

    def send() -> int:
        comment = submit(
            page=article, parent=None, words=WORDS, settings=settings, network="192.0.2.1"
        )
        return comment.pk

    assert len(set(at_once(send))) == 1
    assert Comment.objects.count() == 1
