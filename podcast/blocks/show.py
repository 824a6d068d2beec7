"""Blocks that only a show has, and the list of all that an editor may add to one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    FieldBlock,
    IntegerBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
    URLBlock,
)
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import BlockGroup

from podcast.blocks.ground import PartValue, wrong
from podcast.blocks.shared import FundingBlock, LocationBlock, PersonBlock, TxtBlock
from podcast.blocks.value import ValueBlock
from podcast.feed.identity import podcast_guid
from podcast.feed.parts import RemoteItem, ServiceBlock
from podcast.feed.services import SERVICES

#: The directories that listeners know.
DIRECTORIES = (
    "amazon",
    "apple",
    "google",
    "overcast",
    "podcastaddict",
    "podcastindex",
    "podchaser",
    "podverse",
    "spotify",
)


class GuidBlock(FieldBlock):
    """The guid of another podcast, kept as text."""

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        self.field = forms.UUIDField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    def value_from_form(self, value: UUID | str | None) -> str:
        return str(value or "")


class RemoteValue(PartValue):
    """Another feed. Without a guid it is worked out of the address, as the namespace prescribes."""

    medium = ""

    def part(self, page: Any) -> RemoteItem:
        return RemoteItem(
            feed_guid=self["feed_guid"] or str(podcast_guid(self["feed_url"])),
            feed_url=self["feed_url"],
            title=self["title"],
            medium=self.medium,
        )


class PublisherValue(RemoteValue):
    medium = "publisher"


class RemoteBlock(StructBlock):
    """A feed elsewhere."""

    title = CharBlock(label=_("Name"), required=False, max_length=128)
    feed_url = URLBlock(
        label=_("Feed address"), help_text=_("That of the feed itself, not of a page about it.")
    )
    feed_guid = GuidBlock(
        label=_("Its podcast:guid"),
        required=False,
        help_text=_(
            "Empty: worked out of the address. A podcast that has moved has another one; it stands "
            "in its feed."
        ),
    )

    class Meta:
        form_layout = BlockGroup(["title", "feed_url"], settings=["feed_guid"])


class PodrollBlock(RemoteBlock):
    """Another podcast that you recommend."""

    class Meta:
        icon = "wagtailmedia-audio"
        label = _("Recommended podcast")
        value_class = RemoteValue


class PublisherBlock(RemoteBlock):
    """The publisher whose shows these are, if it has a feed of its own."""

    class Meta:
        icon = "group"
        label = _("Publisher's feed")
        value_class = PublisherValue


class ServiceValue(PartValue):
    def part(self, page: Any) -> ServiceBlock:
        return ServiceBlock(blocked=self["answer"] == "yes", service=self["service"])


class DirectoryBlock(StructBlock):
    """Whether one directory may list the show."""

    service = ChoiceBlock(
        label=_("Directory"), choices=[(slug, SERVICES[slug]) for slug in DIRECTORIES]
    )
    answer = ChoiceBlock(
        label=_("May it list the show?"),
        choices=[("yes", _("No, it shall leave the show out")), ("no", _("Yes"))],
        default="yes",
        help_text=_("Directories that know this wish keep to it; not all do."),
    )

    class Meta:
        icon = "no-view"
        label = _("Wish to a directory")
        value_class = ServiceValue


class SeasonBlock(StructBlock):
    """A season and its name; every episode of the season has it."""

    number = IntegerBlock(
        label=_("Season"), validators=[MinValueValidator(1), MaxValueValidator(32767)]
    )
    name = CharBlock(label=_("Name"), max_length=128, help_text=_("Such as “The first winter”."))

    class Meta:
        icon = "list-ol"
        label = _("Name of a season")


class ShowExtrasBlock(StreamBlock):
    """What a show's feed can say more than once."""

    person = PersonBlock(group=_("For listeners"))
    funding = FundingBlock(group=_("For listeners"))
    location = LocationBlock(group=_("For listeners"))
    season = SeasonBlock(group=_("For listeners"))
    podroll = PodrollBlock(group=_("For listeners"))
    txt = TxtBlock(group=_("For directories"))
    service = DirectoryBlock(group=_("For directories"))
    publisher = PublisherBlock(group=_("For directories"))
    value = ValueBlock(group=_("For directories"))

    class Meta:
        block_counts = {"publisher": {"max_num": 1}, "value": {"max_num": 1}}

    def clean(self, value: StreamValue) -> StreamValue:
        cleaned = super().clean(value)
        errors = {}
        seen: set[tuple[str, Any]] = set()
        for index, block in enumerate(cleaned):
            key = UNIQUE.get(block.block_type)
            if key and (mark := (block.block_type, block.value[key])) in seen:
                errors[index] = wrong(**{key: _("This one is in the list already.")})
            elif key:
                seen.add(mark)
        if errors and not self.is_deferred_validation:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


#: Blocks of which there is one for each value of a child.
UNIQUE = {"season": "number", "service": "service", "podroll": "feed_url"}
