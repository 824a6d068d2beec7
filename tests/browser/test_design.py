"""The site keeps its form: on the narrowest and the widest screen, with a long menu, in every brand."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import (
    ArticlePageFactory,
    EpisodePageFactory,
    PictureFactory,
    SiteSettingsFactory,
    StandardPageFactory,
)

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: Two that editors might choose, and the edges of what they may.
BRANDS = [
    {"accent": "#1a4f8b", "typeface": "atkinson"},
    {"accent": "#8a3b12", "page_colour": "#fff6ec", "typeface": "literata"},
    {"accent": "#000000", "accent_dark": "#ffffff", "page_colour": "#ffffff", "typeface": "plain"},
]


@pytest.fixture
def lived_in(live_server: LiveServer) -> None:
    SiteSettingsFactory(disclaimer="In general.", phone="+1 202-555-0142")
    PictureFactory()
    ArticlePageFactory(title="On chairs")
    EpisodePageFactory(title="Heard with patience")


@pytest.fixture
def long_menu(live_server: LiveServer) -> None:
    for number in range(8):
        StandardPageFactory(title=f"A page about something {number}", show_in_menus=True)


@pytest.mark.usefixtures("lived_in", "long_menu")
@pytest.mark.parametrize("width", [320, 375, 1280, 1920])
def test_nothing_stands_out_of_the_page(
    admin_page: Page, live_server: LiveServer, width: int
) -> None:
    admin_page.set_viewport_size({"width": width, "height": 900})
    for address in ("/", "/admin/components/", "/not-there/"):
        admin_page.goto(live_server.url + address)
        assert admin_page.evaluate(OVERFLOW) == 0, address


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand["accent"])
def test_axe_finds_nothing_among_the_components(
    admin_page: Page, live_server: LiveServer, brand: dict[str, str], scheme: str
) -> None:
    settings = SiteSettingsFactory()
    for field, value in brand.items():
        setattr(settings, field, value)
    settings.full_clean()
    settings.save()
    admin_page.goto(f"{live_server.url}/admin/components/?theme={scheme}")
    # Wagtail's own button is not ours, and the page shows more asides than a page of readers would.
    found = Axe().run(
        admin_page,
        context={"exclude": ["wagtail-userbar"]},
        options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    )
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.usefixtures("long_menu")
def test_a_long_menu_opens_on_a_phone_and_lies_open_on_a_desk(
    page: Page, live_server: LiveServer
) -> None:
    link = page.get_by_role("link", name="A page about something 7")
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(live_server.url)
    expect(link).not_to_be_visible()
    assert page.locator(".site-header").bounding_box()["height"] < 150
    page.get_by_text("Menu", exact=True).press("Enter")
    expect(link).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(live_server.url)
    expect(link).to_be_visible()
    expect(page.get_by_text("Menu", exact=True)).not_to_be_visible()


def test_the_skip_link_is_the_first_and_leads_to_the_content(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to the content")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("typeface", ["literata", "atkinson"])
def test_a_font_of_ours_is_used_once_it_has_come(
    page: Page, live_server: LiveServer, typeface: str
) -> None:
    SiteSettingsFactory(typeface=typeface)
    page.goto(live_server.url)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)"
    )
    assert any(typeface in family.lower() for family in loaded)


def test_on_paper_the_text_takes_the_whole_width_and_nothing_else_is_printed(
    page: Page, live_server: LiveServer
) -> None:
    ArticlePageFactory(title="On tables")
    article = ArticlePageFactory(title="On chairs", body=[("paragraph", "<p>Sit.</p>")])
    page.goto(live_server.url + article.url)
    page.emulate_media(media="print")
    title, text = (page.locator(where).bounding_box() for where in ("h1", ".prose p"))
    assert text["x"] == title["x"]
    for left_out in (".breadcrumbs", ".share", ".neighbours", ".cards"):
        expect(page.locator(left_out).first).to_be_hidden()
