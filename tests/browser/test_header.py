"""The header on the narrowest phone, and where letters are twice as large: nothing overlaps or stands out."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import FloatRect, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale, Site

from tests.factories import PictureFactory, SiteSettingsFactory, StandardPageFactory

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: All that is read or pressed in the header.
THINGS = ".site-header :is(.brand-logo, .brand-name, a:not(.brand), summary)"
#: Twice what browsers begin with, as a reader sets it.
LARGER = {"fontSizes": {"standard": 32}}
COLOURS = "[document.documentElement, document.body].map(e => getComputedStyle(e).backgroundColor)"


@pytest.fixture(params=[2, 8], ids=["short menu", "long menu"])
def home(live_server: LiveServer, request: pytest.FixtureRequest) -> str:
    """In two languages, with a name that takes more than a line and a logo before it."""
    logo = PictureFactory(file__width=120, file__height=120)
    SiteSettingsFactory(practice_name="Practice for Physiotherapy Littleharnmere", logo=logo)
    root = Site.objects.get(is_default_site=True).root_page.specific
    german = Locale.objects.create(language_code="de")
    root.copy_for_translation(german).save_revision().publish()
    for number in range(request.param):
        StandardPageFactory(title=f"Physiotherapeutically {number}", show_in_menus=True)
    return live_server.url


def overlap(one: FloatRect, other: FloatRect) -> bool:
    # Edges may meet.
    beside = (
        min(one[at] + one[size], other[at] + other[size]) - max(one[at], other[at])
        for at, size in (("x", "width"), ("y", "height"))
    )
    return all(shared > 1 for shared in beside)


@pytest.mark.parametrize("width", [320, 375, 640, 1280])
@pytest.mark.parametrize("is_larger", [False, True], ids=["letters", "large letters"])
def test_nothing_overlaps_and_nothing_stands_out(
    page: Page, home: str, width: int, is_larger: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    if is_larger:
        page.context.new_cdp_session(page).send("Page.setFontSizes", LARGER)
    page.goto(home)
    things = [each for each in page.locator(THINGS).all() if each.is_visible()]
    boxes = {each.inner_text() or "logo": each.bounding_box() for each in things}
    assert {"logo", "Deutsch", "Search"} <= {name.strip() for name in boxes}
    assert [
        pair for pair in combinations(boxes, 2) if overlap(boxes[pair[0]], boxes[pair[1]])
    ] == []
    outside = [
        name for name, box in boxes.items() if box["x"] < 0 or box["x"] + box["width"] > width
    ]
    assert outside == []
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browser_round_the_page_has_the_pages_colour(
    page: Page, live_server: LiveServer, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(live_server.url)
    told = page.locator(f"meta[name='theme-color'][media*='{scheme}']").get_attribute("content")
    red, green, blue = bytes.fromhex(told.removeprefix("#"))
    assert page.evaluate(COLOURS) == ["rgba(0, 0, 0, 0)", f"rgb({red}, {green}, {blue})"]
    assert (red + green + blue > 3 * 200) == (scheme == "light")
