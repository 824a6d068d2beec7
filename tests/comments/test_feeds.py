"""Comments can be followed as feeds: those of a page, and those of the whole site."""

from __future__ import annotations

import gzip
import io
from datetime import timedelta
from typing import Any

import feedparser
import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree
from wagtail.models import Locale, PageViewRestriction, Site

from articles.models import ArticlePage
from comments.deciding import decide, edit
from comments.feed import COMMENTS_IN_FEED
from comments.models import Comment, CommentSettings, Status
from tests.factories import (
    ArticlePageFactory,
    CommentFactory,
    EpisodePageFactory,
    HomePageFactory,
    SiteSettingsFactory,
    StandardPageFactory,
)

SITE_FEED = "/comments/feed.xml"
POLYGLOTS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=alert() )//</stYle/</titLe/--!>\\x3csVg/<sVg/oNloAd=alert()//>",
    "]]><script>alert(1)</script><![CDATA[",
    "&lt;svg onload=alert(1)&gt;",
]


def url_of(page: ArticlePage) -> str:
    return f"/comments/{page.pk}/feed.xml"


def parse(client: Client, url: str) -> Any:
    feed = feedparser.parse(io.BytesIO(client.get(url).content))
    assert not feed.bozo
    return feed


def texts(client: Client, url: str) -> list[str]:
    return [entry.summary for entry in parse(client, url).entries]


def test_a_reader_finds_who_said_what_where_and_when(
    client: Client, article: ArticlePage, approved: Comment
) -> None:
    feed = parse(client, url_of(article))
    assert feed.feed.title == "Comments on “Sleeping well”"
    assert feed.feed.link == f"{article.full_url}#comments"
    assert feed.feed.language == "en"
    (entry,) = feed.entries
    assert entry.title == f"{approved.name} on “Sleeping well”"
    assert entry.link == f"{article.full_url}#comment-{approved.pk}"
    assert entry.author == approved.name
    assert entry.summary == "<p>That helped me.</p>"
    published = approved.created_at.utctimetuple()
    assert entry.published_parsed[:6] == published[:6]
    assert "/" not in entry.id


def test_the_newest_fifty_come_first(client: Client, article: ArticlePage) -> None:
    comments = CommentFactory.create_batch(COMMENTS_IN_FEED + 2, page=article)
    newest = [f"<p>{comment.text}</p>" for comment in reversed(comments[2:])]
    assert texts(client, url_of(article)) == newest
    assert texts(client, SITE_FEED) == newest


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.APPROVED}))
def test_what_no_moderator_approved_is_in_no_feed(
    client: Client, article: ArticlePage, status: Status
) -> None:
    CommentFactory(page=article, status=status)
    assert texts(client, url_of(article)) == texts(client, SITE_FEED) == []


def test_it_is_in_the_feed_from_the_approval_to_the_withdrawal(
    client: Client, article: ArticlePage
) -> None:
    comment = CommentFactory(page=article, text="Once", status=Status.PENDING)
    for url in (url_of(article), SITE_FEED):
        before = client.get(url)["ETag"]
        decide([comment], Status.APPROVED, None)
        with_it = client.get(url)["ETag"]
        assert texts(client, url) == ["<p>Once</p>"]
        decide([comment], Status.SPAM, None)
        assert texts(client, url) == []
        assert client.get(url)["ETag"] == before != with_it


def test_new_words_keep_the_guid(client: Client, article: ArticlePage, approved: Comment) -> None:
    (before,) = parse(client, url_of(article)).entries
    edit(approved, name="Ada", text="Better words", user=None)
    article.slug, article.title = "elsewhere", "Another title"
    article.save_revision().publish()
    (after,) = parse(client, url_of(article)).entries
    assert after.summary == "<p>Better words</p>"
    assert after.id == before.id
    assert parse(client, SITE_FEED).entries[0].id == before.id


def test_the_feed_of_a_page_has_only_its_own(
    client: Client, article: ArticlePage, approved: Comment
) -> None:
    other = ArticlePageFactory()
    CommentFactory(page=other, text="Elsewhere")
    assert texts(client, url_of(article)) == ["<p>That helped me.</p>"]
    assert texts(client, SITE_FEED) == ["<p>Elsewhere</p>", "<p>That helped me.</p>"]


def test_the_titles_name_the_practice(client: Client, article: ArticlePage) -> None:
    SiteSettingsFactory(practice_name="Larkmoss")
    assert parse(client, url_of(article)).feed.title == "Larkmoss: Comments on “Sleeping well”"
    assert parse(client, SITE_FEED).feed.title == "Larkmoss: Comments"


def hide(page: ArticlePage, how: str) -> None:
    hidden = page.get_parent() if how.startswith("above") else page
    if how.endswith("private"):
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    elif how.endswith("expired"):
        type(page).objects.filter(pk=page.pk).update(
            expire_at=timezone.now() - timedelta(seconds=1)
        )
    else:
        hidden.specific.unpublish()


@pytest.mark.parametrize("how", ["draft", "expired", "private", "above draft", "above private"])
def test_the_comments_of_a_hidden_page_are_nowhere(
    client: Client, article: ArticlePage, approved: Comment, how: str
) -> None:
    assert client.get(url_of(article)).status_code == 200
    hide(article, how)
    assert client.get(url_of(article)).status_code == 404
    assert texts(client, SITE_FEED) == []


def test_those_who_may_see_a_private_page_get_no_feed_of_it_either(
    admin_client: Client, article: ArticlePage, approved: Comment
) -> None:
    hide(article, "private")
    assert admin_client.get(url_of(article)).status_code == 404
    assert texts(admin_client, SITE_FEED) == []


def test_pages_of_another_site_are_not_among_them(
    client: Client, article: ArticlePage, approved: Comment, site: Site, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    home = HomePageFactory(parent=site.root_page.get_parent(), slug="other-home")
    Site.objects.create(hostname="other.example", root_page=home)
    other = {"HTTP_HOST": "other.example"}
    assert client.get(url_of(article), **other).status_code == 404
    feed = feedparser.parse(io.BytesIO(client.get(SITE_FEED, **other).content))
    assert feed.entries == []
    assert feed.feed.links[0].href.startswith("http://other.example")


def test_pages_that_take_no_comments_have_no_feed(client: Client, site: Site) -> None:
    assert client.get(url_of(StandardPageFactory())).status_code == 404
    assert client.get("/comments/987654/feed.xml").status_code == 404


def test_a_closed_page_has_one_as_long_as_there_are_comments(
    client: Client, article: ArticlePage, comment_settings: CommentSettings
) -> None:
    article.comments_open = False
    article.save()
    assert client.get(url_of(article)).status_code == 404
    CommentFactory(page=article)
    assert client.get(url_of(article)).status_code == 200
    open_page = ArticlePageFactory()
    assert client.get(url_of(open_page)).status_code == 200
    comment_settings.are_open = False
    comment_settings.save()
    assert client.get(url_of(open_page)).status_code == 404


def test_it_speaks_the_language_of_the_page(client: Client, site: Site) -> None:
    german = Locale.objects.create(language_code="de")
    home = site.root_page.copy_for_translation(german)
    home.save_revision().publish()
    page = EpisodePageFactory(parent__parent=home, parent__locale=german, locale=german)
    CommentFactory(page=page, name="Ada")
    feed = parse(client, url_of(page))
    assert feed.feed.language == "de"
    assert feed.entries[0].link.startswith("http://localhost/de/")
    assert len(parse(client, SITE_FEED).entries) == 1


def test_it_answers_conditions_compression_and_other_websites(
    client: Client, article: ArticlePage, approved: Comment
) -> None:
    for url in (url_of(article), SITE_FEED):
        plain = client.get(url)
        packed = client.get(url, headers={"accept-encoding": "gzip"})
        assert plain["Content-Type"] == "application/rss+xml; charset=utf-8"
        assert gzip.decompress(packed.content) == plain.content
        for etag in (plain["ETag"], packed["ETag"]):
            assert client.get(url, headers={"if-none-match": etag}).status_code == 304
        head = client.head(url)
        assert (head.content, head["Content-Length"]) == (b"", str(len(plain.content)))
        assert plain["Access-Control-Allow-Origin"] == "*"
        assert client.options(url).status_code == 204
        assert client.post(url).status_code == 405
        assert not plain.cookies


def test_opened_in_a_browser_it_is_a_page(
    client: Client, article: ArticlePage, approved: Comment
) -> None:
    response = client.get(url_of(article), headers={"Sec-Fetch-Dest": "document"})
    page = lxml.html.fromstring(response.content)
    assert page.findtext(".//h1") == "Comments on “Sleeping well”"
    assert page.find(".//*[@id='items-heading']").text_content().strip() == "Comments"
    assert "every new comment" in page.text_content()
    assert "That helped me." in page.text_content()


def test_no_address_of_a_reader_is_in_any_feed(client: Client, article: ArticlePage) -> None:
    CommentFactory(page=article, email="planted@secret.example")
    index = article.get_parent()
    for url in (url_of(article), SITE_FEED, f"{index.url}feed.xml", f"{index.url}feed.json"):
        body = client.get(url).content
        assert body
        assert b"planted" not in body
        assert b"secret.example" not in body


@pytest.mark.parametrize("polyglot", POLYGLOTS)
def test_what_would_be_script_elsewhere_is_words(
    client: Client, article: ArticlePage, polyglot: str
) -> None:
    CommentFactory(page=article, name=polyglot[:60], website="", text=polyglot)
    for url in (url_of(article), SITE_FEED):
        item = etree.fromstring(client.get(url).content).find("channel/item")
        html = lxml.html.fragment_fromstring(item.findtext("description"), create_parent="div")
        assert {element.tag for element in html.iter()} == {"div", "p"}
        assert not any(element.attrib for element in html.iter())
        assert html.text_content() == polyglot
        # Readers that take a title or a name for HTML find no tag in it.
        creator = item.findtext("{http://purl.org/dc/elements/1.1/}creator")
        for line in (item.findtext("title"), creator):
            assert not set(line) & set("<>")
        page = client.get(url, headers={"Sec-Fetch-Dest": "document"}).content
        article_html = lxml.html.fromstring(page).find(".//article")
        tags = {element.tag for element in article_html.iter()}
        assert tags <= {"article", "p", "h3", "a", "time", "div"}


def test_fifty_comments_cost_no_more_queries_than_one(client: Client, article: ArticlePage) -> None:
    def costs(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    urls = [url_of(article), SITE_FEED]
    CommentFactory(page=article)
    one = [costs(url) for url in urls]
    CommentFactory.create_batch(24, page=article)
    for other in ArticlePageFactory.create_batch(5, parent=article.get_parent()):
        CommentFactory.create_batch(5, page=other)
    assert [costs(url) for url in urls] == one
    assert max(one) <= 12
