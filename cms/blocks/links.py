"""Blocks that lead to other pages: a call to action, an episode to hear, links to read on.

A page that no stranger may see is not linked. The body asks for all of its blocks at once which pages
those are (``cms.blocks.body``), so the values say in ``pages`` which ones they name.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from cms.blocks.choosers import EpisodeChooserBlock


class CallToActionValue(StructValue):
    """A call to action that knows where it leads."""

    @property
    def href(self) -> str:
        page = self.get("page")
        return (page.url or "") if page else self.get("url", "")

    @property
    def pages(self) -> list[Page]:
        page = self.get("page")
        return [page] if page else []


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
        if cleaned["page"] and cleaned["url"] and not self.is_deferred_validation:
            error = ValidationError(_("Choose a page or an address, not both."))
            raise StructBlockValidationError(block_errors={"url": error})
        return cleaned


class EpisodeValue(StructValue):
    """An episode inside a text."""

    @property
    def pages(self) -> list[Page]:
        episode = self.get("episode")
        return [episode] if episode else []


class EpisodeBlock(StructBlock):
    """An episode that can be heard inside the text. One that is not public is left out."""

    episode = EpisodeChooserBlock(label=_("Episode"))
    introduction = TextBlock(
        label=_("Introduction"),
        required=False,
        max_length=300,
        help_text=_("Why it is worth hearing here. Empty: the summary of the episode."),
    )

    class Meta:
        icon = "media"
        label = _("Episode to hear")
        template = "blocks/episode.html"
        value_class = EpisodeValue


class RelatedLinkBlock(StructBlock):
    """A link to one of our pages or elsewhere."""

    page = PageChooserBlock(label=_("Page"), required=False)
    url = URLBlock(label=_("Or an address"), required=False)
    label = CharBlock(
        label=_("Words of the link"),
        required=False,
        max_length=150,
        help_text=_("Empty: the title of the page."),
    )

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned  # A link that is only begun must not keep the draft from being saved.
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            error = ValidationError(_("Choose a page or an address, one of the two."))
            raise StructBlockValidationError(block_errors={"url": error})
        if cleaned["url"] and not cleaned["label"]:
            error = ValidationError(_("Say in words where the address leads."))
            raise StructBlockValidationError(block_errors={"label": error})
        return cleaned


class RelatedLinksValue(StructValue):
    """Links to read on."""

    @property
    def pages(self) -> list[Page]:
        return [link["page"] for link in self["links"] if link["page"]]

    def shown(self, public: set[int]) -> list[StructValue]:
        """The links that lead somewhere: to other sites, and to our pages in ``public``."""
        return [
            link
            for link in self["links"]
            if link["url"] or (link["page"] and link["page"].pk in public)
        ]


class RelatedLinksBlock(StructBlock):
    """Where to read on. Pages that are not public are left out."""

    heading = CharBlock(
        label=_("Heading"), required=False, max_length=100, help_text=_("Empty: “Read on”.")
    )
    links = ListBlock(RelatedLinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Related links")
        template = "blocks/related_links.html"
        value_class = RelatedLinksValue

    def get_context(
        self, value: RelatedLinksValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        context["links"] = value.shown(context.get("public_pages", set()))
        return context
