"""Words in other languages than the site's own: of the practice, and of its people."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StreamBlock, StreamValue, StructBlock, TextBlock
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError


def other_languages() -> list[tuple[str, str | Promise]]:
    """All that the site can speak, but for its own."""
    return [each for each in settings.LANGUAGES if each[0] != settings.LANGUAGE_CODE]


class WordsBlock(StructBlock):
    """What is words, in one language; each further field is called like the one it translates."""

    language = ChoiceBlock(label=_("Language"), choices=other_languages)

    class Meta:
        icon = "globe"
        label = _("Words in another language")


class TranslationsBlock(StreamBlock):
    """One block for each language; the only kind of block is called ``words``."""

    def clean(self, value: StreamValue) -> StreamValue:
        cleaned = super().clean(value)
        languages = [block.value["language"] for block in cleaned]
        again = ValidationError(_("This language is in the list already."))
        errors = {
            index: StructBlockValidationError(block_errors={"language": again})
            for index, language in enumerate(languages)
            if language in languages[:index]
        }
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


class PracticeWordsBlock(WordsBlock):
    """The settings that are words."""

    tagline = CharBlock(label=_("Tagline"), max_length=200, required=False)
    about = TextBlock(label=_("About us, for the footer"), rows=3, required=False)
    disclaimer = TextBlock(label=_("Disclaimer"), rows=3, required=False)
    opening_hours = TextBlock(label=_("Opening hours"), rows=3, required=False)
    appointment_text = TextBlock(
        label=_("Invitation to make an appointment"), rows=3, required=False
    )
    appointment_label = CharBlock(label=_("Words on the button"), max_length=40, required=False)


class PracticeTranslationsBlock(TranslationsBlock):
    words = PracticeWordsBlock()


class AuthorWordsBlock(WordsBlock):
    """The words of somebody's card."""

    role = CharBlock(label=_("Role"), max_length=128, required=False)
    about = TextBlock(label=_("Short text"), rows=3, max_length=600, required=False)


class AuthorTranslationsBlock(TranslationsBlock):
    words = AuthorWordsBlock()
