"""The pictures to follow along with: chosen by editors, kept here, and linked to Instagram only."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from home.instagram import profile_name, validate_address, validate_profile
from home.models import HomePage
from tests.factories import PictureFactory

PROFILE = "https://www.instagram.com/the-practice/"
POST = "https://www.instagram.com/p/abc/"


@pytest.fixture
def home(site: Site) -> HomePage:
    return site.root_page.specific


def show(home: HomePage, number: int = 1, *, url: str = "", alt: str = "") -> None:
    home.posts = [
        ("post", {"image": PictureFactory(description="A square"), "alt": alt, "url": url})
        for _ in range(number)
    ]
    home.save()


def block(client: Client) -> str:
    html = client.get("/").text
    return html[html.index('aria-labelledby="follow-heading"') :] if "Follow along" in html else ""


def test_without_pictures_and_profile_there_is_no_block(client: Client, home: HomePage) -> None:
    assert block(client) == ""


def test_the_profile_alone_is_linked_by_its_name(client: Client, home: HomePage) -> None:
    home.instagram_profile = PROFILE
    home.save()
    html = block(client)
    assert f'href="{PROFILE}"' in html
    assert "@the-practice on Instagram" in html
    assert 'class="posts"' not in html


def test_a_picture_says_what_is_to_be_seen_and_leads_to_its_post(
    client: Client, home: HomePage
) -> None:
    show(home, url=POST, alt="The bench at the pier")
    html = block(client)
    assert re.search(rf'<a href="{POST}" rel="noopener">\s*<picture>', html)
    assert 'alt="The bench at the pier"' in html
    assert re.search(r'<img[^>]*width="\d+"', html)


def test_a_picture_without_words_of_its_own_is_described_as_in_the_library(
    client: Client, home: HomePage
) -> None:
    show(home)
    html = block(client)
    assert 'alt="A square"' in html
    assert "instagram.com" not in html


def test_nothing_is_loaded_from_elsewhere(client: Client, home: HomePage) -> None:
    home.instagram_profile = PROFILE
    show(home, 3, url=POST)
    assert not re.search(r'(?:src|srcset)="(?:https?:)?//', client.get("/").text)


def test_a_picture_that_was_deleted_leaves_the_others_standing(
    client: Client, home: HomePage
) -> None:
    show(home, 2)
    home.posts[0].value["image"].delete()
    assert block(client).count("<picture>") == 1


def test_twelve_pictures_ask_as_often_as_one(client: Client, home: HomePage) -> None:
    def queries() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    show(home, 1)
    few = queries()
    show(home, 12)
    assert queries() == few


def test_there_is_room_for_twelve(home: HomePage) -> None:
    block = home.posts.stream_block
    show(home, 12)
    block.clean(home.posts)
    show(home, 13)
    with pytest.raises(ValidationError):
        block.clean(home.posts)


@pytest.mark.parametrize(
    "url",
    [
        "https://instagram.example/the-practice",
        "https://www.instagram.com@evil.example/the-practice",
        "https://www.instagram.com.evil.example/the-practice",
        "http://www.instagram.com/the-practice",
        "https://www.instagram.com/",
        "https://www.instagram.com:444/the-practice",
        "javascript:alert(1)//www.instagram.com/the-practice",
        "",
    ],
)
def test_an_address_of_somebody_else_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        validate_address(url)
    with pytest.raises(ValidationError):
        validate_profile(url)


def test_a_post_is_no_profile() -> None:
    validate_address(POST)
    with pytest.raises(ValidationError, match="not of one post"):
        validate_profile(POST)


@pytest.mark.parametrize(
    "url", [PROFILE, "https://instagram.com/the-practice", f"{PROFILE}?igsh=abc"]
)
def test_a_profile_has_a_name(url: str) -> None:
    validate_profile(url)
    assert profile_name(url) == "@the-practice"
