"""The page below a show where people subscribe: apps, directories, a QR code and the address."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
import segno
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from podcast.listening_apps import app_links
from podcast.models import EpisodePage, Listing, Show
from podcast.templatetags.podcast_tags import qr_code
from tests.factories import ArticlePageFactory, EpisodePageFactory, StandardPageFactory

URL = "/podcast/subscribe/"
FEED = "https://practice.example/a show/feed.xml?a=1&b=2"


def page_of(client: Client, url: str = URL) -> Any:
    response = client.get(url)
    assert response.status_code == 200
    return lxml.html.fromstring(response.text)


def links_of(page: Any) -> dict[str, str]:
    return {" ".join(link.text_content().split()): link.get("href") for link in page.iter("a")}


def test_each_app_is_handed_the_feed_as_it_wants_it() -> None:
    assert {str(app.name): app.url for app in app_links("https://a.example/show/feed.xml")} == {
        "Apple Podcasts": "podcast://a.example/show/feed.xml",
        "Pocket Casts": "pktc://subscribe/a.example/show/feed.xml",
        "Overcast": "overcast://x-callback-url/add?url=https%3A%2F%2Fa.example%2Fshow%2Ffeed.xml",
        "Castro": "castros://subscribe/a.example/show/feed.xml",
        "AntennaPod": "https://antennapod.org/deeplink/subscribe"
        "?url=https%3A%2F%2Fa.example%2Fshow%2Ffeed.xml",
        "Podcast Addict": "https://podcastaddict.com/feed/https%3A%2F%2Fa.example%2Fshow%2Ffeed.xml",
        "gPodder and others": "feed://a.example/show/feed.xml",
    }


def test_every_app_says_what_it_runs_on_and_has_a_link_of_its_own() -> None:
    apps = app_links(FEED)
    assert all(str(app.platforms) for app in apps)
    assert len({app.url for app in apps}) == len(apps)


def test_the_page_links_to_the_apps_and_shows_the_address(client: Client, show: Show) -> None:
    page = page_of(client)
    addresses = set(links_of(page).values())
    assert {app.url for app in app_links("http://localhost/podcast/feed.xml")} <= addresses
    field = page.find(".//main//input")
    assert field.get("value") == "http://localhost/podcast/feed.xml"
    assert field.get("readonly") is not None
    # Without script there is no button that does nothing.
    assert page.find(".//main//button").get("hidden") is not None


def test_the_directories_that_an_editor_entered_are_linked_in_their_order(
    client: Client, show: Show
) -> None:
    assert "Find it where you listen already" not in client.get(URL).text
    show.listings = [
        Listing(directory="spotify", url="https://listen.example/show"),
        Listing(directory="other", name="Radio Reed", url="https://radio.example/show"),
    ]
    show.save_revision().publish()
    links = links_of(page_of(client))
    assert links["Spotify"] == "https://listen.example/show"
    assert links["Radio Reed"] == "https://radio.example/show"
    names = list(links)
    assert names.index("Spotify") < names.index("Radio Reed")


def test_a_listing_in_another_directory_needs_its_name(show: Show) -> None:
    listing = Listing(show=show, directory="other", url="https://radio.example/show")
    with pytest.raises(ValidationError, match="called"):
        listing.full_clean()
    listing.name = "Radio Reed"
    listing.full_clean()
    assert str(listing) == "Radio Reed"


def test_a_listing_that_leads_into_a_script_is_refused(show: Show) -> None:
    with pytest.raises(ValidationError, match="URL"):
        Listing(show=show, directory="spotify", url="javascript:alert(1)").full_clean()


def test_the_code_leads_to_this_page_and_says_what_it_is(client: Client, show: Show) -> None:
    (code,) = page_of(client).xpath("//*[@role='img']")
    assert code.get("aria-label")
    expected = qr_code("http://localhost/podcast/subscribe/")
    assert lxml.html.tostring(code.find("svg")) == lxml.html.tostring(
        lxml.html.fromstring(expected)
    )


def test_a_code_is_dark_on_light_with_a_quiet_zone_and_nothing_inline() -> None:
    address = "https://practice.example/podcast/subscribe/"
    svg = qr_code(address)
    side = segno.make(address, error="m").symbol_size(border=4)[0]
    assert f'viewBox="0 0 {side} {side}"' in svg
    assert 'fill="#fff"' in svg
    assert 'stroke="#000"' in svg
    assert "style" not in svg


def test_the_page_is_its_own_canonical_address_and_not_in_the_sitemap(
    client: Client, show: Show
) -> None:
    page = page_of(client)
    assert (
        page.find(".//link[@rel='canonical']").get("href") == "http://localhost/podcast/subscribe/"
    )
    sitemap = client.get("/sitemap.xml").text
    assert "/podcast/" in sitemap
    assert "subscribe" not in sitemap


def test_it_has_one_first_heading_and_nothing_inline(client: Client, show: Show) -> None:
    html = client.get(URL).text
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert not re.search(
        r'\sstyle=|\son\w+=|<style|<script(?! type="application/ld\+json"|[^>]* src=)', html
    )


def test_show_and_episode_lead_to_it(client: Client, show: Show, episode: EpisodePage) -> None:
    for url in ("/podcast/", "/podcast/one/"):
        assert any(link.endswith(URL) for link in links_of(page_of(client, url)).values())


@pytest.mark.parametrize("state", ["unpublished", "expired", "below an unpublished page"])
def test_below_a_withdrawn_show_it_is_gone(client: Client, show: Show, state: str) -> None:
    if state == "unpublished":
        show.unpublish()
    elif state == "expired":
        Show.objects.filter(pk=show.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    else:
        shelf = StandardPageFactory(slug="shelf", live=False)
        show.move(shelf, pos="last-child")
    url = Show.objects.get(pk=show.pk).url  # Afresh: it may have moved.
    for gone in (url, f"{url}subscribe/"):
        assert client.get(gone).status_code == 404


def test_below_a_private_show_it_asks_for_the_login(client: Client, show: Show) -> None:
    PageViewRestriction.objects.create(page=show, restriction_type="login")
    for url in ("/podcast/", URL):
        response = client.get(url)
        assert response.status_code == 302
        assert "login" in response["Location"]


def test_a_category_of_withdrawn_articles_is_gone_too(client: Client, site: object) -> None:
    article = ArticlePageFactory()
    index = article.get_parent()
    url = f"{index.url}category/{article.category.slug}/"
    assert client.get(url).status_code == 200
    type(index).objects.filter(pk=index.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert client.get(url).status_code == 404


def test_a_printed_code_leads_to_the_page_after_the_show_was_renamed(
    client: Client,
    show: Show,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    show.slug = "second"
    with django_capture_on_commit_callbacks(execute=True):
        show.save_revision().publish()
    response = client.get(URL)
    assert (response.status_code, response["Location"]) == (301, "/second/subscribe/")


def test_no_episode_takes_its_address(show: Show) -> None:
    episode = EpisodePageFactory.build(parent=show, slug="subscribe", recording=None)
    with pytest.raises(ValidationError, match="subscribing"):
        episode.clean()


def test_it_does_not_ask_for_the_episodes(
    client: Client, show: Show, django_assert_max_num_queries: Any
) -> None:
    client.get(URL)
    with django_assert_max_num_queries(30) as captured:
        client.get(URL)
    assert not any("podcast_episodepage" in query["sql"] for query in captured.captured_queries)
