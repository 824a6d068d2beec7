"""The blocks of the home page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, StructValue, URLBlock
from wagtail.images.blocks import ImageChooserBlock

from home.instagram import validate_address


class PostValue(StructValue):
    """A post that knows what is to be seen on it."""

    @property
    def description(self) -> str:
        return self["alt"] or self["image"].default_alt_text


class PostBlock(StructBlock):
    """A picture that was posted, kept here so that nobody has to be asked for it."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = CharBlock(
        label=_("What is to be seen"),
        required=False,
        max_length=250,
        help_text=_("For those who cannot see it. Empty: the picture's own description."),
    )
    url = URLBlock(label=_("Address of the post"), required=False, validators=[validate_address])

    class Meta:
        icon = "image"
        label = _("Picture")
        value_class = PostValue


class PostsBlock(StreamBlock):
    """The pictures to follow along with, the newest first."""

    post = PostBlock()

    class Meta:
        max_num = 12
