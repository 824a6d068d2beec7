"""An episode, and the queries that lists of episodes ask."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager, Revision
from wagtail.search import index

from cms.models import BasePageQuerySet
from podcast.gate_form import GateForm
from podcast.gate_panel import GatePanel
from podcast.models.identity import OwnIdentity
from podcast.models.recordings import Recording
from podcast.panels import RecordingPanel

NOTES_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class EpisodeQuerySet(BasePageQuerySet):
    """Episodes as lists and feeds need them."""

    def heard(self) -> Self:
        """Episodes that everybody may hear now: published, public, and with a recording."""
        return self.public_now().filter(recording__isnull=False, first_published_at__isnull=False)

    def for_listing(self) -> Self:
        """What a stranger may hear, newest first, with all that a list shows."""
        return (
            self.heard()
            .select_related("recording", "artwork", "artwork__collection")
            .prefetch_related("artwork__renditions")
            .order_by("-first_published_at", "-pk")
        )

    def for_recording(self, recording: Recording) -> Self:
        """Episodes that have this recording, or whose latest or scheduled draft has it."""
        drafts = Revision.page_revisions.filter(content__recording=recording.pk)
        scheduled = drafts.filter(approved_go_live_at__isnull=False)
        # Page revisions name their page by text.
        pages = [int(page) for page in scheduled.values_list("object_id", flat=True)]
        has_it = models.Q(recording=recording) | models.Q(latest_revision__in=drafts)
        return self.filter(has_it | models.Q(pk__in=pages))


EpisodeManager = PageManager.from_queryset(EpisodeQuerySet)


class EpisodeType(models.TextChoices):
    """Apple's three types of episode."""

    FULL = "full", _("Full episode")
    TRAILER = "trailer", _("Trailer")
    BONUS = "bonus", _("Bonus")


class EpisodePage(OwnIdentity):
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

    objects = EpisodeManager()

    base_form_class = GateForm
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
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("show_notes"),
    ]
    identity_field = "guid"
    exclude_fields_in_copy = [identity_field]
    parent_page_types = ["podcast.Show"]
    subpage_types: list[str] = []
    template = "podcast/episode_page.html"

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")

    @cached_property
    def show(self) -> Page:
        return self.get_parent().specific

    @property
    def published(self) -> datetime | None:
        """When it first went out; apps sort by it, so it never moves."""
        return self.first_published_at

    @property
    def audio_path(self) -> str:
        """Where everybody hears it. Holds the guid, so no renaming ever breaks it."""
        extension = self.recording.extension if self.recording else "mp3"
        return reverse("listen", args=[self.guid, extension])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["show"] = self.show
        context["audio_url"] = self.audio_path
        if getattr(request, "is_preview", False) and self.recording:
            context["audio_url"] = self.recording.url
        return context
