"""What stands above and below every page: name, menu, where to follow, whose site it is."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    ArticleIndexPageFactory,
    PictureFactory,
    ShowFactory,
    SiteSettingsFactory,
    StandardPageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def part(client: Client, name: str, url: str = "/") -> str:
    html = client.get(url).content.decode()
    return re.search(rf"<{name} class=.*?</{name}>", html, re.DOTALL)[0]


def queries(client: Client) -> int:
    client.get("/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    return len(captured)


def test_a_short_menu_lies_open(client: Client) -> None:
    for _ in range(5):
        StandardPageFactory(show_in_menus=True)
    assert "<details" not in part(client, "header")


def test_a_long_menu_folds_up_and_search_stays(client: Client) -> None:
    for _ in range(6):
        StandardPageFactory(show_in_menus=True)
    header = part(client, "header")
    menu = re.search(r"<details.*</details>", header, re.DOTALL)[0]
    assert "<summary>Menu</summary>" in menu
    assert menu.count("<li>") == 6
    assert 'href="/search/"' in header
    assert 'href="/search/"' not in menu


def test_search_marks_itself(client: Client) -> None:
    assert 'href="/search/" aria-current="page"' in part(client, "header", "/search/")


def test_a_square_logo_stands_before_the_name_with_its_size(client: Client) -> None:
    SiteSettingsFactory(logo=PictureFactory(file__width=200, file__height=200))
    header = part(client, "header")
    logo = re.search(r'<img[^>]*class="brand-logo"[^>]*>', header)[0]
    assert 'alt=""' in logo
    assert 'width="112"' in logo
    assert 'height="112"' in logo
    assert "The Practice</span>" in header


def test_a_wide_logo_stands_alone_and_is_read_out_as_the_name(client: Client) -> None:
    SiteSettingsFactory(logo=PictureFactory(file__width=400, file__height=100))
    header = part(client, "header")
    assert 'alt="The Practice"' in header
    assert "brand-name" not in header


def test_profiles_say_that_they_are_ours(client: Client) -> None:
    profile = {"name": "Photographs", "url": "https://pictures.example/practice"}
    settings = SiteSettingsFactory()
    settings.profiles = [("profile", profile)]
    settings.save()
    link = '<a rel="me noopener" href="https://pictures.example/practice">Photographs</a>'
    assert link in part(client, "footer")


def test_feeds_are_named_for_people(client: Client) -> None:
    ArticleIndexPageFactory(title="Articles", slug="articles")
    ShowFactory(title="The Slow Stairs", slug="stairs")
    footer = part(client, "footer")
    assert 'href="http://localhost/articles/feed.xml">Articles as a feed</a>' in footer
    assert 'href="http://localhost/stairs/subscribe/">Subscribe to The Slow Stairs</a>' in footer


def test_a_site_with_nothing_to_follow_has_no_such_list(client: Client) -> None:
    assert "Follow us" not in part(client, "footer")


def test_the_footer_says_whose_site_it_is(client: Client) -> None:
    SiteSettingsFactory(about="A quiet house.", email="hello@practice.example")
    footer = part(client, "footer")
    assert f"© {timezone.now().year} The Practice" in footer
    assert "A quiet house." in footer
    assert 'href="mailto:hello@practice.example"' in footer


def test_menus_legal_pages_and_feeds_are_asked_for_in_one_query(client: Client) -> None:
    ShowFactory()
    client.get("/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    asked = [each for each in captured if "show_in_footer" in each["sql"]]
    assert len(asked) == 1


def test_a_page_asks_as_often_with_many_pages_in_the_menus(client: Client) -> None:
    StandardPageFactory(show_in_menus=True, show_in_footer=True)
    few = queries(client)
    for _ in range(19):
        StandardPageFactory(show_in_menus=True, show_in_footer=True)
    assert queries(client) == few


def test_the_look_costs_no_query_of_its_own(client: Client) -> None:
    SiteSettingsFactory()
    few = queries(client)
    settings = SiteSettingsFactory()
    settings.accent, settings.typeface = "#1a4f8b", "atkinson"
    settings.save()
    assert queries(client) == few
    assert len(questions_for_settings(client)) == 1


def questions_for_settings(client: Client) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    return [each["sql"] for each in captured if 'FROM "cms_sitesettings"' in each["sql"]]
