"""The form by which a transcript comes in: among the snippets and in the chooser of an episode."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from podcast.explanations import explain
from podcast.text_files import TextFileError
from podcast.transcripts.read import read_transcript

if TYPE_CHECKING:
    from podcast.models import Transcript

FIELDS = ["file", "title", "language", "follows_sound"]


class TranscriptForm(WagtailAdminModelForm):
    """Reads the file while it is in hand; the file itself is not kept."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("WebVTT, SubRip (SRT) or JSON. A new file takes the place of the old words."),
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,.json"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = self.instance.pk is None
        self.fields["title"].required = False
        self.fields["title"].help_text = _("Left empty: the name of the file.")

    def clean_file(self) -> UploadedFile | None:
        upload: UploadedFile | None = self.cleaned_data["file"]
        if upload:
            try:
                self.instance.take(read_transcript(upload.read()))
            except TextFileError as error:
                raise forms.ValidationError(explain(error), code=error.reason.value) from error
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("title") and "title" not in self.errors:
            upload = cleaned.get("file")
            name = PurePath(upload.name).stem if upload else self.initial.get("title", "")
            cleaned["title"] = name[:255]
        return cleaned


def chooser_form(model: type[Transcript]) -> type[forms.ModelForm[Transcript]]:
    """The same form on its own, for the chooser's modal."""
    return forms.modelform_factory(model, form=TranscriptForm, fields=FIELDS)
