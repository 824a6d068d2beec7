"""Articles, the index they hang under, and the categories that sort them."""

from articles.models.articles import ArticlePage
from articles.models.categories import Category
from articles.models.index import ArticleIndexPage
from articles.models.tags import ArticleTag

__all__ = ["ArticleIndexPage", "ArticlePage", "ArticleTag", "Category"]
