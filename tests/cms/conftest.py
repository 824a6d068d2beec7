"""What tests of pages, editions and languages share."""

import time
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Site

from cms.models import StandardPage
from home.models import HomePage
from tests.cms.kept_pages import Later
from tests.factories import StandardPageFactory


@pytest.fixture
def about(site: Any) -> StandardPage:
    return StandardPageFactory(title="Of our house", slug="of-our-house")


@pytest.fixture
def visitor(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A stranger who meets a process that keeps pages for ten minutes; no time passes by itself."""
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    settings.PAGE_MEMORY_SECONDS = 600
    return Client()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    def move(seconds: float) -> None:
        moment = time.monotonic() + seconds
        monkeypatch.setattr(time, "monotonic", lambda: moment)

    return move


@pytest.fixture
def german(db: None) -> Locale:
    return Locale.objects.create(language_code="de")


@pytest.fixture
def german_home(site: Site, german: Locale) -> HomePage:
    """The home page in German, published."""
    page = site.root_page.specific.copy_for_translation(german)
    page.title = "Willkommen"
    page.save_revision().publish()
    page.refresh_from_db()
    return page
