"""A browser tells the site what its reader has looked at, and nothing where the reader wants no counting."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.factories import StandardPageFactory

# The browser's own name says that nobody sits before it.
READER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(user_agent=READER)
    page = context.new_page()
    page.clock.install()
    yield page
    context.close()


def test_a_page_is_counted_after_some_seconds_and_not_before(
    live_server: LiveServer, reader: Page
) -> None:
    leaflet = StandardPageFactory()
    told: list[str] = []
    reader.on(
        "request", lambda request: told.append(request.url) if "seen/" in request.url else None
    )
    reader.goto(live_server.url + leaflet.url)
    reader.clock.run_for(4_000)
    assert told == []
    with reader.expect_response("**/stats/seen/") as response:
        reader.clock.run_for(2_000)
    assert response.value.status == 204
    assert leaflet.views.get().count == 1
    reader.clock.run_for(60_000)
    assert len(told) == 1
    assert reader.context.cookies() == []


@pytest.mark.parametrize("wish", ["globalPrivacyControl = true", "doNotTrack = '1'"])
def test_who_wants_no_counting_is_left_alone(
    live_server: LiveServer, reader: Page, wish: str
) -> None:
    leaflet = StandardPageFactory()
    name, value = wish.split(" = ")
    reader.add_init_script(f"Object.defineProperty(navigator, '{name}', {{ value: {value} }})")
    told: list[str] = []
    reader.on("request", lambda request: told.append(request.url))
    reader.goto(live_server.url + leaflet.url)
    reader.clock.run_for(60_000)
    assert told
    assert [url for url in told if "seen/" in url] == []
