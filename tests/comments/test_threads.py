"""Readers see comments in threads: the oldest first, answers below what they answer."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.models import ArticlePage
from comments.models import Comment, Status
from comments.threads import DEEPEST, Post, threads_of
from tests.factories import ArticlePageFactory, CommentFactory


def outline(posts: list[Post]) -> list[Any]:
    """Names, each followed by a list of the answers where there are some."""
    found: list[Any] = []
    for post in posts:
        found.append(post.comment.name if not post.is_gone else "gone")
        if post.replies:
            found.append(outline(post.replies))
    return found


def say(article: ArticlePage, name: str, parent: Comment | None = None, **fields: Any) -> Comment:
    return CommentFactory(page=article, name=name, parent=parent, **fields)


def test_answers_stand_below_what_they_answer(article: ArticlePage) -> None:
    one = say(article, "one")
    two = say(article, "two")
    say(article, "to one", one)
    say(article, "to two", two)
    say(article, "to one again", one)
    assert outline(threads_of(article).posts) == [
        "one",
        ["to one", "to one again"],
        "two",
        ["to two"],
    ]


def test_deeper_than_three_they_stand_beside_it_and_name_it(article: ArticlePage) -> None:
    parent = None
    for number in range(1, 7):
        parent = say(article, str(number), parent)
    assert DEEPEST == 3
    threads = threads_of(article)
    assert outline(threads.posts) == ["1", ["2", ["3", "4", "5", "6"]]]
    flat = threads.posts[0].replies[0].replies
    assert [post.answers_to for post in flat] == ["", "3", "4", "5"]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.APPROVED}))
def test_an_answer_that_stands_beside_it_does_not_name_who_is_not_seen(
    article: ArticlePage, status: Status
) -> None:
    parent = None
    for number in range(1, DEEPEST + 1):
        parent = say(article, str(number), parent)
    hidden = say(article, "hidden", parent, status=status)
    say(article, "answer", hidden)
    flat = threads_of(article).posts[0].replies[0].replies
    assert [post.answers_to for post in flat] == ["", "3", ""]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.APPROVED}))
def test_what_is_not_approved_is_not_seen(article: ArticlePage, status: Status) -> None:
    say(article, "seen")
    say(article, "hidden", status=status)
    threads = threads_of(article)
    assert outline(threads.posts) == ["seen"]
    assert threads.count == 1


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.APPROVED}))
def test_its_place_is_kept_for_an_answer_that_can_be_read(
    article: ArticlePage, status: Status
) -> None:
    gone = say(article, "hidden", status=status)
    say(article, "waits", gone, status=Status.PENDING)
    assert threads_of(article).posts == []
    say(article, "answer", gone)
    threads = threads_of(article)
    assert outline(threads.posts) == ["gone", ["answer"]]
    assert threads.count == 1


def test_comments_of_another_page_are_not_among_them(article: ArticlePage) -> None:
    say(ArticlePageFactory(), "elsewhere")
    assert threads_of(article).posts == []


def test_a_chain_of_thousands_is_no_danger(
    article: ArticlePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pks = range(1_000_001, 1_003_001)
    Comment.objects.bulk_create(
        Comment(
            pk=pk,
            page_id=article.pk,
            parent_id=pk - 1 if pk > pks[0] else None,
            name=str(pk),
            text=str(pk),
            status=Status.APPROVED if pk == pks[-1] else Status.SPAM,
        )
        for pk in pks
    )
    with django_assert_num_queries(1):
        threads = threads_of(article)
    assert threads.count == 1
    assert len(threads.posts[0].replies[0].replies) == len(pks) - 2
