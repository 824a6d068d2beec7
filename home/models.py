"""The home page, which shows the newest of both articles and podcast."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from articles.models import ArticleIndexPage, ArticlePage
from cms.models import BasePage
from podcast.models import EpisodePage

LATEST_ARTICLES = 6


class HomePage(BasePage):
    """The first page of a site: a welcome, the latest articles and the latest episode."""

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

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("welcome"), FieldPanel("introduction"), FieldPanel("picture")],
            heading=_("Welcome"),
        ),
        FieldPanel("practitioner"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.descendant_of(self).for_listing()
        context["articles"] = articles[:LATEST_ARTICLES]
        context["article_index"] = ArticleIndexPage.objects.public_now().descendant_of(self).first()
        episode = EpisodePage.objects.descendant_of(self).for_listing().first()
        context["episode"] = episode
        context["show"] = episode.show if episode else None
        return context
