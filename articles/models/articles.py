"""An article, and the queries that lists of articles ask."""

from __future__ import annotations

from html import unescape
from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from articles.models.categories import Category
from articles.models.review import Reviewed
from cms.blocks import BodyBlock
from cms.models import BasePage, BasePageQuerySet

EXCERPT_WORDS = 40


class ArticleQuerySet(BasePageQuerySet):
    """Articles as lists need them."""

    def for_listing(self) -> Self:
        """What a stranger may see, newest first, with all that a card shows."""
        return (
            self.public_now()
            .select_related("category", "author", "hero", "hero__collection")
            .prefetch_related("hero__renditions")
            .order_by("-date", "-pk")
        )

    def for_reading(self) -> Self:
        """With all that the article's own page shows of other tables."""
        return self.select_related("category", "author__picture", "hero")


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


class ArticlePage(Reviewed, BasePage):
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
        help_text=_("For lists and the feed. Empty: the first words of the text."),
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
    def lead(self) -> str:
        """The excerpt, or the first words of the text with an ellipsis (plain text)."""
        if self.excerpt:
            return self.excerpt
        # The raw data, since walking the blocks would fetch their pictures, article by article.
        blocks = self.body.raw_data
        paragraphs = (block["value"] for block in blocks if block["type"] == "paragraph")
        text = unescape(strip_tags(" ".join(paragraphs)))
        return Truncator(" ".join(text.split())).words(EXCERPT_WORDS, truncate="…")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["previous"], context["next"] = self.neighbours()
        return context

    def neighbours(self) -> tuple[ArticlePage | None, ArticlePage | None]:
        """The article before this one and the one after it, by date, under the same index."""
        siblings = ArticlePage.objects.public_now().sibling_of(self, inclusive=False)
        earlier = models.Q(date__lt=self.date) | models.Q(date=self.date, pk__lt=self.pk or 0)
        later = models.Q(date__gt=self.date) | models.Q(date=self.date, pk__gt=self.pk or 0)
        return (
            siblings.filter(earlier).order_by("-date", "-pk").first(),
            siblings.filter(later).order_by("date", "pk").first(),
        )
