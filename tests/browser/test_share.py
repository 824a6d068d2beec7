"""Passing an article on: by links alone, and by what a script adds to them."""

import re

from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.factories import ArticlePageFactory


def test_the_link_is_copied_and_that_is_said(
    page: Page, context: BrowserContext, live_server: LiveServer
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    article = ArticlePageFactory(slug="up")
    page.goto(f"{live_server.url}{article.url}")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(article.url)


def test_without_a_script_there_are_only_links(
    live_server: LiveServer, new_context: CreateContextCallback
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}{ArticlePageFactory().url}")
    share = page.locator(".share")
    expect(share.get_by_role("button")).to_have_count(0)
    expect(share.get_by_role("link", name="E-mail")).to_have_attribute(
        "href", re.compile("^mailto:")
    )
