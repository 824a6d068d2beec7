"""A browser for the tests: the system's Chromium, and a page logged into the admin."""

import os
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from audit import browser
from users.models import User

# A page may be slow where all cores are busy with other tests; it is not wrong for that.
expect.set_options(timeout=20_000)

# Playwright keeps an event loop running in this thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    try:
        return browser_type_launch_args | browser.launch_options()
    except LookupError as missing:
        pytest.fail(str(missing)) if os.environ.get("CI") == "true" else pytest.skip(str(missing))


@pytest.fixture
def superuser(live_server: LiveServer) -> User:
    return User.objects.create_superuser("editor", "editor@practice.example", "correct horse")


@pytest.fixture
def admin_page(live_server: LiveServer, superuser: User, page: Page) -> Page:
    """A page in Wagtail's admin, logged in by the form as anybody would."""
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("input[name=username]", superuser.username)
    page.fill("input[name=password]", "correct horse")
    page.click("button[type=submit]")
    page.wait_for_url(f"{live_server.url}/admin/")
    return page
