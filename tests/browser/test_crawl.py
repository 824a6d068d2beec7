"""The whole demo in a browser: nothing broken, nothing said to the console, nobody else asked."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from audit.crawl import Crawler, Report
from demo.site import build_site
from tests.factories import StandardPageFactory


def served_at(live_server: LiveServer) -> Site:
    """The site with the address of the server of this test, as the sitemap will name it."""
    site = Site.objects.get(is_default_site=True)
    address = urlsplit(live_server.url)
    site.hostname, site.port = address.hostname, address.port
    site.save()
    return site


def crawl(context: BrowserContext, live_server: LiveServer, *starts: str) -> Report:
    return Crawler(context, live_server.url).run(starts=("/", *starts))


def test_the_demo_has_no_fault_on_any_page(
    context: BrowserContext, live_server: LiveServer
) -> None:
    build_site(served_at(live_server))
    report = crawl(context, live_server, "/search/?query=walking", "/search/?query=qqqq")
    assert len(report.pages) > 20
    assert list(map(str, report.faults)) == []


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ('<p><a href="/gone/">There</a></p>', "broken link"),
        ('<p><a href="#nowhere">There</a></p>', "link to no place"),
    ],
)
def test_a_fault_is_found(
    context: BrowserContext, live_server: LiveServer, html: str, kind: str
) -> None:
    served_at(live_server)
    StandardPageFactory(show_in_footer=True, body=[("paragraph", html)])
    report = crawl(context, live_server)
    assert [fault.kind for fault in report.faults] == [kind]
