"""What tests of daily texts share: a site that has them, and a provider."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wagtail.models import Locale, Page, Site

from tests.factories import SiteSettingsFactory, StandardPageFactory
from tests.texts.provider import ACCOUNT, SENDER, TOKEN, Provider, running
from texts.models import TextSettings


@pytest.fixture
def texts(site: Site) -> TextSettings:
    """The settings of a practice in the United States that has daily texts."""
    SiteSettingsFactory(practice_name="Larkmoss", country="US", phone="+1 202-555-0199")
    return TextSettings.objects.create(
        site=site,
        are_on=True,
        countries="US, DE",
        terms_page=StandardPageFactory(title="Terms", slug="terms"),
        privacy_page=StandardPageFactory(title="Privacy", slug="privacy"),
    )


class Log:
    """What the file gateway has written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def rows(self) -> list[dict[str, Any]]:
        if not self.path.exists():
            return []
        return [json.loads(line) for line in self.path.read_text().splitlines()]

    @property
    def bodies(self) -> list[str]:
        return [row["body"] for row in self.rows]


@pytest.fixture
def log(settings: Any, tmp_path: Path) -> Log:
    """Texts go into a file."""
    settings.SMS_GATEWAY, settings.SMS_URL = "file", str(tmp_path / "texts.log")
    return Log(tmp_path / "texts.log")


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    with running(Provider()) as started:
        settings.SMS_GATEWAY, settings.SMS_URL = "twilio", started.url
        settings.SMS_ACCOUNT, settings.SMS_TOKEN, settings.SMS_FROM = ACCOUNT, TOKEN, SENDER
        yield started


@pytest.fixture
def german_home(site: Site) -> Page:
    """The site's home page in German, published."""
    german = Locale.objects.create(language_code="de")
    page = site.root_page.specific.copy_for_translation(german)
    page.save_revision().publish()
    return page
