"""A page that a reader has looked at is counted: once for each reader, robots and editors never."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from stats.models import PageViews
from stats.visitors import MOST_FROM_ONE_ADDRESS
from tests.factories import ArticlePageFactory, EpisodePageFactory, StandardPageFactory
from tests.stats.readers import FIREFOX, URL, tell, views_of
from users.models import User

CHROME = "Mozilla/5.0 (Linux; Android 14; CUBOT X30) AppleWebKit/537.36 Chrome/142.0 Safari/537.36"


@pytest.fixture
def leaflet(site: Site) -> Page:
    return StandardPageFactory()


@pytest.mark.parametrize("factory", [ArticlePageFactory, EpisodePageFactory, StandardPageFactory])
def test_a_page_that_was_looked_at_is_counted_on_that_day(
    client: Client, site: Site, factory: type
) -> None:
    page = factory()
    response = tell(client, page.pk)
    assert (response.status_code, response.content) == (204, b"")
    views = PageViews.objects.get()
    assert (views.page_id, views.day, views.count) == (page.pk, timezone.localdate(), 1)


def test_nothing_is_kept_but_page_day_and_number_and_no_cookie_is_set(
    client: Client, leaflet: Page
) -> None:
    response = tell(client, leaflet.pk)
    assert not response.cookies
    names = {field.name for field in PageViews._meta.get_fields()}
    assert names == {"id", "page", "day", "count"}


def test_the_same_reader_is_counted_once_a_day_and_page(client: Client, leaflet: Page) -> None:
    other = StandardPageFactory()
    for _ in range(3):
        tell(client, leaflet.pk)
        tell(client, other.pk)
    assert (views_of(leaflet), views_of(other)) == (1, 1)


def test_another_browser_or_another_address_is_another_reader(
    client: Client, leaflet: Page
) -> None:
    tell(client, leaflet.pk)
    tell(client, leaflet.pk, user_agent=CHROME)
    tell(client, leaflet.pk, address="192.0.2.2")
    tell(client, leaflet.pk, address="2001:db8:1:2::1")
    # The rest of a connection's own half of IPv6 is as good as the same address.
    tell(client, leaflet.pk, address="2001:db8:1:2:ffff::7")
    assert views_of(leaflet) == 4


def test_no_address_drives_a_page_up_by_inventing_browsers(client: Client, leaflet: Page) -> None:
    for number in range(MOST_FROM_ONE_ADDRESS + 10):
        tell(client, leaflet.pk, user_agent=f"Browser/{number}.0")
    assert views_of(leaflet) == MOST_FROM_ONE_ADDRESS


def test_behind_our_proxy_the_address_is_the_one_that_it_adds(
    client: Client, leaflet: Page, settings: LazySettings
) -> None:
    settings.BEHIND_PROXY = True
    for forged in ("198.51.100.1", "198.51.100.2", "198.51.100.3"):
        tell(client, leaflet.pk, x_forwarded_for=f"{forged}, 203.0.113.9")
    assert views_of(leaflet) == 1
    tell(client, leaflet.pk, x_forwarded_for="203.0.113.10")
    assert views_of(leaflet) == 2


def test_without_a_proxy_nobody_chooses_an_address(client: Client, leaflet: Page) -> None:
    for forged in ("198.51.100.1", "198.51.100.2"):
        tell(client, leaflet.pk, x_forwarded_for=forged)
    assert views_of(leaflet) == 1


class BrokenCache(LocMemCache):
    """A cache whose server is down."""

    def add(self, *args: object, **kwargs: object) -> bool:
        raise ConnectionError


def test_a_cache_that_is_down_remembers_nobody_and_hurts_nobody(
    client: Client, leaflet: Page, settings: LazySettings
) -> None:
    broken = {"BACKEND": "tests.stats.test_seen.BrokenCache", "LOCATION": "broken"}
    settings.CACHES = settings.CACHES | {"visitors": broken}
    assert tell(client, leaflet.pk).status_code == 204
    tell(client, leaflet.pk)
    assert views_of(leaflet) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.example.org/bot.html)"},
        {"user_agent": "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0 Safari/537.36"},
        {"user_agent": "python-requests/2.32"},
        {"user_agent": "curl/8.5"},
        {"user_agent": ""},
        {"sec_purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"dnt": "1"},
        {"sec_gpc": "1"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "", "origin": "https://elsewhere.example"},
        {"sec_fetch_site": "", "origin": "null"},
        {"sec_fetch_site": ""},
    ],
    ids=str,
)
def test_robots_other_sites_and_who_wants_no_counting_are_not_counted(
    client: Client, leaflet: Page, headers: dict[str, str]
) -> None:
    assert tell(client, leaflet.pk, **headers).status_code == 204
    assert views_of(leaflet) == 0


def test_a_browser_that_only_names_the_origin_is_counted(client: Client, leaflet: Page) -> None:
    tell(client, leaflet.pk, sec_fetch_site="", origin="http://testserver")
    assert views_of(leaflet) == 1


def test_who_is_logged_in_is_not_counted(client: Client, leaflet: Page) -> None:
    client.force_login(User.objects.create_user("editor"))
    tell(client, leaflet.pk)
    assert views_of(leaflet) == 0


def a_draft() -> Page:
    return StandardPageFactory(live=False)


def an_expired_page() -> Page:
    return StandardPageFactory(expire_at=timezone.now() - timedelta(minutes=1))


def a_private_page() -> Page:
    page = StandardPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def a_page_below_a_withdrawn_one() -> Page:
    page = ArticlePageFactory()
    Page.objects.filter(pk=page.get_parent().pk).update(live=False)
    return page


@pytest.mark.parametrize(
    "make", [a_draft, an_expired_page, a_private_page, a_page_below_a_withdrawn_one]
)
def test_what_no_stranger_may_see_is_not_counted_and_not_told_apart(
    client: Client, site: Site, make
) -> None:
    page = make()
    hidden, unknown = tell(client, page.pk), tell(client, page.pk + 1000)
    assert views_of(page) == 0
    assert (hidden.status_code, dict(hidden.headers)) == (204, dict(unknown.headers))


@pytest.mark.parametrize(
    "body",
    ["", "0", "-1", "1.5", "1e3", "one", "\0", "１", "9" * 10, "9" * 400, "1" * 100_000, "page=2"],
    ids=lambda body: body[:12],
)
def test_anything_else_than_the_number_of_a_page_counts_nothing(
    client: Client, leaflet: Page, body: str
) -> None:
    assert tell(client, body).status_code == 204
    assert not PageViews.objects.exists()


def test_the_root_of_all_sites_is_no_page_to_be_read(client: Client, site: Site) -> None:
    tell(client, Page.get_first_root_node().pk)
    assert not PageViews.objects.exists()


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])
def test_no_other_method_counts(client: Client, leaflet: Page, method: str) -> None:
    response = client.generic(method, URL, str(leaflet.pk), headers={"User-Agent": FIREFOX})
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert views_of(leaflet) == 0


def test_no_token_is_asked_for(leaflet: Page) -> None:
    tell(Client(enforce_csrf_checks=True), leaflet.pk)
    assert views_of(leaflet) == 1


@pytest.mark.parametrize("factory", [ArticlePageFactory, EpisodePageFactory])
def test_every_page_brings_the_beacon_with_its_own_number(
    client: Client, site: Site, factory: type
) -> None:
    page = factory()
    html = client.get(page.url).text
    assert html.count("stats/seen.js") == 1
    assert f'data-page="{page.pk}" data-address="{URL}"' in html


def test_what_is_no_page_of_the_site_brings_none(
    client: Client, admin_client: Client, leaflet: Page
) -> None:
    for url in ("/search/?query=page", "/nowhere/"):
        assert "seen.js" not in client.get(url).text
    preview = admin_client.get(f"/admin/pages/{leaflet.pk}/view_draft/")
    assert preview.status_code == 200
    assert "seen.js" not in preview.text


def test_a_page_that_is_deleted_takes_its_counts_along(client: Client, leaflet: Page) -> None:
    tell(client, leaflet.pk)
    leaflet.delete()
    assert not PageViews.objects.exists()
