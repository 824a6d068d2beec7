"""The demo's pictures are there, have the sizes they need and stay small."""

from pathlib import Path

import pytest
from PIL import Image

import demo
from demo.content.articles import ARTICLES
from demo.content.home import POSTS
from demo.content.people import PEOPLE
from demo.content.practice import PRACTICE
from demo.content.show import SHOW
from demo.content.types import Picture

PICTURES = Path(demo.__file__).parent / "pictures"
IN_TEXTS = [block for each in ARTICLES for block in each.body if isinstance(block, Picture)]
REFERENCED = {
    PRACTICE.logo,
    SHOW.artwork,
    *(article.hero for article in ARTICLES),
    *(person.picture for person in PEOPLE),
    *(episode.artwork for episode in SHOW.episodes if episode.artwork),
    *(block.file for block in IN_TEXTS),
    *(post.picture for post in POSTS),
}


def test_every_picture_is_used_and_every_used_picture_is_there():
    assert {path.name for path in PICTURES.iterdir()} == REFERENCED


def test_all_pictures_together_stay_below_three_and_a_half_megabytes():
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 3_500_000


def test_every_picture_is_described():
    described = [
        PRACTICE.logo_alt,
        SHOW.artwork_alt,
        *(article.hero_alt for article in ARTICLES),
        *(person.picture_alt for person in PEOPLE),
        *(episode.artwork_alt for episode in SHOW.episodes if episode.artwork),
        *(block.alt for block in IN_TEXTS),
        *(post.alt for post in POSTS),
    ]
    assert all(described)
    assert len(set(described)) == len(described)


@pytest.mark.parametrize(
    ("name", "size"),
    [(article.hero, (1600, 1000)) for article in ARTICLES]
    + [(person.picture, (600, 600)) for person in PEOPLE]
    + [(each.artwork, (1400, 1400)) for each in SHOW.episodes if each.artwork]
    + [(post.picture, (640, 640)) for post in POSTS],
)
def test_a_picture_has_the_size_of_its_place(name, size):
    with Image.open(PICTURES / name) as picture:
        assert (picture.size, picture.mode, picture.format) == (size, "RGB", "JPEG")


def test_every_article_has_a_hero_of_its_own():
    assert len({article.hero for article in ARTICLES}) == len(ARTICLES)


def test_the_show_artwork_is_what_the_directories_ask_for():
    path = PICTURES / SHOW.artwork
    assert path.stat().st_size < 500_000
    with Image.open(path) as picture:
        assert (picture.size, picture.mode, picture.format) == ((3000, 3000), "RGB", "JPEG")
