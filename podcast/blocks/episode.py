"""Blocks that only an episode has, and the list of all that an editor may add to one."""

from __future__ import annotations

from typing import Any

from django.core.validators import MinValueValidator, RegexValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
    StructValue,
    URLBlock,
)
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import BlockGroup

from podcast.blocks.alternate import AlternateBlock
from podcast.blocks.ground import ClockBlock, PartValue, wrong
from podcast.blocks.shared import FundingBlock, LocationBlock, PersonBlock, TxtBlock
from podcast.blocks.value import ValueBlock
from podcast.feed.parts import ContentLink, SocialInteract, Soundbite
from podcast.feed.social import DISABLED, SOCIAL_PROTOCOLS
from podcast.feed.values import SOUNDBITE_SECONDS

SHORTEST, LONGEST = SOUNDBITE_SECONDS


class SoundbiteValue(PartValue):
    def part(self, page: Any) -> Soundbite | None:
        """Nothing, if the recording has since become too short for it."""
        recording = page.recording
        if recording and self.end > recording.duration:
            return None
        return Soundbite(self["start"], self["seconds"], self["title"])

    @property
    def end(self) -> float:
        return self["start"] + self["seconds"]


class SoundbiteBlock(StructBlock):
    """A part worth hearing alone."""

    start = ClockBlock(label=_("Begins at"), help_text=_("Such as 1:05."))
    seconds = IntegerBlock(
        label=_("Seconds"),
        default=30,
        help_text=format_lazy(
            _("How long it plays: {shortest} to {longest} seconds."),
            shortest=SHORTEST,
            longest=LONGEST,
        ),
    )
    title = CharBlock(
        label=_("Title"), required=False, max_length=128, help_text=_("Empty: the episode's title.")
    )

    class Meta:
        icon = "openquote"
        label = _("Best moment")
        value_class = SoundbiteValue

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        seconds = cleaned["seconds"]
        if seconds is not None and not SHORTEST <= seconds <= LONGEST:
            text = _("A best moment plays for %(shortest)d to %(longest)d seconds.")
            raise wrong(seconds=text % {"shortest": SHORTEST, "longest": LONGEST})
        return cleaned


class ContentLinkValue(PartValue):
    def part(self, page: Any) -> ContentLink:
        return ContentLink(self["url"], self["text"])


class ContentLinkBlock(StructBlock):
    """Where the same content is found, too."""

    url = URLBlock(label=_("Address"), help_text=_("The same episode elsewhere, as on YouTube."))
    text = CharBlock(label=_("Words of the link"), max_length=128)

    class Meta:
        icon = "link"
        label = _("Also found at")
        value_class = ContentLinkValue


class SocialValue(PartValue):
    def part(self, page: Any) -> SocialInteract:
        if self["protocol"] == DISABLED:
            return SocialInteract(DISABLED)
        return SocialInteract(
            protocol=self["protocol"],
            uri=self["uri"],
            account_id=self["account_id"],
            account_url=self["account_url"],
            priority=self["priority"],
        )


class SocialBlock(StructBlock):
    """Where listeners talk about the episode."""

    protocol = ChoiceBlock(
        label=_("Where?"),
        choices=[
            *SOCIAL_PROTOCOLS.items(),
            (DISABLED, _("Nowhere: apps shall offer no comments")),
        ],
        default="activitypub",
    )
    uri = CharBlock(
        label=_("Address of the post"),
        required=False,
        max_length=500,
        validators=[
            RegexValidator(r"^[a-z][a-z0-9+.-]*:\S+$", _("A whole address, with https://."))
        ],
        help_text=_("The post under which listeners may answer."),
    )
    account_id = CharBlock(
        label=_("Your account"),
        required=False,
        max_length=128,
        help_text=_("Such as @practice@social.example."),
    )
    account_url = URLBlock(label=_("Your profile"), required=False)
    priority = IntegerBlock(
        label=_("Order"),
        required=False,
        validators=[MinValueValidator(1)],
        help_text=_("With several: 1 is shown first."),
    )

    class Meta:
        icon = "comment"
        label = _("Comments")
        value_class = SocialValue
        form_layout = BlockGroup(
            ["protocol", "uri"], settings=["account_id", "account_url", "priority"]
        )

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        needs_post = cleaned["protocol"] != DISABLED and not self.is_deferred_validation
        if needs_post and not cleaned["uri"]:
            raise wrong(uri=_("Type the address of the post under which listeners may answer."))
        return cleaned


class EpisodeExtrasBlock(StreamBlock):
    """What an episode's feed item can say more than once."""

    person = PersonBlock(group=_("For listeners"))
    soundbite = SoundbiteBlock(group=_("For listeners"))
    funding = FundingBlock(group=_("For listeners"))
    location = LocationBlock(group=_("For listeners"))
    content_link = ContentLinkBlock(group=_("For listeners"))
    social = SocialBlock(group=_("For listeners"))
    alternate = AlternateBlock(group=_("For listeners"))
    txt = TxtBlock(group=_("For directories"))
    value = ValueBlock(group=_("For directories"))

    class Meta:
        block_counts = {"value": {"max_num": 1}}

    def clean(self, value: StreamValue) -> StreamValue:
        cleaned = super().clean(value)
        protocols = [each.value["protocol"] for each in cleaned if each.block_type == "social"]
        if DISABLED in protocols and len(protocols) > 1 and not self.is_deferred_validation:
            text = _("There cannot be comments somewhere and nowhere: remove one of the two.")
            raise StreamBlockValidationError(non_block_errors=[text])
        return cleaned
