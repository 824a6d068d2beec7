"""The map of a site: valid, only of what strangers may see, and quick however many pages there are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cms import sitemap
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    HomePageFactory,
    PictureFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db

NS = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}
#: The order in which the protocol's schema has the children of an entry, and which of them we use.
CHILDREN = [f"{{{NS['map']}}}loc", f"{{{NS['map']}}}lastmod", f"{{{NS['image']}}}image"]


def read(client: Client, url: str = "/sitemap.xml") -> etree._Element:
    """The document, held against the rules of sitemaps.org and of Google's image extension."""
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=3600"
    root = etree.fromstring(response.content)
    kind = etree.QName(root).localname
    assert etree.QName(root).namespace == NS["map"]
    for entry in root:
        assert entry.tag == f"{{{NS['map']}}}{ {'urlset': 'url', 'sitemapindex': 'sitemap'}[kind] }"
        names = [child.tag for child in entry]
        assert names == sorted(set(names), key=CHILDREN.index)
        assert entry.findtext("map:loc", namespaces=NS).startswith("http://localhost/")
        if lastmod := entry.findtext("map:lastmod", namespaces=NS):
            assert datetime.fromisoformat(lastmod).tzinfo
    locations = addresses(root)
    assert len(set(locations)) == len(locations)
    return root


def addresses(root: etree._Element) -> list[str]:
    return root.xpath("*/map:loc/text()", namespaces=NS)


def test_it_holds_public_pages_of_this_site_only(client, site):
    StandardPageFactory(slug="open")
    StandardPageFactory(slug="draft", live=False)
    StandardPageFactory(slug="expired", expire_at=timezone.now() - timedelta(hours=1))
    private = StandardPageFactory(slug="private")
    StandardPageFactory(slug="below-private", parent=private)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    elsewhere = HomePageFactory(parent=Page.get_first_root_node(), slug="elsewhere")
    Site.objects.create(hostname="elsewhere.example", root_page=elsewhere)
    assert addresses(read(client)) == ["http://localhost/", "http://localhost/open/"]


def test_a_page_says_when_it_was_last_changed(client, site):
    moment = datetime(2026, 11, 22, 18, 30, 5, tzinfo=UTC)
    StandardPageFactory(slug="open", last_published_at=moment)
    entry = read(client).xpath("map:url[map:loc='http://localhost/open/']", namespaces=NS)[0]
    assert datetime.fromisoformat(entry.findtext("map:lastmod", namespaces=NS)) == moment


def test_a_page_brings_its_picture(client, site):
    article = ArticlePageFactory(hero=PictureFactory())
    pictures = "map:url/image:image/image:loc/text()"
    assert read(client).xpath(pictures, namespaces=NS) == [
        f"http://localhost{article.hero.file.url}"
    ]
    client.get(article.url)
    card = article.hero.renditions.get(filter_spec="fill-1200x630|format-jpeg")
    assert read(client).xpath(pictures, namespaces=NS) == [f"http://localhost{card.file.url}"]


def test_all_languages_are_in_it(client, site):
    german = Locale.objects.create(language_code="de")
    site.root_page.copy_for_translation(german).save_revision().publish()
    assert len(sitemap.pages_of(site)) == 2


def test_a_large_site_has_an_index_of_lists(client, site, monkeypatch):
    monkeypatch.setattr(sitemap, "PAGES_IN_LIST", 2)
    slugs = ["one", "two", "three", "four"]
    for slug in slugs:
        StandardPageFactory(slug=slug)
    lists = addresses(read(client))
    assert lists == [f"http://localhost/sitemap-{number}.xml" for number in (1, 2, 3)]
    found = [url for each in lists for url in addresses(read(client, each))]
    assert found == ["http://localhost/", *(f"http://localhost/{slug}/" for slug in slugs)]


@pytest.mark.parametrize("url", ["/sitemap-2.xml", "/sitemap-9999.xml", "/sitemap-0.xml"])
def test_there_is_no_list_beyond_the_last(client, site, url):
    assert client.get(url).status_code == 404


def test_who_has_it_is_told_that_it_is_the_same(client, site):
    etag = client.get("/sitemap.xml")["ETag"]
    assert client.get("/sitemap.xml", headers={"if-none-match": etag}).status_code == 304
    StandardPageFactory()
    assert client.get("/sitemap.xml", headers={"if-none-match": etag}).status_code == 200


def test_nobody_can_post_to_it(client, site):
    assert client.post("/sitemap.xml").status_code == 405


def test_an_unknown_host_has_none(client, site):
    Site.objects.all().delete()
    assert client.get("/sitemap.xml").status_code == 404


def test_it_asks_as_often_for_one_article_as_for_twenty(client, site):
    index = ArticleIndexPageFactory()

    def queries() -> int:
        read(client)
        with CaptureQueriesContext(connection) as captured:
            read(client)
        return len(captured)

    ArticlePageFactory(parent=index, hero=PictureFactory())
    few = queries()
    for _ in range(19):
        ArticlePageFactory(parent=index, hero=PictureFactory())
    assert queries() == few
