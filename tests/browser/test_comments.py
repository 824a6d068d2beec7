"""Readers comment in a real browser, with and without a script: they send, answer, edit and remove."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from articles.models import ArticlePage
from comments.deciding import decide
from comments.models import Comment, CommentSettings, Status
from tests.audio_files import make_mp3
from tests.factories import ArticlePageFactory, CommentFactory, EpisodePageFactory, ShowFactory
from tests.podcast.conftest import store

#: As long as a person would need at least (cms.guarded_form).
A_PERSONS_TIME = 3_500

#: Sets the fragment as a script does: it is told by an event, and no browser opens what it is in.
OPEN_BY_SCRIPT_ALONE = """fragment => {
    history.pushState(null, "", fragment);
    dispatchEvent(new HashChangeEvent("hashchange"));
}"""


@pytest.fixture
def article(live_server: LiveServer) -> ArticlePage:
    return ArticlePageFactory(title="Sleeping well")


@pytest.fixture
def said(article: ArticlePage) -> Comment:
    return CommentFactory(page=article, name="Tom", text="That helped me.")


def fill_in(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Name").fill("Ada")
    page.get_by_role("textbox", name="E-mail").fill("ada@reader.example")
    page.get_by_role("textbox", name="Comment").fill(text)


@pytest.fixture(params=["with a script", "without a script"])
def page_of_a_reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=request.param == "with a script") as context:
        yield context.new_page()


def test_a_reader_answers_edits_and_removes(
    page_of_a_reader: Page, live_server: LiveServer, article: ArticlePage, said: Comment
) -> None:
    page = page_of_a_reader
    page.goto(live_server.url + article.url)
    expect(page.get_by_text("That helped me.")).to_be_hidden()
    page.get_by_text("Show 1 comment").click()
    expect(page.get_by_text("That helped me.")).to_be_visible()
    page.get_by_role("link", name="Reply to Tom").click()
    expect(page.get_by_role("heading", name="Reply to Tom")).to_be_visible()
    page.wait_for_timeout(A_PERSONS_TIME)

    fill_in(page, "Me too.")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_contain_text("Me too.")
    expect(page.locator("#preview")).to_be_in_viewport(ratio=1)
    expect(page.locator("#preview")).to_be_focused()
    assert Comment.objects.count() == 1
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("status")).to_contain_text("waits for somebody of the practice")
    answer = Comment.objects.latest("pk")
    assert (answer.parent, answer.status) == (said, Status.PENDING)
    own = page.url

    page.get_by_role("textbox", name="Comment").fill("Me too, at last.")
    page.get_by_role("button", name="Save the change").click()
    expect(page.locator(".preview")).to_contain_text("Me too, at last.")

    decide([answer], Status.APPROVED, None)
    page.goto(f"{live_server.url}{article.url}")
    page.get_by_text("Show 2 comments").click()
    expect(page.locator(f"#{said.anchor} .thread")).to_contain_text("Me too, at last.")

    page.goto(own)
    page.get_by_role("button", name="Remove my comment").click()
    expect(page.get_by_role("heading", name="Your comment is removed")).to_be_visible()
    page.goto(f"{live_server.url}{article.url}")
    expect(page.get_by_text("Show 1 comment")).to_be_visible()


def test_a_mistake_loses_nothing(
    page_of_a_reader: Page, live_server: LiveServer, article: ArticlePage
) -> None:
    page = page_of_a_reader
    page.goto(live_server.url + article.url)
    fill_in(page, "In a hurry.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_text("That was very quick.")).to_be_in_viewport()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_role("textbox", name="Comment")).to_have_value("In a hurry.")
    page.wait_for_timeout(A_PERSONS_TIME)
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("heading", name="Your comment")).to_be_visible()


def test_a_preview_of_what_is_wrong_says_so(
    page_of_a_reader: Page, live_server: LiveServer, article: ArticlePage
) -> None:
    page = page_of_a_reader
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(live_server.url + article.url)
    fill_in(page, "https://one.example https://two.example https://three.example")
    for button in ("Preview", "Preview", "Send the comment"):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("link", name="no more than 2 links")).to_be_in_viewport()
        expect(page.locator(".error-summary")).to_be_focused()


@pytest.mark.parametrize("anchor", ["comment-{}", "comments"])
def test_an_address_leads_to_its_comment_and_opens_it(
    page: Page, live_server: LiveServer, said: Comment, anchor: str
) -> None:
    page.goto(f"{live_server.url}{said.page.url}#{anchor.format(said.pk)}")
    expect(page.get_by_text("That helped me.")).to_be_in_viewport()


def test_an_address_leads_to_its_comment_on_a_closed_page(
    page: Page, live_server: LiveServer, said: Comment
) -> None:
    faults: list[Error] = []
    page.on("pageerror", lambda fault: faults.append(fault))
    said.page.comments_open = False
    said.page.save()
    page.goto(f"{live_server.url}{said.page.url}")
    expect(page.get_by_text("New comments are no longer taken here.")).to_be_visible()
    for odd in ("#comment-0", "#comment'[1]", "#comment%", "#", "#main"):
        page.evaluate("hash => { location.hash = hash; }", odd)
        expect(page.get_by_text("That helped me.")).to_be_hidden()
    # As scripts of other pages and old browsers have it: nothing is opened on the way there.
    page.evaluate(OPEN_BY_SCRIPT_ALONE, f"#{said.anchor}")
    expect(page.get_by_text("That helped me.")).to_be_in_viewport()
    assert faults == []


def test_who_does_not_want_to_answer_after_all_comments_alone(
    page: Page, live_server: LiveServer, article: ArticlePage, said: Comment
) -> None:
    page.goto(live_server.url + article.url)
    page.get_by_text("Show 1 comment").click()
    not_as_a_reply = page.get_by_role("button", name="Not as a reply")
    expect(not_as_a_reply).to_be_hidden()
    page.get_by_role("textbox", name="Comment").fill("Something else.")
    page.get_by_role("link", name="Reply to Tom").press("Enter")
    expect(page.locator(f"#{said.anchor} .reply")).to_be_visible()
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(not_as_a_reply).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".post .reply")).to_have_count(0)
    expect(page.get_by_role("region", name="Leave a reply")).to_be_visible()
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    expect(not_as_a_reply).to_be_hidden()
    fill_in(page, "Something else.")
    page.wait_for_timeout(A_PERSONS_TIME)
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("status")).to_contain_text("waits for somebody of the practice")
    assert Comment.objects.latest("pk").parent is None


def test_a_time_in_a_comment_plays_the_audio(page: Page, live_server: LiveServer) -> None:
    recording = store(make_mp3(seconds=20), "Talk")
    episode = EpisodePageFactory(parent=ShowFactory(), recording=recording)
    CommentFactory(page=episode, text="What you say at 0:12 is true.")
    page.goto(live_server.url + episode.url)
    page.get_by_text("Show 1 comment").click()
    page.locator(".comments").get_by_role("link", name="0:12").click()
    page.wait_for_function("document.querySelector('audio').currentTime >= 12")


@pytest.fixture
def page_behind_a_riddle(page: Page, live_server: LiveServer, article: ArticlePage) -> Page:
    """The form is filled in, and not sent yet."""
    CommentSettings.objects.create(site=Site.objects.get(), has_riddle=True)
    page.goto(live_server.url + article.url)
    page.wait_for_timeout(A_PERSONS_TIME)
    fill_in(page, "No machine.")
    return page


def test_a_browser_solves_the_riddle_by_itself(page_behind_a_riddle: Page) -> None:
    page = page_behind_a_riddle
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("heading", name="Your comment")).to_be_visible()


def test_a_preview_costs_no_riddle(page_behind_a_riddle: Page) -> None:
    page = page_behind_a_riddle
    page.wait_for_function("document.querySelector('[name=riddle]').value")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_contain_text("No machine.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("heading", name="Your comment")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_in_open_threads_and_in_the_pages_of_a_comment(
    page: Page, live_server: LiveServer, said: Comment, scheme: str, width: int
) -> None:
    CommentFactory(page=said.page, parent=said, name="The Practice", is_from_practice=True)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}{said.page.url}#{said.anchor}")
    expect(page.get_by_text("That helped me.")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.wait_for_timeout(A_PERSONS_TIME)
    page.get_by_role("link", name="Reply to Tom").click()
    fill_in(page, "Axe looks at this.")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("heading", name="Your comment")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
