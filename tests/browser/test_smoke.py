"""The site opens in a real browser."""

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from users.models import User


def test_an_editor_logs_in_and_finds_the_pages(admin_page: Page) -> None:
    expect(admin_page.get_by_role("button", name="Pages")).to_be_visible()


def test_a_wrong_password_is_refused(live_server: LiveServer, superuser: User, page: Page) -> None:
    page.goto(f"{live_server.url}/admin/")
    page.fill("input[name=username]", superuser.username)
    page.fill("input[name=password]", "wrong horse")
    page.click("button[type=submit]")
    expect(page.get_by_text("didn't match")).to_be_visible()
