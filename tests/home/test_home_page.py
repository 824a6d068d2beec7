"""The home page shows the newest of everything, and each under its own name."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from tests.factories import ArticlePageFactory, EpisodePageFactory, ShowFactory


def test_the_latest_episode_stands_under_the_name_of_its_own_show(
    client: Client, site: Site
) -> None:
    EpisodePageFactory(
        parent=ShowFactory(title="The elder"),
        title="Long ago",
        first_published_at=timezone.now() - timedelta(days=9),
    )
    EpisodePageFactory(parent=ShowFactory(title="The younger"), title="Just now")
    home = client.get("/").text
    assert "Just now" in home
    assert "Long ago" not in home
    main = home[home.index("<main") :]
    assert "The younger" in main
    assert "The elder" not in main


def test_articles_below_an_unpublished_index_are_gone_with_it(client: Client, site: Site) -> None:
    article = ArticlePageFactory(title="Went away")
    assert "Went away" in client.get("/").text
    article.get_parent().specific.unpublish()
    assert "Went away" not in client.get("/").text
    assert client.get(article.url).status_code == 404
    assert article.url not in client.get("/sitemap.xml").text
