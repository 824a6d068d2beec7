"""An episode, and the queries that lists of episodes ask."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager, Revision
from wagtail.search import index

from cms.models import BasePageQuerySet, Picture
from podcast.blocks import ChaptersBlock, TranscriptsBlock
from podcast.chapters import Chapter
from podcast.episode_form import EpisodeForm
from podcast.models.chapters import typed_chapters
from podcast.models.identity import OwnIdentity
from podcast.models.recordings import Recording
from podcast.models.transcripts import Transcript
from podcast.panels import RecordingPanel

# The page below a show where people subscribe, so no episode can have its address.
SUBSCRIBE_SLUG = "subscribe"
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

    def with_transcript(self, transcript: Transcript) -> Self:
        """Episodes that show this transcript."""
        return self.alias(blocks=Cast("transcripts", models.TextField())).filter(
            blocks__regex=_naming("value", transcript.pk)
        )

    def with_picture(self, picture: Picture) -> Self:
        """Episodes that show this picture: as their artwork or in a chapter."""
        in_chapter = models.Q(blocks__regex=_naming("picture", picture.pk))
        return self.alias(blocks=Cast("chapters", models.TextField())).filter(
            models.Q(artwork=picture.pk) | in_chapter
        )


def _naming(name: str, pk: int) -> str:
    """What the stored blocks hold where one names the row ``pk``.

    Asked of the blocks themselves: Wagtail's reference index is brought up to date by a worker,
    so for a moment it may not know yet what a page shows.
    """
    return rf'"{name}": {pk}[,}}]'


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

    objects = EpisodeManager()

    base_form_class = EpisodeForm
    content_panels = [
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

    @property
    def effective_chapters(self) -> list[Chapter]:
        """The chapters of this episode: those typed here, else those inside the recording."""
        typed = typed_chapters(self.chapters, base=self.full_url or "")
        return typed or (self.recording.chapters if self.recording else [])

    @property
    def present_transcripts(self) -> list[Transcript]:
        """The transcripts that still exist; one that was deleted leaves an empty place."""
        return [child.value for child in self.transcripts if child.value]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["show"] = self.show
        context["chapters"] = [each for each in self.effective_chapters if each.listed]
        context["transcripts"] = self.present_transcripts
        context["audio_url"] = self.audio_path
        if getattr(request, "is_preview", False) and self.recording:
            context["audio_url"] = self.recording.url
        return context
