"""An article: its words, what they rest on, and its place among the others."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from taggit.models import Tag
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from articles.models.article_queries import ArticleQuerySet
from articles.models.categories import Category
from articles.models.review import Reviewed
from articles.nearby import Nearby
from articles.neighbours import Place
from cms.blocks import BodyBlock, Section, pictures_in, sections, words
from cms.models import fetch_renditions
from cms.parts import part
from comments.models import Commented

if TYPE_CHECKING:
    from articles.models.index import ArticleIndexPage

#: From how many sections on a text has a table of contents.
SECTIONS_TO_LIST = 3
RELATED_ARTICLES = 3

ArticleManager = PageManager.from_queryset(ArticleQuerySet)


class ArticlePage(Reviewed, Commented):
    """One article."""

    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        null=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    date = models.DateField(_("date"), default=timezone.localdate)
    excerpt = models.TextField(
        _("excerpt"),
        max_length=400,
        blank=True,
        help_text=_(
            "Under the title, in lists and in the feed. Empty: lists show the first sentences of the text."
        ),
    )
    author = models.ForeignKey(
        "cms.Author",
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
    )
    hero = models.ForeignKey(
        "cms.Picture",
        verbose_name=_("hero picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"))
    tags = ClusterTaggableManager(through="articles.ArticleTag", verbose_name=_("tags"), blank=True)

    objects = ArticleManager()

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("category"),
                FieldPanel("tags"),
                FieldPanel("date"),
                FieldPanel("author"),
            ],
            heading=_("About this article"),
        ),
        FieldPanel("hero"),
        FieldPanel("excerpt"),
        FieldPanel("body"),
        *Reviewed.review_panels,
    ]
    settings_panels = [*Page.settings_panels, *Commented.comment_panels]
    search_fields = [
        *Page.search_fields,
        index.SearchField("excerpt", boost=2),
        index.SearchField("body"),
        index.RelatedFields("author", [index.SearchField("name")]),
        index.RelatedFields("tags", [index.SearchField("name")]),
        index.FilterField("date"),
    ]
    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types: list[str] = []
    template = "articles/article_page.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="article_by_date")]

    @cached_property
    def index(self) -> ArticleIndexPage:
        """The index it stands in."""
        return self.get_parent().specific

    @cached_property
    def lead(self) -> str:
        """The excerpt, or the first sentences of the text with an ellipsis (plain text)."""
        return self.excerpt or words.lead(self.body.raw_data)

    @property
    def published(self) -> datetime:
        """Its date; with the time of publication where that was on the same day, else at noon."""
        first = self.first_published_at
        if first and timezone.localdate(first) == self.date:
            return first
        return timezone.make_aware(datetime.combine(self.date, time(12)))

    @cached_property
    def word_count(self) -> int:
        return words.word_count(self.body.raw_data)

    @property
    def reading_minutes(self) -> int:
        return words.reading_minutes(self.word_count)

    @cached_property
    def contents(self) -> list[Section]:
        """The table of contents; empty where the text is too short for one."""
        listed = sections(self.body.raw_data)
        return listed if len(listed) >= SECTIONS_TO_LIST else []

    @cached_property
    def linked_tags(self) -> list[Tag]:
        """The tags that have an address; one of signs alone has none."""
        return sorted((tag for tag in self.tags.all() if tag.slug), key=lambda tag: tag.name)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        portrait = self.author.picture if self.author else None
        fetch_renditions([self.hero, portrait, *pictures_in(self.body)])
        return context | self._around(request)

    def _around(self, request: HttpRequest) -> dict[str, Any]:
        """The previous and the next article, and those to be read next."""
        siblings = ArticlePage.objects.child_of(self.index)
        known = part(
            request, ("neighbours", self.index.pk), lambda: siblings.public_now().neighbours()
        )
        place = Place(self.date, self.pk or 0)
        tags = [tag.pk for tag in self.linked_tags]
        previous, following = known.before(place), known.after(place)
        related = known.related(place.pk, self.category_id, tags, number=RELATED_ARTICLES)
        nearby = Nearby(siblings, [previous, following, *related])
        return {
            "previous": nearby.at(previous),
            "next": nearby.at(following),
            "related": [nearby.at(key) for key in related],
        }
