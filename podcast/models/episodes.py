"""An episode, and the queries that lists of episodes ask."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from cms.models import completed
from comments.models import Commented
from podcast.blocks import ChaptersBlock, EpisodeExtrasBlock, Parts, TranscriptsBlock
from podcast.chapters import Chapter
from podcast.episode_form import EpisodeForm
from podcast.gate_panel import GatePanel
from podcast.models.chapters import typed_chapters
from podcast.models.episode_lists import surroundings_of
from podcast.models.episode_queries import EpisodeQuerySet
from podcast.models.identity import OwnIdentity
from podcast.models.license import Licensed
from podcast.models.recordings import Recording
from podcast.models.transcripts import Transcript
from podcast.panels import RecordingPanel
from podcast.panels.episode import EPISODE_FEED_PANELS
from podcast.panels.tabs import tabs

# The page below a show where people subscribe, so no episode can have its address.
SUBSCRIBE_SLUG = "subscribe"
NOTES_FEATURES = ["bold", "italic", "ol", "ul", "link"]


EpisodeManager = PageManager.from_queryset(EpisodeQuerySet)


class EpisodeType(models.TextChoices):
    """Apple's three types of episode."""

    FULL = "full", _("Full episode")
    TRAILER = "trailer", _("Trailer")
    BONUS = "bonus", _("Bonus")


class EpisodePage(Commented, Licensed, OwnIdentity):
    """One episode of a show.

    ``guid`` is the identity by which apps know it: written once, never copied with the page, and
    never taken from a draft (RSS 2.0 guid; Apple: "never changes").
    """

    guid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recording = models.ForeignKey(
        "podcast.Recording",
        verbose_name=_("recording"),
        null=True,
        on_delete=models.PROTECT,
        related_name="episodes",
    )
    season = models.PositiveSmallIntegerField(
        _("season"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    number = models.PositiveSmallIntegerField(
        _("number"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    episode_type = models.CharField(
        _("type"), max_length=7, choices=EpisodeType.choices, default=EpisodeType.FULL
    )
    explicit = models.BooleanField(
        _("explicit"), default=False, help_text=_("Strong language or content for adults only.")
    )
    summary = models.TextField(
        _("summary"),
        max_length=1000,
        blank=True,
        help_text=_("One or two plain sentences, for lists and apps."),
    )
    show_notes = RichTextField(_("show notes"), features=NOTES_FEATURES, blank=True)
    artwork = models.ForeignKey(
        "cms.Picture",
        verbose_name=_("artwork"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Square, at least 1400 pixels. Empty: the artwork of the show."),
    )
    chapters = StreamField(
        ChaptersBlock(required=False),
        verbose_name=_("chapters"),
        blank=True,
        help_text=_("Left empty, the chapters inside the recording are used."),
    )
    transcripts = StreamField(
        TranscriptsBlock(required=False),
        verbose_name=_("transcripts"),
        blank=True,
        help_text=_("One for each language."),
    )

    number_display = models.CharField(
        _("number in words"),
        max_length=32,
        blank=True,
        help_text=_("What apps show instead of the number, such as “Day 3”."),
    )
    hidden = models.BooleanField(
        _("hidden from directories"),
        default=False,
        help_text=_("Asks directories to leave this episode out. It stays in the feed."),
    )
    extras = StreamField(EpisodeExtrasBlock(), verbose_name=_("more for apps"), blank=True)

    objects = EpisodeManager()

    content_panels = [
        GatePanel(),
        *Page.content_panels,
        RecordingPanel("recording"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("episode_type"), FieldPanel("season"), FieldPanel("number")]
                ),
                FieldPanel("explicit"),
            ],
            heading=_("Episode"),
        ),
        FieldPanel("summary"),
        FieldPanel("show_notes"),
        FieldPanel("artwork"),
        MultiFieldPanel(
            [
                FieldPanel("chapters"),
                FieldPanel("chapters_file"),
                FieldPanel("copy_chapters"),
            ],
            heading=_("Chapters"),
        ),
        FieldPanel("transcripts"),
    ]
    settings_panels = [*Page.settings_panels, *Commented.comment_panels]
    edit_handler = tabs(content_panels, EPISODE_FEED_PANELS, EpisodeForm, settings_panels)
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("show_notes"),
        index.SearchField("chapters"),
    ]
    identity_field = "guid"
    exclude_fields_in_copy = [identity_field]
    parent_page_types = ["podcast.Show"]
    subpage_types: list[str] = []
    template = "podcast/episode_page.html"

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")

    def clean(self) -> None:
        super().clean()
        if self.slug == SUBSCRIBE_SLUG:
            raise ValidationError({"slug": _("The show's page for subscribing has this address.")})

    @cached_property
    def show(self) -> Page:
        """The whole show, though on the way to this page only passed by."""
        return completed(self.get_parent().specific_deferred)

    @property
    def season_name(self) -> str:
        """As the show calls the season; "" if it gives it no name."""
        return self.show.season_names.get(self.season, "") if self.season else ""

    @property
    def published(self) -> datetime | None:
        """When it first went out; apps sort by it, so it never moves."""
        return self.first_published_at

    @property
    def audio_path(self) -> str:
        """Where everybody hears it. Holds the guid, so no renaming ever breaks it."""
        extension = self.recording.extension if self.recording else "mp3"
        return reverse("listen", args=[self.guid, extension])

    @property
    def effective_chapters(self) -> list[Chapter]:
        """The chapters of this episode: those typed here, else those inside the recording."""
        typed = typed_chapters(self.chapters, base=self.full_url or "")
        return typed or (self.recording.chapters if self.recording else [])

    @property
    def present_transcripts(self) -> list[Transcript]:
        """The transcripts that still exist; one that was deleted leaves an empty place."""
        return [child.value for child in self.transcripts if child.value]

    def readable_transcripts(self) -> list[Transcript]:
        """The same together with their words, in one query for all languages."""
        keys = [child["value"] for child in self.transcripts.raw_data]
        with_cues = Transcript.objects.defer(None).defer("text")
        found = with_cues.in_bulk([key for key in keys if key])
        return [found[key] for key in keys if key in found]

    def path_of(self, recording: Recording) -> str:
        """Where everybody hears that version of the episode: its recording or another one."""
        if recording.pk == self.recording_id:
            return self.audio_path
        return reverse("listen_alternate", args=[self.guid, recording.pk, recording.extension])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["show"] = self.show
        context["artwork"] = self.artwork or self.show.artwork
        context["chapters"] = [each for each in self.effective_chapters if each.listed]
        context["transcripts"] = self.readable_transcripts()
        context |= Parts(self).for_readers()
        siblings = EpisodePage.objects.child_of(self.show).heard()
        context["surroundings"] = surroundings_of(self, siblings)
        context["audio_url"] = self.audio_path
        if getattr(request, "is_preview", False) and self.recording:
            context["audio_url"] = self.recording.url
        return context
