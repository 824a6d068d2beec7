"""A long feed is divided so that publishing changes no archive and no episode is lost or doubled."""

from __future__ import annotations

import math

import pytest

from podcast.feed.paging import ARCHIVE_SIZE, count_archives, paging_of

FEED = "https://practice.example/podcast/feed.xml"


def held(lengths: list[int], **options: float | None) -> tuple[int, int]:
    """How many archives there are, and how many items the feed itself holds."""
    archives = count_archives(lengths, **{"newest": None, **options})  # type: ignore[arg-type]
    return archives, len(lengths) - archives * ARCHIVE_SIZE


@pytest.mark.parametrize("count", [0, 1, 50, 51, 1000])
def test_a_feed_that_fits_has_no_archive(count: int) -> None:
    assert held([2_000] * count) == (0, count)


def test_a_feed_over_the_limit_keeps_as_many_of_the_newest_as_fit() -> None:
    assert held([10_000] * 1000, limit=2_900_000) == (15, 250)
    assert held([10_000] * 290, limit=2_900_000) == (0, 290)
    assert held([10_000] * 291, limit=2_900_000) == (1, 241)


def test_without_a_limit_everything_stays_in_the_feed() -> None:
    assert held([10_000] * 1000, limit=math.inf) == (0, 1000)


@pytest.mark.parametrize("newest", [50, 100, 300])
@pytest.mark.parametrize("count", [0, 49, 50, 99, 100, 149, 1000, 1049])
def test_a_feed_of_the_newest_holds_at_least_so_many(newest: int, count: int) -> None:
    _archives, left = held([2_000] * count, newest=newest)
    assert min(newest, count) <= left < newest + ARCHIVE_SIZE


def test_the_limit_holds_though_the_editor_wants_more() -> None:
    archives, left = held([20_000] * 400, newest=300, limit=2_900_000)
    assert left * 20_000 <= 2_900_000
    assert archives * ARCHIVE_SIZE + left == 400


def test_the_feed_itself_is_never_empty() -> None:
    assert held([9_000_000] * 100) == (1, 50)
    assert held([9_000_000]) == (0, 1)


def test_one_more_episode_moves_none_that_is_archived() -> None:
    counts = [count_archives([10_000] * count, newest=None) for count in range(1, 1200)]
    assert all(0 <= after - before <= 1 for before, after in zip(counts, counts[1:], strict=False))


def test_a_feed_without_archives_has_no_links() -> None:
    assert paging_of(0, archives=0, feed_url=FEED) is None


def test_the_chain_leads_from_the_newest_to_the_oldest_and_back() -> None:
    pages = {}
    for number in range(4):
        paging = paging_of(number, archives=3, feed_url=FEED)
        assert paging is not None
        pages[FEED.replace(".xml", f"/{number}.xml") if number else FEED] = paging
    url, chain = FEED, [FEED]
    while url := pages[url].next:
        assert pages[url].previous == chain[-1]
        chain.append(url)
    assert chain == [FEED, *(FEED.replace(".xml", f"/{number}.xml") for number in (3, 2, 1))]
    assert pages[FEED].previous == ""
    assert {page.first for page in pages.values()} == {FEED}
    assert {page.last for page in pages.values()} == {chain[-1]}
    assert [pages[url].is_archive for url in chain] == [False, True, True, True]
