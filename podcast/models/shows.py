"""A show: what apps call a podcast, with the words and marks of its feed's head."""

from __future__ import annotations

import math
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from cms.models import PageWithFeed
from cms.pagination import page_of
from comments.models import CommentSettings
from podcast.blocks import Parts, ShowExtrasBlock
from podcast.feed.paging import SIZE_LIMIT
from podcast.gate_panel import GatePanel
from podcast.languages import language_code
from podcast.listening_apps import app_links
from podcast.models.episode_lists import NewestFirst, count_by_season, seasons_of
from podcast.models.episode_queries import EpisodeQuerySet
from podcast.models.episodes import SUBSCRIBE_SLUG, EpisodePage
from podcast.models.frequency import Frequency
from podcast.models.identity import OwnIdentity
from podcast.models.license import Licensed
from podcast.models.naming import NamingQuerySet
from podcast.models.show_choices import FeedPaging, ShowType, category_choices, medium_choices
from podcast.page_forms import ShowForm
from podcast.panels.show import SHOW_FEED_PANELS, SHOW_PANELS
from podcast.panels.tabs import tabs

EPISODES_PER_PAGE = 20

ShowManager = PageManager.from_queryset(NamingQuerySet)


class Show(Licensed, OwnIdentity, PageWithFeed):
    """A podcast with its feed. Several may live on one site.

    ``seasons_renamed`` are the numbers of the seasons that got another name when the show was saved.
    """

    seasons_renamed: frozenset[int] = frozenset()

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
        validators=[language_code],
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
    second_category = models.CharField(
        _("second category"), max_length=80, choices=category_choices, blank=True
    )
    third_category = models.CharField(
        _("third category"), max_length=80, choices=category_choices, blank=True
    )
    website = models.URLField(
        _("website"),
        blank=True,
        help_text=_("Where apps lead listeners. Empty: the show's page here."),
    )
    hidden = models.BooleanField(
        _("hidden from directories"),
        default=False,
        help_text=_("Asks all directories to leave the show out. The feed itself stays open."),
    )
    medium = models.CharField(
        _("kind"),
        max_length=10,
        choices=medium_choices(),
        default="podcast",
    )
    update_frequency = models.CharField(
        _("new episodes"),
        max_length=11,
        choices=Frequency.choices,
        blank=True,
        help_text=_("How often they come, so that apps know when to look."),
    )
    update_words = models.CharField(
        _("in your own words"),
        max_length=128,
        blank=True,
        help_text=_("Such as “Every first Monday”. Empty: as chosen."),
    )
    new_feed_url = models.URLField(
        _("new feed address"),
        blank=True,
        help_text=_("The address of the feed itself at the new host."),
    )
    feed_paging = models.CharField(
        _("episodes in the feed"),
        max_length=4,
        choices=FeedPaging.choices,
        default=FeedPaging.AUTO,
        help_text=_(
            "Apps read on in the archive behind the feed; most directories list only what is in the "
            "feed itself."
        ),
    )
    extras = StreamField(ShowExtrasBlock(), verbose_name=_("more for apps"), blank=True)
    podcast_guid = models.UUIDField(null=True, unique=True, editable=False)

    objects = ShowManager()

    show_in_menus_default = True

    content_panels = [GatePanel(), *Page.content_panels, *SHOW_PANELS]
    edit_handler = tabs(content_panels, SHOW_FEED_PANELS, ShowForm)
    search_fields = [*Page.search_fields, index.SearchField("description")]
    identity_field = "podcast_guid"
    exclude_fields_in_copy = [identity_field]
    subpage_types = ["podcast.EpisodePage"]
    template = "podcast/show_page.html"

    class Meta:
        verbose_name = _("show")
        verbose_name_plural = _("shows")

    @property
    def feed_moved_to(self) -> str:
        return self.new_feed_url

    @property
    def newest_in_feed(self) -> int | None:
        """How many episodes the feed holds at least, if the editor has said so."""
        return int(self.feed_paging) if self.feed_paging.isdigit() else None

    @property
    def feed_size_limit(self) -> float:
        """In bytes of items."""
        return math.inf if self.feed_paging == FeedPaging.ALL else SIZE_LIMIT

    @property
    def categories(self) -> list[str]:
        """Up to three, the most important first, none twice."""
        chosen = (self.category, self.second_category, self.third_category)
        return list(dict.fromkeys(filter(None, chosen)))

    @property
    def season_names(self) -> dict[int, str]:
        # As stored: walking the blocks would fetch everybody who is named in the others.
        seasons = (each["value"] for each in self.extras.raw_data if each["type"] == "season")
        return {season["number"]: season["name"] for season in seasons}

    @cached_property
    def comment_settings(self) -> CommentSettings:
        """Those of its site; all of its episodes ask for them."""
        return CommentSettings.for_site(self.get_site())

    @property
    def heard(self) -> EpisodeQuerySet:
        """Its episodes that everybody may hear now."""
        return EpisodePage.objects.child_of(self).heard()

    @property
    def episodes(self) -> EpisodeQuerySet:
        return EpisodePage.objects.child_of(self).for_listing()

    @property
    def subscribe_url(self) -> str:
        """The address with host of the page that helps people to subscribe."""
        return f"{self.full_url}{SUBSCRIBE_SLUG}/"

    @path(f"{SUBSCRIBE_SLUG}/", name="subscribe")
    def subscribe(self, request: HttpRequest) -> HttpResponse:
        """How to follow the show in an app: links, a QR code and the feed's address."""
        # Without the episodes, which nobody asks for here.
        context = super().get_context(request)
        context["apps"] = app_links(self.feed_url)
        return TemplateResponse(request, "podcast/subscribe_page.html", context)

    def get_route_paths(self) -> list[str]:
        """With the page that printed QR codes lead to, and the seasons."""
        seasons = seasons_of(count_by_season(self.heard), {})
        paths = [f"/{SUBSCRIBE_SLUG}/", *(f"/{season.address}" for season in seasons)]
        return [*super().get_route_paths(), *paths]

    @path("season/<int:number>/", name="season")
    def season(self, request: HttpRequest, number: int) -> HttpResponse:
        """The episodes of one season; 404 where nothing can be heard of it."""
        context = super().get_context(request)
        context["seasons"] = seasons_of(count_by_season(self.heard), self.season_names)
        season = next((each for each in context["seasons"] if each.number == number), None)
        if season is None:
            raise Http404
        episodes = NewestFirst(self.heard.filter(season=number), season.episodes)
        context["season"] = season
        context["episodes"] = page_of(episodes, request, per_page=EPISODES_PER_PAGE)
        return TemplateResponse(request, "podcast/season_page.html", context)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        counts = count_by_season(self.heard)
        episodes = NewestFirst(self.heard, sum(counts.values()))
        context["episodes"] = page_of(episodes, request, per_page=EPISODES_PER_PAGE)
        context["seasons"] = seasons_of(counts, self.season_names)
        if context["episodes"].number == 1:
            context |= Parts(self).for_readers()
        return context
