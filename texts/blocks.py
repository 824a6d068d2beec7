"""The settings' words in other languages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from cms.blocks.translations import TranslationsBlock, WordsBlock


class TextWordsBlock(WordsBlock):
    """What stands in the consent of readers of that language."""

    about = CharBlock(label=_("What the texts are about"), max_length=120, required=False)


class TextTranslationsBlock(TranslationsBlock):
    words = TextWordsBlock()
