"""What search engines are told of articles and of the lists in which they stand."""

from __future__ import annotations

from datetime import datetime

from django.urls import NoReverseMatch

from articles.models import ArticleIndexPage, ArticlePage
from cms import structured_data as schema
from cms.about import AboutPage, about
from cms.models import Author
from cms.structured_data import Node


@about(ArticleIndexPage)
class AboutArticleIndex(AboutPage):
    """A list of articles, whole or a part of it."""

    kind = "CollectionPage"


@about(ArticlePage)
class AboutArticle(AboutPage):
    """An article, and whether it informs about health and who has reviewed it."""

    og_type = "article"
    picture_field = "hero"

    @property
    def published(self) -> datetime:
        return self.page.published

    def web_page(self) -> Node:
        page = self.page
        if not page.health_text:
            return {}
        return schema.node(
            "MedicalWebPage",
            lastReviewed=page.reviewed_on,
            # Without an address: only who has written articles here has a list of them.
            reviewedBy=self.person(page.reviewed_by) if page.reviewed_by else None,
        )

    def things(self) -> list[Node]:
        return [self._article()]

    def _article(self) -> Node:
        page, address = self.page, self.head.address
        return schema.node(
            "Article",
            id=f"{address}#article",
            headline=page.title,
            description=self.head.description,
            url=address,
            mainEntityOfPage=schema.reference(address),
            image=schema.image(self.card),
            datePublished=self.published,
            dateModified=self.changed,
            author=self._author(page.author) if page.author else self.publisher,
            publisher=self.publisher,
            articleSection=page.category.spoken["name"] if page.category else "",
            inLanguage=page.locale.language_code,
            isAccessibleForFree=True,
            citation=[_source(block["value"]) for block in page.sources.raw_data],
        )

    def _author(self, author: Author) -> Node:
        return self.person(author, url=self._archive_of(author))

    def _archive_of(self, author: Author) -> str:
        """Where the articles of ``author`` are listed, "" where no such list is."""
        index = self.page.get_parent().specific
        try:
            return f"{index.full_url}{index.reverse_subpage('author', args=[author.slug])}"
        except NoReverseMatch:
            return ""


def _source(source: dict[str, str]) -> Node:
    return schema.node(
        "CreativeWork",
        name=source["title"],
        url=source["url"],
        publisher=schema.node("Organization", name=source["publisher"])
        if source["publisher"]
        else None,
    )
