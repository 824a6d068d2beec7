"""The blocks of an episode: a chapter typed by hand, and a transcript."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StreamBlock, StructBlock, URLBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from podcast.chapters.entries import TITLE_LENGTH
from podcast.chapters.read import MAX_CHAPTERS
from podcast.clock import exact_clock, seconds_of


class TimeBlock(CharBlock):
    """A moment of the recording, typed as people write it and kept as "1:02:03.5"."""

    def clean(self, value: str) -> str:
        text = super().clean(value)
        if not text:
            return text
        seconds = seconds_of(text)
        if seconds is None:
            raise ValidationError(
                _("We cannot read this time. Write it as 1:02:03, 62:03 or in seconds.")
            )
        return exact_clock(seconds)


class ChapterBlock(StructBlock):
    """A chapter."""

    time = TimeBlock(
        label=_("Begins at"),
        max_length=20,
        search_index=False,
        help_text=_("As 1:02:03, 62:03 or in seconds."),
    )
    title = CharBlock(label=_("Title"), max_length=TITLE_LENGTH)
    url = URLBlock(
        label=_("Link"), required=False, validators=[URLValidator(schemes=["http", "https"])]
    )
    picture = ImageChooserBlock(
        label=_("Picture"), required=False, help_text=_("Apps show it while the chapter plays.")
    )
    hidden = BooleanBlock(
        label=_("Hidden from the list"),
        required=False,
        help_text=_("For a picture or a link that changes in the middle of a chapter."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Chapter")
        label_format = "{time} {title}"


class ChaptersBlock(StreamBlock):
    """The chapters of an episode."""

    chapter = ChapterBlock()

    class Meta:
        max_num = MAX_CHAPTERS
        collapsed = True


class TranscriptsBlock(StreamBlock):
    """The transcripts of an episode, one for each language."""

    transcript = SnippetChooserBlock("podcast.Transcript", label=_("Transcript"))
