"""A recording in the media library, with what its bytes told us when it was uploaded."""

from __future__ import annotations

import uuid
from dataclasses import asdict

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtailmedia.models import AbstractMedia

from podcast.audio.types import AudioInfo
from podcast.chapters import Chapter
from podcast.clock import clock
from podcast.integrity import integrity_of


def recording_storage() -> Storage:
    return storages["recordings"]


def stored_name(recording: Recording, filename: str) -> str:
    """``<uuid>.<extension>``: nothing of the uploaded name, and the extension of what it really is."""
    return f"{uuid.uuid4()}.{recording.extension}"


def cover_name(recording: Recording, filename: str) -> str:
    return f"covers/{uuid.uuid4()}{'.png' if filename.endswith('.png') else '.jpg'}"


class Recording(AbstractMedia):
    """An audio file. Everything a feed says of it is a column here, so no feed ever opens a file."""

    file = models.FileField(
        _("file"), upload_to=stored_name, storage=recording_storage, max_length=255
    )
    thumbnail = models.FileField(
        _("cover"), upload_to=cover_name, storage=recording_storage, max_length=255, blank=True
    )
    mime_type = models.CharField(_("type"), max_length=40, editable=False)
    extension = models.CharField(_("extension"), max_length=5, editable=False)
    byte_length = models.PositiveBigIntegerField(_("bytes"), default=0, editable=False)
    integrity = models.CharField(_("checksum"), max_length=80, blank=True, editable=False)
    bit_rate = models.PositiveIntegerField(_("bits per second"), default=0, editable=False)
    sample_rate = models.PositiveIntegerField(_("hertz"), default=0, editable=False)
    channels = models.PositiveSmallIntegerField(_("channels"), default=0, editable=False)
    tag_title = models.CharField(_("title tag"), max_length=255, blank=True, editable=False)
    tag_artist = models.CharField(_("artist tag"), max_length=255, blank=True, editable=False)
    tag_album = models.CharField(_("album tag"), max_length=255, blank=True, editable=False)
    tag_comment = models.TextField(_("comment tag"), blank=True, editable=False)
    tag_season = models.PositiveSmallIntegerField(_("season tag"), null=True, editable=False)
    tag_number = models.PositiveSmallIntegerField(_("number tag"), null=True, editable=False)
    chapter_marks = models.JSONField(_("chapters"), default=list, blank=True, editable=False)

    admin_form_fields = ("title", "file", "collection", "tags")
    search_fields = [
        *AbstractMedia.search_fields,
        index.SearchField("tag_title"),
        index.SearchField("tag_artist"),
    ]

    class Meta(AbstractMedia.Meta):
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    @property
    def url(self) -> str:
        """Where editors hear it; the public hears an episode, never a bare recording."""
        return reverse("recording_file", args=[self.pk])

    @property
    def sources(self) -> list[dict[str, str]]:
        return [{"src": self.url, "type": self.mime_type}]

    @property
    def facts(self) -> str:
        """Length, format and chapters in one line: "12:31 · MP3 · 64 kbit/s · mono · 4 chapters"."""
        parts = [clock(self.duration), self.extension.upper()]
        if self.bit_rate:
            parts.append(f"{round(self.bit_rate / 1000)} kbit/s")
        parts.append(gettext("mono") if self.channels == 1 else gettext("stereo"))
        if marks := len(self.chapter_marks):
            parts.append(ngettext("%(n)d chapter", "%(n)d chapters", marks) % {"n": marks})
        return " · ".join(parts)

    @property
    def chapters(self) -> list[Chapter]:
        return [Chapter(**mark) for mark in self.chapter_marks]

    def take(self, info: AudioInfo) -> None:
        """Write down what the bytes of ``file`` told; the caller saves."""
        self.mime_type = info.mime_type
        self.extension = info.extension
        self.duration = info.duration
        self.byte_length = info.byte_length
        self.integrity = integrity_of(self.file)
        self.bit_rate = info.bit_rate
        self.sample_rate = info.sample_rate
        self.channels = info.channels
        self.tag_title = info.title[:255]
        self.tag_artist = info.artist[:255]
        self.tag_album = info.album[:255]
        self.tag_comment = info.comment
        self.tag_season = info.season
        self.tag_number = info.number
        self.chapter_marks = [asdict(chapter) for chapter in info.chapters]
        if self.thumbnail:
            self.thumbnail.delete(save=False)
        if info.cover:
            suffix = ".png" if info.cover.mime_type == "image/png" else ".jpg"
            self.thumbnail = ContentFile(info.cover.data, name=f"cover{suffix}")
