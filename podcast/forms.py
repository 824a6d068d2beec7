"""The form by which a recording comes in: in the media library and in the chooser alike."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, BinaryIO, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction
from django.http import QueryDict
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtailmedia.forms import BaseMediaForm
from wagtailmedia.models import MediaType

from podcast.audio import AudioError, AudioInfo, Reason, probe
from podcast.models import Recording

ACCEPTED = ".mp3,.m4a,.m4b,.ogg,.oga,.opus,.flac,.wav"

EXPLANATIONS = {
    Reason.EMPTY: _("This file is empty."),
    Reason.NOT_AUDIO: _("This file holds no audio that we can read."),
    Reason.UNSUPPORTED: _(
        "This kind of audio cannot be used. Save it as MP3, M4A, Ogg Vorbis, Opus, FLAC or WAV."
    ),
    Reason.TRUNCATED: _("The end of this file is missing. Was the export or copy interrupted?"),
    Reason.NO_DURATION: _("We cannot tell how long this recording is. Export it once more."),
    Reason.TAGS_TOO_LARGE: _("The tags in this file are too large. Save it without them."),
    Reason.TAGS_COMPRESSED: _("The tags in this file are compressed. Save them uncompressed."),
    Reason.TOO_MANY_TAGS: _("This file holds too many tags. Save it with fewer."),
    Reason.COVER_TOO_LARGE: _(
        "The cover picture inside this file is too large for listeners to load with every "
        "episode. Save it as a JPEG of at most %(limit)s."
    ),
    Reason.TOO_LONG: _("This recording is too long: more than %(hours)d hours."),
    Reason.TOO_COSTLY: _("This file takes too long to read. Export it once more, with fewer tags."),
}


def explain(error: AudioError) -> str:
    """The sentence for the editor."""
    limit = error.limit or 0
    return EXPLANATIONS[error.reason] % {
        "limit": filesizeformat(limit),
        "hours": limit / 3600,
    }


class RecordingForm(BaseMediaForm):
    """Reads the file while it is still in hand, so that nothing unreadable is ever stored."""

    def __init__(self, *args: Any, instance: Recording, **kwargs: Any) -> None:
        instance.type = MediaType.AUDIO
        super().__init__(*args, instance=instance, **kwargs)
        self.audio: AudioInfo | None = None
        self.fields["file"].widget.attrs["accept"] = ACCEPTED

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if not isinstance(upload, UploadedFile):
            return upload
        limit = settings.RECORDING_MAX_BYTES
        if upload.size is not None and upload.size > limit:
            message = _("This file is larger than %(limit)s.") % {"limit": filesizeformat(limit)}
            raise forms.ValidationError(message)
        try:
            self.audio = probe(cast(BinaryIO, upload.file))
        except AudioError as error:
            raise forms.ValidationError(explain(error), code=error.reason.value) from error
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self._is_named_after_file():
            # What the file calls itself says more than the name that the browser filled in.
            if self.audio and self.audio.title:
                cleaned["title"] = self.audio.title[:255]
            if "file" in self.errors:
                # The next file shall not be called like the refused one.
                self.data: QueryDict = self.data.copy()
                self.data[self.add_prefix("title")] = ""
        return cleaned

    def _is_named_after_file(self) -> bool:
        upload = self.files.get(self.add_prefix("file"))
        return upload is not None and self.cleaned_data.get("title") == PurePath(upload.name).stem

    def save(self, commit: bool = True) -> Recording:
        """Save row, file and cover, or none of them."""
        recording: Recording = self.instance
        if not self.audio:
            return super().save(commit=commit)
        recording.take(self.audio)
        try:
            with transaction.atomic():
                return super().save(commit=commit)
        except DatabaseError:
            for stored in (recording.file, recording.thumbnail):
                if stored:
                    stored.storage.discard(stored.name)
            raise
