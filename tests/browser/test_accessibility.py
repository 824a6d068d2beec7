"""No page of the site breaks a rule that axe knows, in light and in dark, on a phone and on a desk."""

from datetime import date
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from podcast.models import Listing
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    ContactPageFactory,
    EpisodePageFactory,
    PictureFactory,
    SiteSettingsFactory,
    StandardPageFactory,
)


@pytest.fixture
def addresses(live_server: LiveServer) -> list[str]:
    """One page of each kind, with all that it can show."""
    SiteSettingsFactory(phone="+1 202-555-0142", disclaimer="General information only.")
    episode = EpisodePageFactory(summary="In short.", show_notes="<p>At length.</p>", season=1)
    elsewhere = {"page": None, "url": "https://a.example/", "label": "A guideline"}
    article = ArticlePageFactory(
        title="Standing well",
        hero=PictureFactory(),
        author=AuthorFactory(about="She writes.", picture=PictureFactory()),
        reviewed_by=AuthorFactory(role="Physiotherapist"),
        reviewed_on=date(2026, 1, 2),
        sources=[("source", {"title": "A guideline", "publisher": "2025", "url": ""})],
        body=[
            *(("heading", {"text": text, "level": "2"}) for text in ("Why", "How", "When")),
            ("paragraph", "<p>Some words.</p>"),
            ("quote", {"text": "Slowly.", "attribution": "A teacher"}),
            ("episode", {"episode": episode, "introduction": ""}),
            ("related_links", {"heading": "", "links": [elsewhere]}),
        ],
    )
    article.tags.add("back")
    article.save()
    ArticlePageFactory(parent=article.get_parent(), category=article.category)
    for number in range(2, 4):
        EpisodePageFactory(parent=episode.get_parent(), recording=episode.recording, season=number)
    standard = StandardPageFactory(show_in_footer=True)
    contact = ContactPageFactory(privacy_page=standard)
    index = article.get_parent()
    category = f"{index.url}category/{article.category.slug}/"
    show = episode.show
    show.listings = [Listing(directory="spotify", url="https://listen.example/show")]
    show.save()
    season = f"{show.url}season/1/"
    archives = [f"{index.url}tag/back/", f"{index.url}{article.date:%Y/%m}/"]
    pages = [article.url, index.url, category, episode.url, show.url, season, standard.url]
    # A feed that a browser opens is a page as well.
    for_listeners = [f"{show.url}subscribe/", f"{show.url}feed.xml", f"{index.url}feed.xml"]
    return [
        "/",
        *pages,
        *archives,
        *for_listeners,
        contact.url,
        f"{contact.url}?sent",
        "/search/?query=standing",
        "/search/?query=nothing",
        "/not-there/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_any_page(
    page: Page,
    live_server: LiveServer,
    addresses: list[str],
    scheme: Literal["light", "dark"],
    width: int,
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses:
        page.goto(live_server.url + address)
        expect(page.locator("h1")).to_have_count(1)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
