"""The people whose names stand over articles and episodes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets import SlugInput
from wagtail.search import index

from cms.blocks import AuthorTranslationsBlock
from cms.models.translated import Translated, translations_field


class Author(index.Indexed, Translated):
    """Somebody who writes or speaks here, with the words of their card."""

    name = models.CharField(_("name"), max_length=128)
    slug = models.SlugField(_("slug"), max_length=128, unique=True)
    role = models.CharField(
        _("role"), max_length=128, blank=True, help_text=_("For example “Physiotherapist”.")
    )
    picture = models.ForeignKey(
        "cms.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    about = models.TextField(
        _("short text"), max_length=600, blank=True, help_text=_("Two or three sentences.")
    )
    website = models.URLField(_("website"), blank=True)
    translations = translations_field(AuthorTranslationsBlock())

    panels = [
        TitleFieldPanel("name", placeholder=False),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("role"),
        FieldPanel("picture"),
        FieldPanel("about"),
        FieldPanel("website"),
        FieldPanel("translations"),
    ]
    search_fields = [
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return self.name
