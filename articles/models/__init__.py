"""Articles, the index they hang under, the categories that sort them, and their review."""

from articles.models.articles import ArticlePage
from articles.models.categories import Category
from articles.models.index import ArticleIndexPage
from articles.models.review_task import ReviewTask
from articles.models.tags import ArticleTag

__all__ = ["ArticleIndexPage", "ArticlePage", "ArticleTag", "Category", "ReviewTask"]
