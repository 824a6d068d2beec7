"""The demo command: fills an empty site, makes it big on request, and leaves others alone."""

from __future__ import annotations

import io
import re
from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from wagtail.models import Locale, Page, Site

from articles.models import ArticleIndexPage, ArticlePage
from cms.models import Picture
from comments.models import Comment, Status
from demo.content.show import SHOW
from demo.content.translations import TRANSLATIONS
from podcast.models import EpisodePage, Recording
from stats.models import PageViews
from stats.templatetags.stats_tags import KINDS
from stats.trending import trending
from tests.factories import ArticlePageFactory, ShowFactory, StandardPageFactory
from tests.feed_readers import by_feedparser
from users.models import User


def demo(**numbers: int) -> str:
    output = io.StringIO()
    call_command("demo", stdout=output, **numbers)
    return output.getvalue()


def counts() -> Counter[str]:
    models = (Comment, Page, Picture, Recording, User)
    return Counter({model.__name__: model.objects.count() for model in models})


def test_it_fills_an_empty_site_once(client: Client, site: object) -> None:
    said = demo()
    assert "http://localhost/admin/" in said
    before = counts()
    items = by_feedparser(client.get("/podcast/feed.xml").content)
    assert [item.title for item in items] == [
        episode.title for episode in sorted(SHOW.episodes, key=lambda each: each.days_ago)
    ]
    for item in items:
        response = client.get(item.enclosure_url)
        assert len(response.getvalue()) == item.enclosure_length
    for page in Page.objects.live().filter(depth__gt=1):
        assert client.get(page.url).status_code == 200, page.url
    most_read = trending(Site.objects.get().root_page, KINDS, limit=5)
    assert all(PageViews.objects.filter(page=page.pk).count() > 7 for page in most_read)
    demo()
    assert counts() == before


def test_readers_talk_in_it_and_a_moderator_has_something_to_do(
    client: Client, site: object
) -> None:
    demo()
    assert Counter(Comment.objects.values_list("status", flat=True)) == {
        Status.APPROVED: 11,
        Status.PENDING: 2,
        Status.SPAM: 1,
    }
    assert Comment.objects.filter(is_from_practice=True).count() == 2
    article = client.get("/articles/ten-minutes-on-foot/").text
    for words in ("7 comments", "The twelfth has a bench.", "The practice"):
        assert words in article
    for words in ("hanne@example.org", "new hip", "shoes.example.com"):
        assert words not in article
    episode = client.get("/podcast/five-minutes-out/").text
    assert '<a href="#t=36">0:36</a>' in episode
    assert client.get("/comments/feed.xml").text.count("<item>") == 11
    demo_moderator = Client()
    demo_moderator.force_login(User.objects.get(username="demo"))
    assert "Comments (2)" in demo_moderator.get("/admin/").text


def test_it_adds_as_many_as_asked_and_the_feeds_hold_them(client: Client, site: object) -> None:
    demo(episodes=30, articles=30)
    own = len(SHOW.episodes)
    assert EpisodePage.objects.count() == own + 30
    items = by_feedparser(client.get("/podcast/feed.xml").content)
    assert len(items) == own + 30
    assert len({item.guid for item in items}) == own + 30
    index = ArticleIndexPage.objects.get(slug="articles")
    assert index.get_children_count() == ArticlePage.objects.child_of(index).count() > 30
    assert b"<item>" in client.get("/articles/feed.xml").content
    assert not ArticlePage.objects.child_of(index).filter(tags=None).exists()
    assert Page.find_problems() == ([], [], [], [], [])
    demo(episodes=2)
    assert EpisodePage.objects.count() == own + 32
    assert len({page.url for page in EpisodePage.objects.all()}) == own + 32
    assert client.get(EpisodePage.objects.order_by("path").last().url).status_code == 200


def test_it_speaks_three_languages(client: Client, site: object) -> None:
    demo()
    for address in ("/", "/de/", "/es/"):
        response = client.get(address)
        assert re.findall(r'hreflang="([\w-]+)" href', response.text) == [
            "de",
            "en",
            "es",
            "x-default",
        ]
    for words in TRANSLATIONS:
        article = client.get(f"/{words.language}/{words.index_slug}/{words.article_slug}/")
        assert f'<html lang="{words.language}">' in article.text
        assert words.article_title in article.text
        assert words.legal_notice.title in article.text
        assert words.practice.disclaimer in article.text


def test_a_site_in_another_language_is_translated_into_the_others(site: object) -> None:
    Locale.objects.update(language_code="de")
    with override_settings(LANGUAGE_CODE="de"):
        demo()
    home = Site.objects.get().root_page
    assert [page.locale.language_code for page in home.get_translations()] == ["es"]


def test_a_site_with_pages_of_its_own_is_left_alone(site: object) -> None:
    StandardPageFactory(title="Mine")
    User.objects.create_superuser("chief")
    before = counts()
    demo()
    assert counts() == before


def test_it_does_nothing_where_it_cannot_do_all(site: object) -> None:
    ArticlePageFactory()
    before = counts()
    with pytest.raises(CommandError, match="no show"):
        demo(episodes=3, articles=3)
    assert counts() == before


def test_a_show_without_episodes_to_vary_is_refused_in_words(site: object) -> None:
    ShowFactory()
    with pytest.raises(CommandError):
        demo(episodes=3)
