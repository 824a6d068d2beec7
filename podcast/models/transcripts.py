"""A transcript: what is said in an episode, in one language, stored once as cues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from podcast.languages import language_code
from podcast.transcript_forms import TranscriptForm
from podcast.transcripts import Cue
from podcast.transcripts.reading import Paragraph, paragraphs, plain_text

#: Characters; an hour of speech has some 60,000.
SEARCHED_LENGTH: Final = 150_000


class TranscriptManager(models.Manager["Transcript"]):
    """Leaves an hour of words in the database until somebody reads them."""

    def get_queryset(self) -> models.QuerySet[Transcript]:
        return super().get_queryset().defer("stored_cues", "text")


class Transcript(index.Indexed, models.Model):
    """The words of an episode. Episodes refer to it, so no revision of a page carries them."""

    title = models.CharField(_("title"), max_length=255)
    language = models.CharField(
        _("language"),
        max_length=8,
        default="en",
        validators=[language_code],
        help_text=_("Code of the language it is written in, such as “en” or “de-at”."),
    )
    follows_sound = models.BooleanField(
        _("follows the sound closely"),
        default=False,
        help_text=_("Word for word and well timed, so that apps may show it as captions."),
    )
    stored_cues = models.JSONField(_("cues"), default=list, editable=False)
    text = models.TextField(_("words"), blank=True, editable=False)

    objects = TranscriptManager()

    base_form_class = TranscriptForm
    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("language"),
        FieldPanel("follows_sound"),
        FieldPanel("text", read_only=True),
    ]
    search_fields = [
        index.SearchField("title", boost=5),
        index.AutocompleteField("title"),
        # The admin searches what begins with the letters typed, and nothing else.
        index.AutocompleteField("searched_text"),
    ]

    class Meta:
        ordering = ["title", "language", "pk"]
        verbose_name = _("transcript")
        verbose_name_plural = _("transcripts")

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet[Transcript]:
        return cls.objects.defer(None)

    @property
    def searched_text(self) -> str:
        """The first hours: PostgreSQL's search takes no text of more than a megabyte."""
        return self.text[:SEARCHED_LENGTH]

    @property
    def cues(self) -> list[Cue]:
        return [Cue(**cue) for cue in self.stored_cues]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The words as a page shows them."""
        return paragraphs(self.cues)

    def take(self, cues: Iterable[Cue]) -> None:
        """Hold these words instead of the former ones; the caller saves."""
        self.stored_cues = [asdict(cue) for cue in cues]
        self.text = plain_text(self.cues)
        self.__dict__.pop("paragraphs", None)
