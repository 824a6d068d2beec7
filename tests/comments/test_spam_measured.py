"""On comments labelled by hand, of which it has seen other ones, spam is told from readers' words.

The bounds are what `python -m bench.spam` measured (docs/benchmarks.md), less a margin.
"""

from __future__ import annotations

import pytest

from bench.spam import (
    Judged,
    cross_validated,
    labelled_comments,
    precision,
    recall,
    without_websites,
    wronged,
)
from comments.judging import BELIEVED_BELOW, SPAM_FROM


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return cross_validated(labelled_comments())


@pytest.fixture(scope="module")
def judged_without_websites() -> list[Judged]:
    return cross_validated(without_websites(labelled_comments()))


def test_there_is_as_much_of_both_and_nothing_twice() -> None:
    comments = labelled_comments()
    texts = {each.written.text for each in comments}
    assert len(texts) == len(comments) > 280
    assert 0.45 < sum(each.is_spam for each in comments) / len(comments) < 0.55
    assert all(each.written.name and "@" in each.written.email for each in comments)


def test_hardly_a_reader_is_taken_for_spam(
    judged: list[Judged], judged_without_websites: list[Judged]
) -> None:
    assert wronged(judged, SPAM_FROM) <= 0.01
    assert wronged(judged_without_websites, SPAM_FROM) <= 0.01


def test_much_of_the_spam_needs_no_second_look(
    judged: list[Judged], judged_without_websites: list[Judged]
) -> None:
    assert recall(judged, SPAM_FROM) >= 0.43
    assert recall(judged_without_websites, SPAM_FROM) >= 0.17


def test_little_spam_looks_like_a_readers_words(judged: list[Judged]) -> None:
    assert recall(judged, BELIEVED_BELOW) >= 0.90
    assert precision(judged, BELIEVED_BELOW) >= 0.80


def test_what_it_says_after_few_decisions_wrongs_hardly_anybody() -> None:
    assert wronged(cross_validated(labelled_comments(), learnt=40), SPAM_FROM) <= 0.02
