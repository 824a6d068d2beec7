"""The side panel "Feed" and the gate in a real browser, and the page "Feed health" for everybody's eyes."""

from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from podcast.feeds import build_feed
from podcast.models import EpisodePage, FeedItem
from tests.factories import EpisodePageFactory, PictureFactory, ShowFactory


@pytest.fixture
def episode(live_server: LiveServer) -> EpisodePage:
    """An episode that apps have, beside another one with the number 5."""
    site = Site.objects.get()
    site.port = urlsplit(live_server.url).port
    site.save()
    show = ShowFactory(slug="podcast", artwork=PictureFactory(file__width=1400, file__height=1400))
    EpisodePageFactory(parent=show, title="The Other", number=5)
    episode = EpisodePageFactory(parent=show, title="The Episode", number=1)
    build_feed(show)
    return episode


@pytest.fixture
def editor_page(admin_page: Page) -> Page:
    """A page whose editor can be waited for: it begins to watch for edits a while after loading."""
    admin_page.add_init_script(
        "document.addEventListener('w-unsaved:watch-edits', () => { window.watched = true; })"
    )
    return admin_page


def open_editor(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_function("window.watched")


def test_the_panel_follows_what_is_typed(
    editor_page: Page, live_server: LiveServer, episode: EpisodePage
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[episode.pk])
    open_editor(editor_page, live_server.url + edit)
    toggle = editor_page.locator('[data-side-panel-toggle="feed"]')
    toggle.click()
    panel = editor_page.locator(".feed-panel")
    expect(panel).to_contain_text("Nothing changes for listeners.")
    editor_page.fill("#id_title", "The Episode again")
    expect(panel).to_contain_text("The title becomes “The Episode again”")
    editor_page.fill("#id_number", "5")
    expect(panel).to_contain_text("“The Other” has the number 5 too")
    expect(toggle).to_contain_text("1")


def test_the_panel_fills_when_a_new_page_is_first_saved(
    editor_page: Page, live_server: LiveServer, episode: EpisodePage
) -> None:
    parent = episode.get_parent()
    add = reverse("wagtailadmin_pages:add", args=["podcast", "episodepage", parent.pk])
    open_editor(editor_page, live_server.url + add)
    editor_page.locator('[data-side-panel-toggle="feed"]').click()
    panel = editor_page.locator(".feed-panel")
    expect(panel).to_contain_text("saved for the first time")
    editor_page.locator("#id_title").press_sequentially("Brand new")
    expect(panel).to_contain_text("“Brand new” has no recording")


def test_a_warning_is_read_ticked_and_published(
    editor_page: Page, live_server: LiveServer, episode: EpisodePage
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[episode.pk])
    open_editor(editor_page, live_server.url + edit)
    editor_page.fill("#id_number", "5")
    publish(editor_page)
    box = editor_page.get_by_label("I have read this; publish all the same.")
    expect(box).to_be_visible()
    box.check()
    publish(editor_page)
    expect(editor_page.locator(".messages")).to_contain_text("published")
    assert EpisodePage.objects.get(pk=episode.pk).number == 5


def publish(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_we_added(
    admin_page: Page,
    live_server: LiveServer,
    episode: EpisodePage,
    scheme: Literal["light", "dark"],
) -> None:
    FeedItem.objects.filter(episode=episode).update(fault="It failed.")
    admin_page.emulate_media(color_scheme=scheme)
    show = episode.get_parent()
    admin_page.goto(live_server.url + reverse("show_feed_health", args=[show.pk]))
    admin_page.get_by_role("button", name="Test our server now").click()
    expect(admin_page.locator('[data-level="good"]').first).to_be_visible()
    assert_no_violation(admin_page, "main")
    admin_page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[episode.pk]))
    admin_page.locator('[data-side-panel-toggle="feed"]').click()
    assert_no_violation(admin_page, ".feed-panel")
    admin_page.goto(f"{live_server.url}/admin/")
    expect(admin_page.get_by_text("Podcast feeds that need you")).to_be_visible()
    assert_no_violation(admin_page, "#feed-health-section, #feed-health-content")


def assert_no_violation(page: Page, within: str) -> None:
    found = Axe().run(page, context=within)
    assert found.violations_count == 0, found.generate_report()
