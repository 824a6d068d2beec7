"""Words that pages of all languages share, said in the language of each page."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from cms.blocks import TranslationsBlock


class Words(str):
    """A text that knows its language."""

    __slots__ = ("language",)

    language: str

    def __new__(cls, text: str, language: str) -> Self:
        words = super().__new__(cls, text)
        words.language = language
        return words


def translations_field(block: TranslationsBlock) -> StreamField:
    """The field ``translations`` of a ``Translated``; the names in ``block`` are those of its fields."""
    return StreamField(
        block,
        verbose_name=_("in other languages"),
        blank=True,
        help_text=_("For pages in another language. What is left empty stands there as above."),
    )


class Translated(models.Model):
    """Has words in the language of the site and, in ``translations``, some in others."""

    translations: StreamField

    class Meta:
        abstract = True

    @property
    def spoken(self) -> dict[str, Words]:
        """What can be translated, by its field: in the active language, else in the site's own."""
        language = get_language() or ""
        words = self.translations.stream_block.child_blocks["words"].child_blocks
        theirs = self._written_in(language)
        return {
            name: Words(theirs[name], language)
            if theirs.get(name)
            else Words(getattr(self, name), settings.LANGUAGE_CODE)
            for name in words
            if name != "language"
        }

    def _written_in(self, language: str) -> dict[str, str]:
        values = [block["value"] for block in self.translations.raw_data]
        return next((each for each in values if each["language"] == language), {})
