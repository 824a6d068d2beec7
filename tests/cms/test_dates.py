"""Dates and names of languages as the language of the address writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from wagtail.models import Locale, Site

from cms.templatetags.language_tags import own_name
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    EpisodePageFactory,
    ShowFactory,
)

DAY = date(2026, 11, 26)
WRITTEN = {
    "de": "26. November 2026",
    "es": "26 de noviembre de 2026",
}


@pytest.fixture(params=WRITTEN)
def language(request: pytest.FixtureRequest, site: Site) -> str:
    """A language in which the site's home page is published."""
    locale = Locale.objects.create(language_code=request.param)
    site.root_page.specific.copy_for_translation(locale).save_revision().publish()
    return request.param


def home_in(language: str, site: Site) -> object:
    return site.root_page.get_translation(Locale.objects.get(language_code=language))


def test_a_page_writes_its_date_in_its_language(client: Client, site: Site, language: str) -> None:
    index = ArticleIndexPageFactory(parent=home_in(language, site), slug="index")
    article = ArticlePageFactory(parent=index, date=DAY)
    text = client.get(article.get_url()).text
    assert WRITTEN[language] in text
    assert f'datetime="{DAY.isoformat()}"' in text


def test_a_feed_that_is_opened_in_a_browser_speaks_its_language(
    client: Client, site: Site, language: str
) -> None:
    show = ShowFactory(parent=home_in(language, site), slug="podcast", language=language)
    EpisodePageFactory(parent=show, first_published_at=datetime(2026, 11, 26, 8, tzinfo=UTC))
    opened = client.get(f"/{language}/podcast/feed.xml", headers={"sec-fetch-dest": "document"})
    assert f'<html lang="{language}">' in opened.text
    assert WRITTEN[language] in opened.text


@pytest.mark.parametrize(
    ("code", "name"), [("de", "Deutsch"), ("de-at", "Deutsch"), ("xx", "xx"), ("es", "español")]
)
def test_a_language_is_called_what_its_speakers_call_it(code: str, name: str) -> None:
    assert own_name(code) == name
