"""What tests of comments share: an article to comment on, and readers who send forms."""

import pytest
from django.test import Client
from wagtail.models import Site

from articles.models import ArticlePage
from comments.models import Comment, CommentSettings, Status
from tests.comments.moderators import client_of, member
from tests.comments.readers import Reader
from tests.factories import ArticlePageFactory, CommentFactory


@pytest.fixture
def article(db: None) -> ArticlePage:
    return ArticlePageFactory(title="Sleeping well", slug="sleeping-well")


@pytest.fixture
def approved(article: ArticlePage) -> Comment:
    return CommentFactory(page=article, text="That helped me.")


@pytest.fixture
def comment_settings(db: None) -> CommentSettings:
    """Those of the default site, to be changed and saved."""
    return CommentSettings(site=Site.objects.get(is_default_site=True))


@pytest.fixture
def reader(client: Client, article: ArticlePage) -> Reader:
    return Reader(client, article)


@pytest.fixture
def moderator(db: None) -> Client:
    """The browser of somebody who may moderate, and see no addresses."""
    return client_of(member("moderator", "moderate_comment"))


@pytest.fixture
def waiting(article: ArticlePage) -> Comment:
    return CommentFactory(
        page=article, name="Ada", text="May I ask something?", status=Status.PENDING
    )
