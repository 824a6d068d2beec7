"""A show: what apps call a podcast, with the words and marks of its feed's head."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.models import PageWithFeed
from cms.pagination import page_of
from podcast.feed.categories import APPLE_CATEGORIES
from podcast.gate_form import GateForm
from podcast.gate_panel import GatePanel
from podcast.models.episodes import EpisodePage, EpisodeQuerySet
from podcast.models.identity import OwnIdentity

EPISODES_PER_PAGE = 20


def category_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Apple's categories as groups of (value, words); a value is "Category" or "Category/Subcategory"."""
    return [
        (name, [(name, name), *((f"{name}/{sub}", f"{name}: {sub}") for sub in subcategories)])
        for name, subcategories in APPLE_CATEGORIES.items()
    ]


class ShowType(models.TextChoices):
    """Apple's two orders of episodes."""

    EPISODIC = "episodic", _("Episodic: newest first")
    SERIAL = "serial", _("Serial: to be heard from the beginning")


class Show(OwnIdentity, PageWithFeed):
    """A podcast with its feed. Several may live on one site."""

    description = models.TextField(
        _("description"),
        max_length=3900,
        help_text=_("What listeners can expect. Apps show it under the name."),
    )
    author_name = models.CharField(
        _("author"), max_length=128, help_text=_("Who makes it, as apps show it under the name.")
    )
    owner_email = models.EmailField(
        _("owner's e-mail"),
        blank=True,
        help_text=_(
            "Directories write to it to prove that the show is yours. It is published in the feed "
            "for all to read, so leave it empty unless a directory asks."
        ),
    )
    language = models.CharField(
        _("language"),
        max_length=8,
        default="en",
        validators=[
            RegexValidator(r"^[a-z]{2}(-[A-Za-z]{2})?$", _("A code such as “en” or “de-at”."))
        ],
        help_text=_("Code of the language spoken, such as “en” or “de-at”."),
    )
    category = models.CharField(
        _("category"),
        max_length=80,
        choices=category_choices,
        help_text=_("From Apple Podcasts' list, which all directories use."),
    )
    artwork = models.ForeignKey(
        "cms.Picture",
        verbose_name=_("artwork"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Square, 3000 by 3000 pixels, JPEG or PNG."),
    )
    show_type = models.CharField(
        _("type"), max_length=8, choices=ShowType.choices, default=ShowType.EPISODIC
    )
    explicit = models.BooleanField(
        _("explicit"), default=False, help_text=_("Strong language or content for adults only.")
    )
    copyright = models.CharField(_("copyright"), max_length=128, blank=True)
    feed_locked = models.BooleanField(
        _("locked against import"),
        default=True,
        help_text=_("Asks other hosts not to import this show without you."),
    )
    complete = models.BooleanField(
        _("complete"), default=False, help_text=_("No further episode will ever come.")
    )
    podcast_guid = models.UUIDField(null=True, unique=True, editable=False)

    base_form_class = GateForm
    show_in_menus_default = True

    content_panels = [
        GatePanel(),
        *Page.content_panels,
        FieldPanel("description"),
        FieldPanel("artwork"),
        MultiFieldPanel(
            [FieldPanel("author_name"), FieldPanel("owner_email"), FieldPanel("copyright")],
            heading=_("Who makes it"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("category"),
                FieldPanel("language"),
                FieldPanel("show_type"),
                FieldPanel("explicit"),
                FieldPanel("feed_locked"),
                FieldPanel("complete"),
            ],
            heading=_("For directories"),
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("description")]
    identity_field = "podcast_guid"
    exclude_fields_in_copy = [identity_field]
    subpage_types = ["podcast.EpisodePage"]
    template = "podcast/show_page.html"

    class Meta:
        verbose_name = _("show")
        verbose_name_plural = _("shows")

    @property
    def episodes(self) -> EpisodeQuerySet:
        return EpisodePage.objects.child_of(self).for_listing()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["episodes"] = page_of(self.episodes, request, per_page=EPISODES_PER_PAGE)
        return context
