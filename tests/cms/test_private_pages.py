"""Who comes to a private page meets our site, which tells nothing of that page."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from cms.models import StandardPage
from home.models import HomePage
from tests.factories import StandardPageFactory
from users.models import User

SECRET = "Plans for a house by the sea"
PASSWORD = "gravel and thrift"


@pytest.fixture
def page(site: Site) -> StandardPage:
    return StandardPageFactory(title=SECRET, slug="plans", body=[("paragraph", f"<p>{SECRET}</p>")])


def by_password(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="password", password=PASSWORD)


def by_login(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def assert_ours(html: str) -> None:
    assert '<link rel="stylesheet" href="/site-' in html
    assert '<meta name="viewport"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert SECRET not in html


def test_a_password_opens_a_page(client: Client, page: StandardPage) -> None:
    by_password(page)
    asked = client.get("/plans/")
    assert_ours(asked.text)
    form = {"password": PASSWORD, "return_url": "/plans/"}
    opened = client.post(asked.context["action_url"], form, follow=True)
    assert SECRET in opened.text


def test_a_wrong_password_is_told(client: Client, page: StandardPage) -> None:
    by_password(page)
    action = client.get("/plans/").context["action_url"]
    html = client.post(action, {"password": "x", "return_url": "/plans/"}).text
    assert_ours(html)
    assert 'aria-invalid="true"' in html


def test_an_account_opens_a_page(client: Client, page: StandardPage) -> None:
    by_login(page)
    User.objects.create_user("edda", password=PASSWORD)
    asked = client.get("/plans/", follow=True)
    assert_ours(asked.text)
    (address, _status) = asked.redirect_chain[-1]
    login = {"username": "edda", "password": PASSWORD, "next": "/plans/"}
    assert SECRET in client.post(address, login, follow=True).text


def test_the_question_is_asked_in_the_language_of_the_page(
    client: Client, german_home: HomePage
) -> None:
    by_password(StandardPageFactory(parent=german_home, slug="plaene", locale=german_home.locale))
    assert "Diese Seite fragt nach einem Passwort" in client.get("/de/plaene/").text
