"""The form of an episode: fills its chapters from a file or from the recording, and looks them over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from podcast.blocks.ground import wrong
from podcast.chapters import Chapter
from podcast.chapters.read import read_chapters
from podcast.clock import clock, exact_clock, seconds_of
from podcast.explanations import explain
from podcast.page_forms import FeedForm
from podcast.text_files import TextFileError


class EpisodeForm(FeedForm):
    """What is posted decides: while a file is chosen, every draft saved by itself holds its chapters."""

    chapters_file = forms.FileField(
        label=_("Import chapters from a file"),
        required=False,
        help_text=_(
            "JSON chapters, Podlove or mp4chaps, Audacity labels, or a table (CSV) as Hindenburg, "
            "Reaper and Audition export it. When the page is saved they take the place of the list "
            "above."
        ),
        widget=forms.FileInput(attrs={"accept": ".json,.psc,.xml,.txt,.csv,.tsv"}),
    )
    copy_chapters = forms.BooleanField(
        label=_("Copy the chapters of the recording into the list"),
        required=False,
        help_text=_(
            "To change them here. They take the place of the list above: save, and open the page "
            "anew to see them."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if chapters := cleaned.get("chapters"):
            cleaned["chapters"] = _in_order(chapters)
        return cleaned

    def check(self) -> None:
        super().check()
        self._check_times(self.cleaned_data)
        self._check_languages(self.cleaned_data)
        self._check_soundbites(self.cleaned_data)

    def fill(self) -> None:
        cleaned = self.cleaned_data
        recording = cleaned.get("recording")
        try:
            if upload := cleaned.get("chapters_file"):
                chapters = read_chapters(upload.read())
                if recording and chapters[-1].start >= recording.duration:
                    raise _TooLate(chapters[-1].start, recording.duration)
                self._take(chapters)
            elif cleaned.get("copy_chapters") and recording:
                self._take(recording.chapters)
        except TextFileError as error:
            self.add_error("chapters_file", ValidationError(explain(error), code=error.reason))
        except ValidationError as error:
            self.add_error("chapters_file", error)

    def _take(self, chapters: Iterable[Chapter]) -> None:
        """Put the chapters into the list, whatever was wrong with what stood there."""
        block = self.instance._meta.get_field("chapters").stream_block
        self.errors.pop("chapters", None)
        self.cleaned_data["chapters"] = block.to_python([_row(chapter) for chapter in chapters])

    def _check_times(self, cleaned: dict[str, Any]) -> None:
        recording, chapters = cleaned.get("recording"), cleaned.get("chapters")
        if not recording or not chapters:
            return
        faults = {
            place: StructBlockValidationError(
                block_errors={"time": _TooLate(start, recording.duration)}
            )
            for place, start in enumerate(map(_start, chapters))
            if start is not None and start >= recording.duration
        }
        if faults:
            self.add_error("chapters", StreamBlockValidationError(block_errors=faults))

    def _check_soundbites(self, cleaned: dict[str, Any]) -> None:
        recording, extras = cleaned.get("recording"), cleaned.get("extras")
        if not recording or not extras:
            return
        text = _("The recording ends at %(end)s.") % {"end": clock(recording.duration)}
        late = {
            place: wrong(start=text)
            for place, block in enumerate(extras)
            if block.block_type == "soundbite" and block.value.end > recording.duration
        }
        if late:
            self.add_error("extras", StreamBlockValidationError(block_errors=late))

    def _check_languages(self, cleaned: dict[str, Any]) -> None:
        """An address names a transcript by its language."""
        seen, faults = set(), {}
        for place, child in enumerate(cleaned.get("transcripts") or []):
            if child.value and child.value.language in seen:
                faults[place] = ValidationError(_("There is already one in this language."))
            elif child.value:
                seen.add(child.value.language)
        if faults:
            self.add_error("transcripts", StreamBlockValidationError(block_errors=faults))


class _TooLate(ValidationError):
    """A chapter that nobody would ever reach."""

    def __init__(self, start: float, duration: float) -> None:
        super().__init__(
            _("A chapter cannot begin at %(start)s: the recording ends at %(end)s."),
            params={"start": exact_clock(start), "end": clock(duration)},
        )


def _row(chapter: Chapter) -> dict[str, Any]:
    value = {
        "time": exact_clock(chapter.start),
        "title": chapter.title,
        "url": chapter.url,
        "picture": None,
        "hidden": not chapter.listed,
    }
    return {"type": "chapter", "value": value}


def _start(child: Any) -> float | None:
    return seconds_of(child.value["time"] or "")


def _in_order(chapters: StreamValue) -> StreamValue:
    """Sorted by time; what has none yet, in a draft, stays at the end."""
    rows = zip(chapters, chapters.get_prep_value(), strict=True)
    in_order = sorted(rows, key=lambda row: (_start(row[0]) is None, _start(row[0]) or 0))
    return chapters.stream_block.to_python([row for _child, row in in_order])
