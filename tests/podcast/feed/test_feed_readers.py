"""Three parsers of real podcast apps read every item back as it was meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from podcast.feed.types import Enclosure
from tests.feed_readers import READERS, ReadItem
from tests.podcast.feed.samples import ODD_TEXTS, channel, item, joined
from tests.podcast.feed.told import assert_agree

EPISODES = {
    "artwork with a query": item(12, image_url="https://cdn.example/a.jpeg?v=2&w=3"),
    "of a day": item(10, duration=86_400.0),
    "of one second": item(9, duration=0.2),
    "address with a query": item(
        8, enclosure=Enclosure("https://cdn.example/8.m4a?a=1&b=%20", 17_000, "audio/x-m4a")
    ),
    "without words": item(7, notes_html="", summary=""),
    "without notes": item(6, notes_html=""),
    "without artwork": item(5, image_url=""),
    "full": item(4),
    "bonus, explicit": item(3, episode_type="bonus", explicit=True),
    "trailer of a season": item(2, episode_type="trailer", number=None),
    "trailer of the show": item(1, episode_type="trailer", season=None, number=None),
    "long ago": item(0, published=datetime(1999, 12, 31, 23, 59, 59, tzinfo=UTC), number=None),
}

Reader = Callable[[bytes], list[ReadItem]]


@pytest.mark.parametrize("read", READERS)
def test_every_kind_of_episode_is_read_back_equal(read: Reader) -> None:
    items = list(EPISODES.values())
    assert_agree(read, joined(channel(), items), items)


@pytest.mark.parametrize("read", READERS)
def test_episodes_with_odd_texts_are_read_back_equal(read: Reader) -> None:
    texts = enumerate(ODD_TEXTS.values(), start=1)
    items = [
        item(number, title=f"{text} {number}", summary=text, notes_html=text, author=text)
        for number, text in reversed([*texts])
    ]
    assert_agree(read, joined(channel(), items), items)
