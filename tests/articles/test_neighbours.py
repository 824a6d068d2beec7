"""What an article leads to, told from the numbers of all."""

from __future__ import annotations

from datetime import date

import pytest

from articles.neighbours import Neighbours, Place

A, B = 1, 2


@pytest.fixture
def five() -> Neighbours:
    """Articles 1 to 5 of the first days of a year; the odd ones in category A."""
    articles = [(date(2026, 1, pk), pk, A if pk % 2 else B) for pk in (3, 1, 5, 2, 4)]
    return Neighbours(articles, [(1, 10), (2, 10), (2, 11), (4, 11)])


def test_the_next_one_is_the_next_by_date(five: Neighbours) -> None:
    here = Place(date(2026, 1, 3), 3)
    assert (five.before(here), five.after(here)) == (2, 4)


def test_at_the_ends_is_none(five: Neighbours) -> None:
    assert five.before(Place(date(2026, 1, 1), 1)) is None
    assert five.after(Place(date(2026, 1, 5), 5)) is None


def test_a_draft_that_is_not_among_them_has_neighbours_too(five: Neighbours) -> None:
    draft = Place(date(2026, 1, 3), 9)
    assert (five.before(draft), five.after(draft)) == (3, 4)


def test_most_tags_in_common_come_first_then_the_category_then_the_newest(
    five: Neighbours,
) -> None:
    assert five.related(9, A, [10, 11], number=4) == [2, 1, 4, 5]
    assert five.related(9, A, [10, 11], number=1) == [2]
    assert five.related(2, B, [10, 11], number=1) == [4]


def test_it_is_not_related_to_itself(five: Neighbours) -> None:
    assert five.related(5, A, [], number=2) == [3, 1]


def test_nothing_in_common_is_not_related(five: Neighbours) -> None:
    assert five.related(9, None, [99], number=3) == []
