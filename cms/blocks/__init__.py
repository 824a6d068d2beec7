"""The blocks that articles and standard pages are written in."""

from cms.blocks import words
from cms.blocks.body import BodyBlock, Section, sections
from cms.blocks.profiles import ProfilesBlock

__all__ = ["BodyBlock", "ProfilesBlock", "Section", "sections", "words"]
