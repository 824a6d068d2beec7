"""What people do to subscribe, in a real browser: open a feed, copy its address, use the keyboard."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from tests.factories import EpisodePageFactory, ShowFactory


@pytest.fixture
def show_url(live_server: LiveServer) -> str:
    """A show with an episode, at the address under which the browser finds it."""
    site = Site.objects.get()
    site.port = urlsplit(live_server.url).port
    site.save()
    EpisodePageFactory(parent=ShowFactory(title="The Show", slug="podcast"), title="The Episode")
    return f"{live_server.url}/podcast/"


def test_an_opened_feed_is_a_page_that_breaks_no_rule_of_ours(page: Page, show_url: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    response = page.goto(f"{show_url}feed.xml")
    assert response is not None
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    expect(page.get_by_role("heading", level=1)).to_have_text("The Show")
    expect(page.get_by_role("link", name="The Episode")).to_be_visible()
    page.get_by_role("link", name="Choose your app").click()
    expect(page).to_have_url(f"{show_url}subscribe/")
    assert complaints == []


def test_a_script_that_fetches_the_feed_gets_the_feed(page: Page, show_url: str) -> None:
    page.goto(f"{show_url}feed.xml")
    kind = page.evaluate("fetch('feed.xml').then(answer => answer.headers.get('content-type'))")
    assert kind == "application/rss+xml; charset=utf-8"
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Show")


def test_the_address_is_copied_by_keyboard(page: Page, show_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{show_url}subscribe/")
    field = page.get_by_role("textbox", name="Any other app")
    expect(field).to_have_value(f"{show_url}feed.xml")
    field.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy the address")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{show_url}feed.xml"


@pytest.mark.parametrize("path", ["subscribe/", "feed.xml"])
def test_nothing_is_wider_than_a_small_phone(page: Page, show_url: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(show_url + path)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
