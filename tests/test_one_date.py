"""When something was published is one date: the one shown, and the one told to machines and in the feed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import lxml.html
import pytest
from django.test import Client
from lxml import etree
from wagtail.models import Page

from cms.models import StandardPage
from tests.factories import ArticlePageFactory, EpisodePageFactory, StandardPageFactory
from tests.schema_rules import graph_of

#: In Berlin it is the 26th already.
LATE = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_berlin(settings: Any) -> None:
    settings.TIME_ZONE = "Europe/Berlin"


def dates_told(html: str) -> set[str]:
    """By the structured data and the meta element of a page, in full."""
    meta = lxml.html.fromstring(html).xpath("//meta[@property='article:published_time']/@content")
    nodes = [node["datePublished"] for node in graph_of(html) if "datePublished" in node]
    assert len(nodes) >= 1
    return {*meta, *nodes}


def date_shown(html: str) -> str:
    return lxml.html.fromstring(html).xpath("//main//time/@datetime")[0]


def date_in_feed(client: Client, parent: Page) -> datetime:
    feed = etree.fromstring(client.get(f"{parent.url}feed.xml").content)
    return parsedate_to_datetime(feed.findtext("channel/item/pubDate"))


@pytest.mark.parametrize("day", [date(2026, 11, 26), date(2026, 10, 3)])
def test_the_date_of_an_article_is_the_one_that_its_editor_chose(
    client: Client, site: Any, day: date
) -> None:
    article = ArticlePageFactory(first_published_at=LATE, date=day, health_text=True)
    html = client.get(article.url).text
    (told,) = dates_told(html)
    assert date_shown(html) == day.isoformat() == told[:10]
    assert date_in_feed(client, article.get_parent()) == datetime.fromisoformat(told).replace(
        microsecond=0
    )


def test_the_date_of_an_episode_is_when_it_first_went_out(client: Client, site: Any) -> None:
    episode = EpisodePageFactory(first_published_at=LATE)
    html = client.get(episode.url).text
    (told,) = dates_told(html)
    assert date_shown(html) == "2026-11-26" == told[:10]
    assert date_in_feed(client, episode.get_parent()) == LATE == datetime.fromisoformat(told)


def test_a_page_without_a_date_of_its_own_tells_its_publication(client: Client, site: Any) -> None:
    page: StandardPage = StandardPageFactory(first_published_at=LATE)
    (told,) = dates_told(client.get(page.url).text)
    assert datetime.fromisoformat(told) == LATE
