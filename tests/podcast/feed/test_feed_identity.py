"""A show's guid and categories are the ones every directory computes and knows."""

from __future__ import annotations

import pytest

from podcast.feed.categories import APPLE_CATEGORIES, is_apple_category
from podcast.feed.identity import podcast_guid
from podcast.feed.types import Category

PODNEWS = "9b024349-ccf0-5f69-a609-6b82873eab3c"


@pytest.mark.parametrize(
    "url",
    [
        "podnews.net/rss",
        "https://podnews.net/rss",
        "http://podnews.net/rss",
        "HTTPS://podnews.net/rss//",
    ],
)
def test_the_guid_is_the_one_the_podcast_namespace_gives_as_its_example(url: str) -> None:
    assert str(podcast_guid(url)) == PODNEWS


def test_another_address_gives_another_guid() -> None:
    assert str(podcast_guid("https://podnews.net/RSS")) != PODNEWS


def test_apple_has_19_categories_and_91_subcategories() -> None:
    assert len(APPLE_CATEGORIES) == 19
    assert sum(len(subcategories) for subcategories in APPLE_CATEGORIES.values()) == 91


@pytest.mark.parametrize(
    ("category", "known"),
    [
        (Category("Health & Fitness"), True),
        (Category("Health & Fitness", "Mental Health"), True),
        (Category("Technology"), True),
        (Category("Health &amp; Fitness"), False),
        (Category("health & fitness"), False),
        (Category("Arts", "Mental Health"), False),
        (Category(""), False),
    ],
)
def test_a_category_is_known_only_in_apples_exact_spelling(category: Category, known: bool) -> None:
    assert is_apple_category(category) is known
