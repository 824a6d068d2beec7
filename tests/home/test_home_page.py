"""The home page shows the newest of everything, and each under its own name."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    ContactPageFactory,
    EpisodePageFactory,
    PictureFactory,
    ShowFactory,
    SiteSettingsFactory,
)

OFFICE = {
    "address": "1 Some Street\nSomewhere",
    "opening_hours": "Monday: 8 to 12",
    "phone": "+1 202-555-0142",
    "email": "hello@practice.example",
    "map_url": "https://maps.example.org/here",
    "appointment_text": "Come and see us.",
}


def main(client: Client) -> str:
    html = client.get("/").text
    return html[html.index("<main") : html.index("</main>")]


def test_an_empty_site_has_a_first_page_with_a_heading_and_nothing_else(
    client: Client, site: Site
) -> None:
    html = main(client)
    assert "<h1>Home</h1>" in html
    assert "<h2" not in html
    assert "<section" not in html


def test_everything_stands_there_in_its_order(client: Client, site: Site) -> None:
    SiteSettingsFactory(**OFFICE)
    ArticlePageFactory(title="An article")
    EpisodePageFactory(title="An episode")
    home = site.root_page.specific
    home.practitioner = AuthorFactory(name="Ada Healer", role="Healer", about="She heals.")
    home.posts = [("post", {"image": PictureFactory(), "alt": "A bench", "url": ""})]
    home.save()
    html = main(client)
    words = ["<h1", "She heals.", "An article", "An episode", "A bench", "Some Street", "Come and"]
    places = [html.index(each) for each in words]
    assert places == sorted(places)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_the_practice_is_found_called_and_written_to(client: Client, site: Site) -> None:
    SiteSettingsFactory(**OFFICE)
    contact = ContactPageFactory()
    html = main(client)
    assert "1 Some Street<br>Somewhere" in html
    assert "Monday: 8 to 12" in html
    for href in ("https://maps.example.org/here", "tel:+12025550142", f"mailto:{OFFICE['email']}"):
        assert f'href="{href}"' in html
    assert f'href="{contact.url}"' in html


@pytest.mark.parametrize("hidden", ["unpublished", "private"])
def test_a_contact_page_that_nobody_may_see_is_not_linked(
    client: Client, site: Site, hidden: str
) -> None:
    contact = ContactPageFactory()
    if hidden == "private":
        PageViewRestriction.objects.create(page=contact, restriction_type="login")
    else:
        contact.unpublish()
    assert contact.url not in main(client)


def test_twenty_articles_ask_as_often_as_one(client: Client, site: Site) -> None:
    def queries() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    index = ArticleIndexPageFactory()
    ArticlePageFactory(parent=index, hero=PictureFactory(), author=AuthorFactory())
    few = queries()
    for _ in range(19):
        ArticlePageFactory(parent=index, hero=PictureFactory(), author=AuthorFactory())
    assert queries() == few


def test_the_latest_episode_stands_under_the_name_of_its_own_show(
    client: Client, site: Site
) -> None:
    EpisodePageFactory(
        parent=ShowFactory(title="The elder"),
        title="Long ago",
        first_published_at=timezone.now() - timedelta(days=9),
    )
    EpisodePageFactory(parent=ShowFactory(title="The younger"), title="Just now")
    home = main(client)
    latest = home[home.index('class="band') :].split("</section>")[0]
    assert "Just now" in latest
    assert "The younger" in latest
    assert "Long ago" not in latest
    assert "The elder" not in latest


def test_articles_below_an_unpublished_index_are_gone_with_it(client: Client, site: Site) -> None:
    article = ArticlePageFactory(title="Went away")
    assert "Went away" in client.get("/").text
    article.get_parent().specific.unpublish()
    assert "Went away" not in client.get("/").text
    assert client.get(article.url).status_code == 404
    assert article.url not in client.get("/sitemap.xml").text
