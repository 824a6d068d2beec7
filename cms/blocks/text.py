"""Blocks that are words and pictures: headings, quotes, pictures with captions."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, TextBlock

from cms.blocks.choosers import PictureChooserBlock

SECTION = "2"


class HeadingBlock(StructBlock):
    """A heading inside the text; the page's title is level one."""

    text = CharBlock(label=_("Text"), max_length=150)
    level = ChoiceBlock(
        label=_("Level"),
        choices=[(SECTION, _("Section")), ("3", _("Subsection"))],
        default=SECTION,
        search_index=False,
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class QuoteBlock(StructBlock):
    """Somebody's words, set apart."""

    text = TextBlock(label=_("Quote"))
    attribution = CharBlock(label=_("Who said it"), required=False, max_length=150)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"


class PictureBlock(StructBlock):
    """A picture with its caption."""

    image = PictureChooserBlock(label=_("Picture"))
    alt = CharBlock(
        label=_("What is to be seen"),
        required=False,
        max_length=250,
        help_text=_("For those who cannot see it. Empty: the picture's own description."),
    )
    caption = CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"
