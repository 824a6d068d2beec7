"""The blocks that articles and standard pages are written in."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

# Watch pages and the addresses their makers offer for framing without cookies.
EMBED_RULES = (
    (
        re.compile(
            r"^https?://(?:www\.|m\.)?youtube\.com/(?:watch\?(?:.*&)?v=|shorts/)([\w-]{11})"
        ),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    (re.compile(r"^https?://youtu\.be/([\w-]{11})"), "https://www.youtube-nocookie.com/embed/{}"),
    (
        re.compile(r"^https?://(?:www\.)?vimeo\.com/(\d+)"),
        "https://player.vimeo.com/video/{}?dnt=1",
    ),
)


class HeadingBlock(StructBlock):
    """A heading inside the text; the page's title is level one."""

    text = CharBlock(label=_("Text"), max_length=150)
    level = ChoiceBlock(
        label=_("Level"), choices=[("2", _("Section")), ("3", _("Subsection"))], default="2"
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

    image = ImageChooserBlock(label=_("Picture"))
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


class EmbedValue(StructValue):
    """An embed that knows its host and, where the host is known, the address to frame."""

    @property
    def host(self) -> str:
        return urlsplit(self["url"]).hostname or ""

    @property
    def frame_host(self) -> str:
        """Who will be asked when the reader opens the embed."""
        return urlsplit(self.frame_url).hostname or ""

    @property
    def frame_url(self) -> str:
        for pattern, address in EMBED_RULES:
            if match := pattern.match(self["url"]):
                return address.format(match.group(1))
        return ""


class EmbedBlock(StructBlock):
    """Something shown by another site. Nothing is loaded from there until the reader asks for it."""

    url = URLBlock(
        label=_("Address"), help_text=_("YouTube and Vimeo open in the page, others as a link.")
    )
    title = CharBlock(label=_("What it is"), max_length=150)

    class Meta:
        icon = "media"
        label = _("Video or other embed")
        template = "blocks/embed.html"
        value_class = EmbedValue


class CallToActionValue(StructValue):
    """A call to action that knows where it leads."""

    @property
    def href(self) -> str:
        page = self.get("page")
        return (page.url or "") if page else self.get("url", "")


class CallToActionBlock(StructBlock):
    """An invitation with a button: to a page, an address, or the appointment of the site settings."""

    heading = CharBlock(label=_("Heading"), max_length=100)
    text = TextBlock(label=_("Text"), required=False)
    label = CharBlock(label=_("Words on the button"), max_length=40)
    page = PageChooserBlock(label=_("Page"), required=False)
    url = URLBlock(
        label=_("Or an address"),
        required=False,
        help_text=_("With neither page nor address the button leads to your appointments."),
    )

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "blocks/call_to_action.html"
        value_class = CallToActionValue

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if cleaned["page"] and cleaned["url"]:
            error = ValidationError(_("Choose a page or an address, not both."))
            raise StructBlockValidationError(block_errors={"url": error})
        return cleaned


class BodyBlock(StreamBlock):
    """The text of an article or a standard page."""

    heading = HeadingBlock()
    paragraph = RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        template="blocks/paragraph.html",
    )
    quote = QuoteBlock()
    picture = PictureBlock()
    embed = EmbedBlock()
    call_to_action = CallToActionBlock()


class ProfileBlock(StructBlock):
    """The practice's own page on another site."""

    name = CharBlock(label=_("Name"), max_length=40, help_text=_("For example “Instagram”."))
    url = URLBlock(label=_("Address"))

    class Meta:
        icon = "site"
        label = _("Profile")


class ProfilesBlock(StreamBlock):
    """Where else the practice is to be found."""

    profile = ProfileBlock()
