"""A moderator works the queue off in a real browser: with keys, with buttons, and many at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from comments.deciding import edit
from comments.models import Comment, Status
from tests.factories import ArticlePageFactory, CommentFactory
from users.models import User


@pytest.fixture
def queue(admin_page: Page, live_server: LiveServer) -> Page:
    """Three that wait, the newest first: three, two, one."""
    article = ArticlePageFactory()
    for text in ("one", "two", "three"):
        CommentFactory(page=article, text=text, status=Status.PENDING)
    admin_page.goto(f"{live_server.url}/admin/comments/")
    return admin_page


def statuses() -> dict[str, str]:
    return dict(Comment.objects.values_list("text", "status"))


def test_keys_walk_and_decide_without_losing_the_place(queue: Page) -> None:
    expect(queue.locator("[data-keys]")).to_be_visible()
    queue.keyboard.press("a")  # No row has the focus yet, so nothing is meant.
    queue.keyboard.press("j")
    expect(queue.locator("[data-comment]").nth(0)).to_be_focused()
    queue.keyboard.press("a")
    expect(queue.locator("[data-comment]").nth(1)).to_be_focused()
    expect(queue.locator("[data-comment]").nth(0)).to_contain_text("approved")
    queue.keyboard.press("s")
    expect(queue.locator("[data-comment]").nth(1)).to_contain_text("spam")
    queue.keyboard.press("r")
    expect(queue.locator("[data-comment]").nth(2)).to_contain_text("rejected")
    assert statuses() == {"three": "approved", "two": "spam", "one": "rejected"}
    queue.keyboard.press("k")
    queue.keyboard.press("a")
    expect(queue.locator("[data-comment]").nth(1)).to_contain_text("approved")
    assert statuses()["two"] == "approved"


def test_a_button_decides_in_place(queue: Page) -> None:
    second = queue.locator("[data-comment]").nth(1)
    second.get_by_role("button", name="Reject").click()
    expect(second).to_contain_text("rejected")
    expect(queue.locator("#decided")).to_have_text("rejected")
    assert statuses() == {"three": "pending", "two": "rejected", "one": "pending"}
    expect(queue.locator("[data-count=pending]")).to_have_text("2")
    expect(queue.locator("[data-count=rejected]")).to_have_text("1")


def test_words_that_changed_meanwhile_are_not_decided_on(queue: Page) -> None:
    edit(Comment.objects.get(text="two"), name="Ada", text="Other words", user=None)
    second = queue.locator("[data-comment]").nth(1)
    second.get_by_role("button", name="Approve").click()
    expect(queue.locator("#decided")).to_be_visible()
    expect(queue.locator("#decided")).to_contain_text("has changed it since")
    assert set(statuses().values()) == {"pending"}


def test_keys_are_letters_while_somebody_types(queue: Page) -> None:
    queue.keyboard.press("j")
    queue.locator("#id_q").press_sequentially("ras")
    expect(queue.get_by_text("No comment matches.")).to_be_visible()
    assert set(statuses().values()) == {"pending"}


def test_keys_go_on_after_a_search(queue: Page) -> None:
    queue.locator("#id_q").fill("two")
    expect(queue.locator("[data-comment]")).to_have_count(1)
    queue.locator("[data-comment]").focus()
    queue.keyboard.press("s")
    expect(queue.locator("[data-comment]")).to_contain_text("spam")
    assert statuses() == {"three": "pending", "two": "spam", "one": "pending"}


def test_who_has_turned_shortcuts_off_has_none(queue: Page, superuser: User) -> None:
    profile = UserProfile.get_for_user(superuser)
    profile.keyboard_shortcuts = False
    profile.save()
    queue.reload()
    expect(queue.locator("[data-keys]")).to_be_hidden()
    queue.locator("[data-comment]").first.focus()
    queue.keyboard.press("s")
    queue.locator("[data-comment]").first.get_by_role("button", name="Approve").click()
    expect(queue.locator("[data-comment]").first).to_contain_text("approved")
    assert statuses()["three"] == "approved"


def test_what_could_not_be_saved_is_said(queue: Page) -> None:
    queue.route("**/decide/", lambda route: route.abort())
    queue.locator("[data-comment]").first.get_by_role("button", name="Spam").click()
    expect(queue.get_by_text("That was not saved.")).to_be_visible()
    expect(queue.locator("[data-comment]").first).to_contain_text("waiting")


def test_many_are_decided_at_once(queue: Page) -> None:
    queue.get_by_label("Select all").first.check()
    queue.locator(".bulk-actions-buttons").get_by_text("Approve", exact=True).click()
    queue.get_by_role("button", name="Yes, approve").click()
    expect(queue.get_by_text("3 comments were changed.")).to_be_visible()
    assert set(statuses().values()) == {"approved"}


def test_buttons_work_without_a_script(
    queue: Page, browser: Browser, live_server: LiveServer
) -> None:
    state = queue.context.storage_state()
    context = browser.new_context(java_script_enabled=False, storage_state=state)
    plain = context.new_page()
    plain.goto(f"{live_server.url}/admin/comments/")
    plain.locator("[data-comment]").first.get_by_role("button", name="Spam").click()
    expect(plain.locator("[data-comment]")).to_have_count(2)
    assert statuses()["three"] == "spam"
    context.close()
