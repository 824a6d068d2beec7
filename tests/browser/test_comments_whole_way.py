"""A comment's whole way through two browsers: sent, let through among others, read, changed, removed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import ArticlePage
from comments.models import Comment, Status
from tests.browser.test_comments import A_PERSONS_TIME, fill_in
from tests.factories import ArticlePageFactory, CommentFactory


@pytest.fixture
def said(live_server: LiveServer) -> Comment:
    return CommentFactory(page=ArticlePageFactory(), name="Tom", text="That helped me.")


@pytest.fixture(params=[True, False], ids=["with a script", "without a script"])
def browsers(
    request: pytest.FixtureRequest, browser: Browser, admin_page: Page, live_server: LiveServer
) -> Iterator[tuple[Page, Page, bool]]:
    """That of a reader, and that of a moderator."""
    scripted = request.param
    state = admin_page.context.storage_state()
    with (
        browser.new_context(java_script_enabled=scripted) as readers,
        browser.new_context(java_script_enabled=scripted, storage_state=state) as moderators,
    ):
        yield readers.new_page(), moderators.new_page(), scripted


def let_through(page: Page, live_server: LiveServer, *, in_bulk: bool) -> None:
    """All that waits: at once, for which Wagtail needs a script, or one after the other."""
    page.goto(f"{live_server.url}/admin/comments/")
    if in_bulk:
        page.get_by_label("Select all").first.check()
        page.locator(".bulk-actions-buttons").get_by_text("Approve", exact=True).click()
        page.get_by_role("button", name="Yes, approve").click()
    else:
        for waiting in range(page.locator("[data-comment]").count(), 0, -1):
            page.locator("[data-comment]").first.get_by_role("button", name="Approve").click()
            expect(page.locator("[data-comment]")).to_have_count(waiting - 1)
    expect(page.locator("[data-comment]")).to_have_count(0)


def see(page: Page, live_server: LiveServer, article: ArticlePage, number: int) -> None:
    """Open the comments of the page, which says how many there are."""
    page.goto(live_server.url + article.url)
    page.get_by_text(f"Show {number} comment").click()


def test_from_the_reply_to_its_removal(
    browsers: tuple[Page, Page, bool], live_server: LiveServer, said: Comment
) -> None:
    reader, moderator, scripted = browsers
    article = said.page
    CommentFactory(page=article, text="Another that waits.", status=Status.PENDING)
    see(reader, live_server, article, 1)
    reader.get_by_role("link", name="Reply to Tom").click()
    reader.wait_for_timeout(A_PERSONS_TIME)
    fill_in(reader, "Me too.")
    reader.get_by_role("button", name="Send the comment").click()
    expect(reader.get_by_role("status")).to_contain_text("waits for somebody of the practice")
    own = reader.url

    let_through(moderator, live_server, in_bulk=scripted)
    see(reader, live_server, article, 3)
    expect(reader.locator(f"#{said.anchor} .thread")).to_contain_text("Me too.")

    reader.goto(own)
    expect(reader.get_by_role("status")).to_contain_text("is published")
    reader.get_by_role("textbox", name="Comment").fill("Me too, at last.")
    reader.get_by_role("button", name="Save the change").click()
    expect(reader.get_by_role("status")).to_contain_text("waits for somebody of the practice")
    see(reader, live_server, article, 2)
    expect(reader.get_by_text("Me too")).to_have_count(0)

    let_through(moderator, live_server, in_bulk=scripted)
    see(reader, live_server, article, 3)
    expect(reader.locator(f"#{said.anchor} .thread")).to_contain_text("Me too, at last.")

    reader.goto(own)
    reader.get_by_role("button", name="Remove my comment").click()
    expect(reader.get_by_role("heading", name="Your comment is removed")).to_be_visible()
    see(reader, live_server, article, 2)
    expect(reader.get_by_text("Me too")).to_have_count(0)
    assert not Comment.objects.filter(email="ada@reader.example").exists()
