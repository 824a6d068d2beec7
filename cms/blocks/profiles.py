"""Where else the practice is to be found."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, URLBlock


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
