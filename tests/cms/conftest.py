"""What tests of the ground share: a site that speaks German, too."""

from __future__ import annotations

import pytest
from wagtail.models import Locale, Site

from home.models import HomePage


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
