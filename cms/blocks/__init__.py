"""The blocks that articles and standard pages are written in."""

from cms.blocks import words
from cms.blocks.body import BodyBlock, Section, pictures_in, sections
from cms.blocks.profiles import ProfilesBlock
from cms.blocks.translations import (
    AuthorTranslationsBlock,
    PracticeTranslationsBlock,
    TranslationsBlock,
    WordsBlock,
)

__all__ = [
    "AuthorTranslationsBlock",
    "BodyBlock",
    "PracticeTranslationsBlock",
    "ProfilesBlock",
    "Section",
    "TranslationsBlock",
    "WordsBlock",
    "pictures_in",
    "sections",
    "words",
]
