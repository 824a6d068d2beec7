"""The home page, which shows the newest of both articles and podcast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from articles.models import ArticleIndexPage, ArticlePage
from cms.models import BasePage, BasePageQuerySet, ContactPage, Picture, fetch_renditions
from home.blocks import PostsBlock, PostValue
from home.instagram import profile_name, validate_profile
from podcast.models import EpisodePage

LATEST_ARTICLES = 6


class HomePageQuerySet(BasePageQuerySet):
    """Home pages as they are read."""

    def for_reading(self) -> Self:
        return self.select_related("picture", "practitioner__picture")


HomePageManager = PageManager.from_queryset(HomePageQuerySet)


class HomePage(BasePage):
    """The first page of a site: a welcome, the newest of everything, and how to reach the practice."""

    welcome = models.CharField(_("welcome"), max_length=120, blank=True)
    introduction = models.TextField(_("introduction"), max_length=600, blank=True)
    picture = models.ForeignKey(
        "cms.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    practitioner = models.ForeignKey(
        "cms.Author",
        verbose_name=_("practitioner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Whose card is shown."),
    )
    instagram_profile = models.URLField(
        _("Instagram profile"),
        blank=True,
        validators=[validate_profile],
        help_text=_("Such as https://www.instagram.com/name/. It is linked, and never loaded."),
    )
    posts = StreamField(
        PostsBlock(required=False),
        verbose_name=_("pictures"),
        blank=True,
        help_text=_("Shown under “Follow along”, up to twelve."),
    )

    objects = HomePageManager()

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("welcome"), FieldPanel("introduction"), FieldPanel("picture")],
            heading=_("Welcome"),
        ),
        FieldPanel("practitioner"),
        MultiFieldPanel(
            [FieldPanel("instagram_profile"), FieldPanel("posts")], heading=_("Follow along")
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.public_now().descendant_of(self).for_cards()
        context["articles"] = list(articles.prefetch_related(None)[:LATEST_ARTICLES])
        context["article_index"] = ArticleIndexPage.objects.public_now().descendant_of(self).first()
        heard = EpisodePage.objects.descendant_of(self).for_listing()
        episode = heard.prefetch_related(None).first()
        context["episode"] = episode
        context["show"] = episode.show if episode else None
        context["contact"] = ContactPage.objects.public_now().descendant_of(self).first()
        context["posts"] = self.posts_with_pictures()
        fetch_renditions(self._pictures(context))
        return context

    def _pictures(self, context: dict[str, Any]) -> Iterator[Picture | None]:
        """All that it shows."""
        yield self.picture
        yield self.practitioner and self.practitioner.picture
        yield from (article.hero for article in context["articles"])
        yield from (post["image"] for post in context["posts"])
        if episode := context["episode"]:
            yield episode.artwork or context["show"].artwork

    @property
    def instagram_name(self) -> str:
        return profile_name(self.instagram_profile)

    def posts_with_pictures(self) -> list[PostValue]:
        """Those whose pictures are still there."""
        return [block.value for block in self.posts if block.value["image"]]
