"""What tests of comments share: an article to comment on, and readers who send forms."""

import pytest
from django.test import Client
from wagtail.models import Site

from articles.models import ArticlePage
from comments.models import Comment, CommentSettings
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
