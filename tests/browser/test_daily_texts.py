"""A reader's whole way through the daily texts: sign up, confirm, stop; with and without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from tests.browser.test_comments import A_PERSONS_TIME
from tests.factories import ArticlePageFactory, SiteSettingsFactory, StandardPageFactory
from texts.models import Message, Subscriber, TextSettings


@pytest.fixture
def texts(live_server: LiveServer) -> TextSettings:
    SiteSettingsFactory(practice_name="Larkmoss", country="US")
    return TextSettings.objects.create(
        site=Site.objects.get(is_default_site=True),
        are_on=True,
        about="one small thing to try",
        countries="US, AU",
        terms_page=StandardPageFactory(title="Terms", slug="terms"),
        privacy_page=StandardPageFactory(title="Privacy", slug="privacy"),
    )


@pytest.fixture(params=[True, False], ids=["with a script", "without a script"])
def reader(request: pytest.FixtureRequest, browser: Browser, texts: TextSettings) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=request.param) as context:
        yield context.new_page()


def body_of(kind: str) -> str:
    return Message.objects.filter(kind=kind).latest("pk").body


def test_from_the_article_to_the_stop(reader: Page, live_server: LiveServer) -> None:
    reader.goto(live_server.url + ArticlePageFactory().url)
    block = reader.get_by_role("region", name="Free daily texts")
    block.get_by_label("Mobile number").fill("202 555 01")
    block.get_by_label("First name").fill("Ada")
    block.get_by_label("I would like Larkmoss").check()
    reader.wait_for_timeout(A_PERSONS_TIME)
    block.get_by_role("button", name="Send me a code").click()
    expect(reader.get_by_text("There is no such number").first).to_be_visible()
    main = reader.get_by_role("main")
    expect(main.get_by_label("First name")).to_have_value("Ada")
    expect(main.get_by_label("I would like Larkmoss")).to_be_checked()
    main.get_by_label("Mobile number").fill("(202) 555-0142")
    main.get_by_role("button", name="Send me a code").click()

    expect(reader.get_by_role("heading", name="Type in your code")).to_be_visible()
    reader.get_by_label("Code").fill("12")
    reader.get_by_role("button", name="Confirm").click()
    expect(reader.get_by_text("That is not the code").first).to_be_visible()
    code = re.search(r"\d{6}", body_of("code"))
    assert code
    reader.get_by_label("Code").fill(code[0])
    reader.get_by_role("button", name="Confirm").click()
    expect(reader.get_by_role("heading", name="Welcome to the daily texts")).to_be_visible()
    assert Subscriber.objects.get().is_active

    link = re.search(r"/texts/stop/\S+", body_of("welcome"))
    assert link
    reader.goto(live_server.url + link[0])
    reader.get_by_role("button", name="Stop them").click()
    expect(reader.get_by_role("heading", name="You have been unsubscribed")).to_be_visible()
    assert not Subscriber.objects.get().is_active


def test_from_the_footer_where_the_reader_says_where_they_are(
    reader: Page, live_server: LiveServer
) -> None:
    reader.goto(f"{live_server.url}/terms/")
    footer = reader.get_by_role("contentinfo")
    footer.get_by_label("Mobile number").fill("+61 412 345 678")
    footer.get_by_role("button", name="Continue").click()
    main = reader.get_by_role("main")
    expect(main.get_by_label("Mobile number")).to_have_value("+61 412 345 678")
    main.get_by_label("I would like Larkmoss").check()
    reader.wait_for_timeout(A_PERSONS_TIME)
    main.get_by_role("button", name="Send me a code").click()
    zones = main.get_by_label("Where you are")
    zones.select_option(label=re.search(r"Perth \([^)]+\)", zones.inner_text())[0])  # type: ignore[index]
    main.get_by_role("button", name="Send me a code").click()
    expect(reader.get_by_role("heading", name="Type in your code")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_the_pages_can_be_used_by_everybody(
    browser: Browser, live_server: LiveServer, texts: TextSettings, width: int, scheme: Any
) -> None:
    size: Any = {"width": width, "height": 900}
    with browser.new_context(viewport=size, color_scheme=scheme) as context:
        page = context.new_page()
        for path in ("/texts/", "/texts/?by=email", "/texts/welcome/", "/"):
            page.goto(live_server.url + path)
            assert Axe().run(page).response["violations"] == [], path
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wide, path
        page.goto(f"{live_server.url}/texts/")
        main = page.get_by_role("main")
        main.get_by_label("Mobile number").fill("1")
        main.get_by_label("I would like Larkmoss").check()
        main.get_by_role("button", name="Send me a code").click()
        expect(page.get_by_text("Please look at this again")).to_be_visible()
        assert Axe().run(page).response["violations"] == []


def test_the_counter_speaks_while_an_editor_types(
    admin_page: Page, live_server: LiveServer, texts: TextSettings
) -> None:
    admin_page.goto(f"{live_server.url}/admin/texts/daily/add/")
    field = admin_page.locator("textarea[name=body]")
    field.fill("Hi {first_name|friend}")
    counter = admin_page.locator(".texts-counter")
    expect(counter.get_by_role("status")).to_contain_text("1 part, 138 characters left")
    expect(counter).to_contain_text("Larkmoss: Hi Alexandra")
    field.fill("Hi {name}")
    expect(counter.get_by_role("status")).to_contain_text("{name} means nothing")
