"""The feed of the articles, by HTTP."""

from __future__ import annotations

import gzip
import io
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from articles.models import ArticleIndexPage
from comments.deciding import decide
from comments.models import Status
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CommentFactory,
    PictureFactory,
    SiteSettingsFactory,
    StandardPageFactory,
)

URL = "/articles/feed.xml"


@pytest.fixture
def index(site: object) -> ArticleIndexPage:
    return ArticleIndexPageFactory(title="Articles", slug="articles", introduction="Plain words.")


def parse(client: Client) -> Any:
    feed = feedparser.parse(io.BytesIO(client.get(URL).content))
    assert not feed.bozo
    return feed


def test_a_reader_finds_excerpt_content_and_absolute_links(
    client: Client, index: ArticleIndexPage
) -> None:
    about = StandardPageFactory(slug="about")
    link = f'<p>Read <a linktype="page" id="{about.pk}">about us</a>.</p>'
    article = ArticlePageFactory(
        parent=index,
        title="Über & <Unter>",
        slug="first",
        excerpt="In short & <plain>.",
        author=AuthorFactory(name="Edda"),
        hero=PictureFactory(),
        body=[("heading", {"text": "At <first>", "level": "2"}), ("paragraph", link)],
    )
    feed = parse(client)
    assert feed.feed.title == "Articles"
    (entry,) = feed.entries
    assert entry.title in ("Über & <Unter>", "Über &amp; &lt;Unter&gt;")
    assert entry.link == "http://localhost/articles/first/"
    assert entry.author == "Edda"
    assert entry.tags[0].term == article.category.name
    assert "In short" in entry.summary
    (content,) = entry.content
    assert '<a href="http://localhost/about/">about us</a>' in content.value
    assert "<script" not in content.value
    assert entry.media_content[0]["url"].startswith("http://localhost/media/")


@pytest.mark.parametrize(
    "state",
    [{"live": False}, {"expire_at": timezone.now() - timedelta(seconds=1)}, {"private": True}],
    ids=["draft", "expired", "private"],
)
def test_a_hidden_article_is_nowhere_in_the_feed(
    client: Client, index: ArticleIndexPage, state: dict[str, Any]
) -> None:
    secret = "xyzzysecret"
    private = state.get("private")
    article = ArticlePageFactory(
        parent=index,
        title=secret,
        slug=secret,
        excerpt=secret,
        body=[("paragraph", f"<p>{secret}</p>")],
        **({} if private else state),
    )
    if private:
        PageViewRestriction.objects.create(page=article, restriction_type="login")
    ArticlePageFactory(parent=index, title="Seen")
    assert [entry.title for entry in parse(client).entries] == ["Seen"]
    assert secret not in client.get(URL).text


def test_it_answers_conditions_and_compression(client: Client, index: ArticleIndexPage) -> None:
    ArticlePageFactory(parent=index)
    plain = client.get(URL)
    packed = client.get(URL, headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert plain["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert not plain.cookies
    for etag in (plain["ETag"], packed["ETag"]):
        assert client.get(URL, headers={"if-none-match": etag}).status_code == 304
    assert client.head(URL)["Content-Length"] == str(len(plain.content))
    assert client.post(URL).status_code == 405
    assert client.get("/articles/category/nothing/feed.xml").status_code == 404


def test_a_change_moves_the_etag_and_a_guid_never_changes(
    client: Client, index: ArticleIndexPage
) -> None:
    article = ArticlePageFactory(parent=index)
    before, feed = client.get(URL)["ETag"], parse(client)
    article.title = "Changed"
    article.slug = "changed"
    article.save_revision().publish()
    assert client.get(URL)["ETag"] != before
    assert parse(client).entries[0].id == feed.entries[0].id


def test_whoever_asks_by_date_learns_of_a_withdrawn_article(
    client: Client, index: ArticleIndexPage
) -> None:
    ArticlePageFactory(parent=index, first_published_at=timezone.now() - timedelta(days=2))
    last = ArticlePageFactory(parent=index)
    modified = client.get(URL).get("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")
    last.unpublish()
    assert client.get(URL, headers={"if-modified-since": modified}).status_code == 200


def test_the_old_address_of_a_renamed_index_leads_to_the_new_one(
    client: Client,
    index: ArticleIndexPage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    index.slug = "texts"
    with django_capture_on_commit_callbacks(execute=True):
        index.save_revision().publish()
    response = client.get(URL)
    assert (response.status_code, response["Location"]) == (301, "/texts/feed.xml")


def test_a_lost_picture_costs_no_article(client: Client, index: ArticleIndexPage) -> None:
    picture = PictureFactory()
    ArticlePageFactory(parent=index, title="Still here", hero=picture)
    picture.file.storage.delete(picture.file.name)
    (entry,) = parse(client).entries
    assert entry.title == "Still here"
    assert not entry.get("media_content")


def test_its_title_names_the_practice(client: Client, index: ArticleIndexPage) -> None:
    SiteSettingsFactory(practice_name="Larkmoss")
    assert parse(client).feed.title == "Larkmoss: Articles"


def test_twenty_articles_cost_no_more_queries_than_one(
    client: Client, index: ArticleIndexPage
) -> None:
    def add() -> None:
        ArticlePageFactory(parent=index, hero=PictureFactory(), author=AuthorFactory())

    add()
    client.get(URL)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    needed = len(one)
    for _ in range(19):
        add()
    client.get(URL)
    with CaptureQueriesContext(connection) as twenty:
        client.get(URL)
    assert len(twenty) == needed


class TestComments:
    """Of each article the feed says where its comments are, and how many."""

    def test_readers_find_them_and_their_feed(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        article = ArticlePageFactory(parent=index)
        CommentFactory.create_batch(2, page=article)
        CommentFactory(page=article, status=Status.PENDING)
        (entry,) = parse(client).entries
        assert entry.comments == f"{article.full_url}#comments"
        assert entry.wfw_commentrss == f"http://localhost/comments/{article.pk}/feed.xml"
        assert entry.slash_comments == "2"
        assert client.get(entry.wfw_commentrss).status_code == 200

    def test_an_article_that_waits_for_the_first_says_nought(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        ArticlePageFactory(parent=index)
        assert parse(client).entries[0].slash_comments == "0"

    def test_a_closed_one_says_nothing_unless_it_has_some(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        article = ArticlePageFactory(parent=index, comments_open=False)
        (entry,) = parse(client).entries
        assert not {"comments", "wfw_commentrss", "slash_comments"} & set(entry)
        CommentFactory(page=article)
        assert parse(client).entries[0].slash_comments == "1"

    def test_an_approval_makes_the_feed_new(self, client: Client, index: ArticleIndexPage) -> None:
        comment = CommentFactory(page=ArticlePageFactory(parent=index), status=Status.PENDING)
        before = client.get(URL)["ETag"]
        decide([comment], Status.APPROVED, None)
        assert client.get(URL, headers={"if-none-match": before}).status_code == 200
        decide([comment], Status.REJECTED, None)
        assert client.get(URL)["ETag"] == before

    def test_fifty_comments_cost_no_more_queries_than_one(
        self, client: Client, index: ArticleIndexPage
    ) -> None:
        def cost() -> int:
            client.get(URL)
            with CaptureQueriesContext(connection) as queries:
                client.get(URL)
            return len(queries)

        articles = ArticlePageFactory.create_batch(5, parent=index)
        CommentFactory(page=articles[0])
        one = cost()
        for article in articles:
            CommentFactory.create_batch(10, page=article)
        assert cost() == one
