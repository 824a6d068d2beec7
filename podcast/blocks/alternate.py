"""The block in which an editor names another version of an episode (`podcast:alternateEnclosure`)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from django.core.validators import MinValueValidator, RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    StructBlock,
    StructValue,
    URLBlock,
)
from wagtail.blocks.struct_block import BlockGroup
from wagtailmedia.blocks import AudioChooserBlock

from podcast.blocks.ground import PartValue, wrong
from podcast.feed.parts import AlternateEnclosure
from podcast.languages import language_code


class AlternateValue(PartValue):
    def part(self, page: Any) -> AlternateEnclosure | None:
        """Nothing, if the recording it was made of has been deleted."""
        if recording := self["recording"]:
            return AlternateEnclosure(
                mime_type=recording.mime_type,
                urls=(urljoin(page.full_url, page.path_of(recording)),),
                length=recording.byte_length,
                bit_rate=recording.bit_rate,
                integrity=recording.integrity,
                language=self["language"],
                title=self["title"],
            )
        if not self["url"]:
            return None
        return AlternateEnclosure(
            mime_type=self["mime_type"],
            urls=(self["url"],),
            length=self["length"] or 0,
            height=self["height"] or 0,
            integrity=self["integrity"],
            language=self["language"],
            title=self["title"],
        )


class AlternateBlock(StructBlock):
    """The same episode in another form: smaller, in another language, as a video."""

    title = CharBlock(
        label=_("What is different"),
        max_length=32,
        help_text=_("A few words for the app's list, such as “Small file” or “Video”."),
    )
    recording = AudioChooserBlock(
        label=_("Recording"), required=False, help_text=_("From your library …")
    )
    url = URLBlock(
        label=_("Or an address"), required=False, help_text=_("… or a file that lies elsewhere.")
    )
    mime_type = ChoiceBlock(
        label=_("Kind of file"),
        required=False,
        choices=[
            ("audio/mpeg", "MP3"),
            ("audio/x-m4a", "M4A (AAC)"),
            ("audio/ogg", "Ogg, Opus"),
            ("audio/flac", "FLAC"),
            ("audio/wav", "WAV"),
            ("video/mp4", _("Video (MP4)")),
            ("video/webm", _("Video (WebM)")),
            ("application/x-mpegURL", _("Stream (HLS)")),
        ],
        help_text=_("Only with an address; of a recording we know it."),
    )
    language = CharBlock(
        label=_("Language"),
        required=False,
        validators=[language_code],
        help_text=_("If it is another one, its code, such as “en” or “de-at”."),
    )
    length = IntegerBlock(label=_("Bytes"), required=False, validators=[MinValueValidator(1)])
    height = IntegerBlock(
        label=_("Lines of the video"),
        required=False,
        validators=[MinValueValidator(1)],
        help_text=_("Such as 1080."),
    )
    integrity = CharBlock(
        label=_("Checksum"),
        required=False,
        max_length=200,
        validators=[
            RegexValidator(
                r"^sha(256|384|512)-[A-Za-z0-9+/]+={0,2}$", _("It begins with “sha384-”.")
            )
        ],
        help_text=_("As in HTML's integrity attribute. Of a recording we work it out."),
    )

    class Meta:
        icon = "media"
        label = _("Other version")
        value_class = AlternateValue
        form_layout = BlockGroup(
            ["title", "recording", "url", "mime_type"],
            settings=["language", "length", "height", "integrity"],
        )

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if cleaned["recording"] and cleaned["url"]:
            raise wrong(url=_("Choose a recording or type an address, not both."))
        if self.is_deferred_validation or cleaned["recording"]:
            return cleaned
        if not cleaned["url"]:
            raise wrong(recording=_("Choose a recording, or type an address below."))
        if not cleaned["mime_type"]:
            raise wrong(mime_type=_("Say what kind of file lies at the address."))
        return cleaned
