"""What the blocks of feeds are built of: choosers that resolve many at once, times, and errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import FieldBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.models import Author, Picture
from podcast.clock import exact_clock, seconds_of


def wrong(**errors: Any) -> StructBlockValidationError:
    """The error to raise from a block's ``clean``: a sentence for each child of that name."""
    return StructBlockValidationError(
        block_errors={name: ValidationError(text) for name, text in errors.items()}
    )


class PartValue(StructValue):
    """What an editor filled into a block, and what the feed makes of it."""

    def part(self, page: Any) -> Any:
        """The part of the feed of ``page`` (a show or an episode); None if there is nothing to say."""
        raise NotImplementedError


class AuthorChooser(SnippetChooserBlock):
    """An author together with the picture that feeds show, in the same queries for one and for many."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Author | None]:
        keys = list(values)
        authors = Author.objects.select_related("picture").prefetch_related("picture__renditions")
        found = authors.in_bulk([key for key in keys if key])
        return [found.get(key) for key in keys]


class PictureChooser(ImageChooserBlock):
    """A picture together with its renditions, in the same queries for one and for many."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Picture | None]:
        pictures = super().bulk_to_python(values)
        prefetch_related_objects([each for each in pictures if each], "renditions")
        return pictures


class ClockField(forms.CharField):
    """A time typed as on a clock ("1:05"), with letters ("1m 5s") or in seconds; the value is in seconds."""

    def to_python(self, value: Any) -> float | None:  # type: ignore[override]
        text = super().to_python(value)
        if not text:
            return None
        seconds = seconds_of(text)
        if seconds is None:
            raise ValidationError(_("Type the time as minutes and seconds, such as 1:05."))
        return seconds

    def prepare_value(self, value: Any) -> Any:
        return exact_clock(value) if isinstance(value, int | float) else value


class ClockBlock(FieldBlock):
    """A time inside the recording, in seconds; typed and shown as on a clock."""

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        self.field = ClockField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    def value_for_form(self, value: Any) -> Any:
        return self.field.prepare_value(value)

    class Meta:
        icon = "time"
