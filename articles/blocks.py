"""The blocks that only articles and their categories have."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, TextBlock, URLBlock

from cms.blocks import TranslationsBlock, WordsBlock


class SourceBlock(StructBlock):
    """Something the text rests on: a study, a guideline, a book."""

    title = CharBlock(label=_("Title"), max_length=300)
    publisher = CharBlock(label=_("Who published it, and when"), required=False, max_length=200)
    url = URLBlock(label=_("Address"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Source")


class SourcesBlock(StreamBlock):
    """What a text rests on, in the order in which it is listed."""

    source = SourceBlock()


class CategoryWordsBlock(WordsBlock):
    """What a category says of itself."""

    name = CharBlock(label=_("Name"), max_length=64, required=False)
    description = TextBlock(label=_("Description"), rows=3, max_length=300, required=False)


class CategoryTranslationsBlock(TranslationsBlock):
    words = CategoryWordsBlock()
