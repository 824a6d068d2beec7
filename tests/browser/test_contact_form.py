"""The contact form works without JavaScript, and takes whoever made a mistake to it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.contrib.forms.models import FormSubmission

from cms.models import ContactField
from tests.factories import ContactPageFactory


@pytest.fixture
def contact(live_server: LiveServer) -> str:
    fields = [
        ContactField(label="Name", field_type="name"),
        ContactField(label="E-mail", field_type="email"),
        ContactField(label="Best time", field_type="radio", choices="Morning\nEvening"),
        ContactField(
            label="Topics", field_type="checkboxes", choices="Back\nSleep", required=False
        ),
        ContactField(label="I may be called", field_type="checkbox", help_text="During the day."),
        ContactField(label="Message", field_type="multiline"),
    ]
    return live_server.url + ContactPageFactory(form_fields=fields).url


def fill_in(page: Page, email: str) -> None:
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Evening").check()
    page.get_by_label("I may be called").check()
    page.get_by_label("Message").fill("Good morning.")


def test_a_message_is_sent_without_javascript(browser: Browser, contact: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(contact)
        # As long as a person would need at least.
        page.wait_for_timeout(4_000)
        fill_in(page, "ada@visitor")
        page.get_by_role("button", name="Send the message").click()
        # Browsers let that address pass, and we do not.
        summary = page.get_by_role("group", name="Please look at this again")
        expect(summary).to_be_focused()
        summary.get_by_role("link").click()
        expect(page.get_by_label("E-mail")).to_be_focused()
        expect(page.get_by_label("Message")).to_have_value("Good morning.")
        fill_in(page, "ada@visitor.example")
        page.get_by_role("button", name="Send the message").click()
        expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
        page.reload()
    assert FormSubmission.objects.get().form_data["best_time"] == "Evening"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_form_full_of_mistakes(
    page: Page, contact: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(contact)
    page.locator("form.form").evaluate("form => form.noValidate = true")
    page.get_by_role("button", name="Send the message").click()
    expect(page.get_by_role("group", name="Please look at this again")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
